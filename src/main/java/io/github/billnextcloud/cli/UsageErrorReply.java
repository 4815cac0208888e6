package io.github.billnextcloud.cli;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Messages;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told who mistyped: what is wrong, what is near, where there is help. */
record UsageErrorReply(Messages texts, ParameterException thrown) {

  TextResult reply() {
    return new TextResult(
        "pmnextcloud: " + sentence() + "\n" + texts.get("complaint.help", help()) + "\n",
        OperatorCommandParser.USAGE_ERROR);
  }

  private String sentence() {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      String typed = PrintableText.line(unmatched.getUnmatched().get(0));
      return unmatched(typed) + near(typed);
    }
    if (thrown instanceof MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (thrown instanceof MaxValuesExceededException) {
      return texts.get("complaint.flag", flag());
    }
    return PrintableText.line(message());
  }

  private String message() {
    return String.valueOf(thrown.getMessage());
  }

  /** picocli tells which of them it was in its sentence alone. */
  private String flag() {
    return options().stream()
        .filter(name -> message().contains("'" + name + "'"))
        .findFirst()
        .orElseGet(() -> PrintableText.line(message()));
  }

  private String unmatched(String typed) {
    if (!isOfProgram()) {
      return texts.get("complaint.option", typed, command().getCommandName());
    }
    return texts.get(typed.startsWith("-") ? "complaint.outside" : "complaint.unknown", typed);
  }

  private String near(String typed) {
    List<String> near =
        SpellingSuggestion.near(typed, typed.startsWith("-") ? options() : commands());
    return near.isEmpty() ? "" : " " + texts.get("complaint.near", String.join(", ", near));
  }

  private List<String> options() {
    return command().getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }

  private List<String> commands() {
    return isOfProgram()
        ? CommandHelpCatalogue.ALL.stream().map(CommandHelp::name).toList()
        : List.of();
  }

  /** Either an option that stands there without its value, or one that had to be there. */
  private String missing(List<ArgSpec> arguments) {
    OptionSpec option = (OptionSpec) arguments.get(0);
    String name = option.longestName();
    return option.required()
        ? texts.get(
            "complaint.missing", name + " " + option.paramLabel(), command().getCommandName())
        : texts.get("complaint.value", name);
  }

  private String help() {
    return isOfProgram() ? "pmnextcloud help" : "pmnextcloud help " + command().getCommandName();
  }

  private boolean isOfProgram() {
    return command().getParent() == null;
  }

  private CommandLine command() {
    return thrown.getCommandLine();
  }
}
