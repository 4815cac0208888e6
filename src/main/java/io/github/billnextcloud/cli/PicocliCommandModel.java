package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands as picocli knows them: it reads what was typed, and lays out the help. */
final class PicocliCommandModel {

  static final String HELP = "--help";
  static final String VERSION = "--version";

  private static final int WIDTH = 79;

  private final Messages texts;

  private PicocliCommandModel(Messages texts) {
    this.texts = texts;
  }

  static CommandLine in(Messages texts) {
    return new PicocliCommandModel(texts).program();
  }

  private CommandLine program() {
    CommandSpec program = CommandSpec.create().name("pmnextcloud");
    program
        .addOption(help())
        .addOption(flag(texts.get("option.version"), "-V", VERSION).versionHelp(true).build())
        .addOption(language());
    describe(program.usageMessage(), "pmnextcloud", texts.get("program.summary"));
    program
        .usageMessage()
        .commandListHeading("")
        .customSynopsis("pmnextcloud " + texts.get("program.usage"))
        .description("", plain(texts.get("program.description")))
        .footer("", plain(texts.get("program.more")));
    CommandHelpCatalogue.ALL.forEach(page -> program.addSubcommand(page.name(), command(page)));
    CommandLine line = new CommandLine(program);
    line.setExpandAtFiles(false).setInterpolateVariables(false).setOverwrittenOptionsAllowed(true);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list(help));
    return line;
  }

  private CommandSpec command(CommandHelp page) {
    CommandSpec command = CommandSpec.create().name(page.name());
    page.options().forEach(option -> command.addOption(option(page, option)));
    command.addOption(language()).addOption(help());
    if (!page.topic().isEmpty()) {
      command.addPositional(topic(page));
    }
    describe(command.usageMessage(), page.name(), page.summary(texts));
    Map<String, String> codes = new LinkedHashMap<>();
    page.exitCodes()
        .forEach(code -> codes.put(Integer.toString(code), plain(page.meaning(code, texts))));
    command
        .usageMessage()
        .customSynopsis(wrapped(plain(page.synopsis(texts))))
        .description("", plain(page.description(texts)))
        .exitCodeListHeading("%n" + texts.get("heading.exit") + ":%n")
        .exitCodeList(codes)
        .footerHeading("%n" + texts.get("heading.example") + ":%n")
        .footer(plain("  " + page.example(texts)));
    return command;
  }

  /** Between options only, each line further in than the first. */
  private String[] wrapped(String synopsis) {
    String margin = " ".repeat(texts.get("heading.usage").length() + 2);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : synopsis.split(" (?=\\[)")) {
      if (line.length() + part.length() > WIDTH - margin.length()) {
        lines.add(line.toString());
        line = new StringBuilder("  ");
      }
      line.append(line.length() > 2 ? " " : "").append(part);
    }
    lines.add(line.toString());
    lines.replaceAll(it -> it.equals(lines.get(0)) ? it : margin + it);
    return lines.toArray(String[]::new);
  }

  private void describe(UsageMessageSpec usage, String name, String summary) {
    usage
        .synopsisHeading(texts.get("heading.usage") + ": ")
        .optionListHeading("%n" + texts.get("heading.options") + ":%n")
        .sortOptions(false)
        .header(plain(name + " – " + summary), "");
  }

  private OptionSpec option(CommandHelp page, Option option) {
    OptionSpec.Builder spec =
        flag(option.meaning(page.name(), texts), option.typed())
            .required(page.required().contains(option));
    if (!option.isFlag()) {
      spec.type(option.isFile() ? File.class : String.class)
          .arity("1")
          .paramLabel(option.label(texts));
    }
    return spec.build();
  }

  private static OptionSpec.Builder flag(String meaning, String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").description(plain(meaning));
  }

  private OptionSpec help() {
    return flag(texts.get("option.help"), "-h", HELP).usageHelp(true).build();
  }

  private OptionSpec language() {
    return OptionSpec.builder("--lang")
        .type(String.class)
        .arity("1")
        .paramLabel(texts.get("label.language"))
        .completionCandidates(List.of("en", "ru"))
        .description(plain(texts.get("option.lang")))
        .build();
  }

  private PositionalParamSpec topic(CommandHelp page) {
    // Asked for by the completion only: the errors' texts are not read for every line typed.
    Iterable<String> candidates =
        page.takesCommand()
            ? () -> CommandHelpCatalogue.ALL.stream().map(CommandHelp::name).iterator()
            : () -> Messages.of("errors", Language.EN).firstWords().iterator();
    return PositionalParamSpec.builder()
        .type(String.class)
        .index("0")
        .arity("0..1")
        .paramLabel(texts.get("label." + page.topic()))
        .completionCandidates(candidates)
        .description(plain(texts.get("option." + page.topic())))
        .build();
  }

  /** The commands by who calls them. */
  private String list(Help help) {
    StringBuilder list = new StringBuilder();
    for (CommandHelp.Reader reader : CommandHelp.Reader.values()) {
      Map<String, String> summaries = new LinkedHashMap<>();
      CommandHelpCatalogue.of(reader)
          .forEach(page -> summaries.put(page.name(), plain(page.summary(texts))));
      list.append(help.createHeading("%n" + reader.heading(texts) + ":%n"))
          .append(help.createTextTable(summaries));
    }
    return list.toString();
  }

  /** picocli formats what it prints. */
  private static String plain(String text) {
    return text.replace("%", "%%");
  }
}
