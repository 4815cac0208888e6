package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What there is to say of one command; the words are in {@link Messages}.
 *
 * @param reader who calls it
 * @param required the options without which it cannot begin
 * @param optional the others that it reads
 * @param exitCodes in rising order
 */
record CommandHelp(
    String name,
    Reader reader,
    List<Option> required,
    List<Option> optional,
    List<Integer> exitCodes) {

  /** Who calls a command. */
  enum Reader {
    BILLMANAGER,
    PEOPLE;

    String heading(Messages texts) {
      return texts.get("group." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** The command that takes another's name. */
  static final String HELP = "help";

  /** The command that takes an error's id. */
  static final String EXPLAIN = "explain";

  /** As most are: it may fail, and what was typed may not be understood. */
  static CommandHelp of(String name, Reader reader, List<Option> optional) {
    return new CommandHelp(name, reader, List.of(), optional, List.of(0, 1, 64));
  }

  CommandHelp needing(Option option) {
    return new CommandHelp(name, reader, List.of(option), optional, exitCodes);
  }

  /** With a code of its own. */
  CommandHelp endingWith(int code) {
    List<Integer> codes =
        IntStream.concat(exitCodes.stream().mapToInt(it -> it), IntStream.of(code))
            .sorted()
            .boxed()
            .toList();
    return new CommandHelp(name, reader, required, optional, codes);
  }

  List<Option> options() {
    List<Option> all = new ArrayList<>(required);
    all.addAll(optional);
    return all;
  }

  boolean takesCommand() {
    return name.equals(HELP);
  }

  /** The key of the label for the one word that it takes; empty when it takes none. */
  String topic() {
    if (takesCommand()) {
      return "command";
    }
    return name.equals(EXPLAIN) ? "error" : "";
  }

  String summary(Messages texts) {
    return texts.get(name + ".summary");
  }

  String description(Messages texts) {
    return texts.get(name + ".description");
  }

  /** What could be typed. */
  String example(Messages texts) {
    return "pmnextcloud " + texts.get(name + ".example");
  }

  String meaning(int exitCode, Messages texts) {
    return texts.getOr(name + ".exit." + exitCode, "exit." + exitCode);
  }

  /** How it is typed: {@code pmnextcloud stat --module N}. */
  String synopsis(Messages texts) {
    StringBuilder line = new StringBuilder("pmnextcloud ").append(name);
    required.forEach(option -> line.append(' ').append(option.typed(texts)));
    optional.forEach(option -> line.append(" [").append(option.typed(texts)).append(']'));
    if (!topic().isEmpty()) {
      line.append(" [").append(texts.get("label." + topic())).append(']');
    }
    return line.toString();
  }
}
