package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.List;

/** The handbook's reference of commands, in Markdown. */
public final class CommandReference {

  private final Messages texts;
  private final StringBuilder page = new StringBuilder();

  private CommandReference(Messages texts) {
    this.texts = texts;
  }

  public static String in(Language language) {
    return new CommandReference(Messages.of("help", language)).write();
  }

  private String write() {
    paragraph("# " + texts.get("reference.title"));
    paragraph(texts.get("reference.other"));
    paragraph(texts.get("program.description"));
    paragraph(texts.get("reference.intro"));
    for (CommandHelp.Reader reader : CommandHelp.Reader.values()) {
      paragraph("## " + reader.heading(texts));
      CommandHelpCatalogue.of(reader).forEach(this::command);
    }
    paragraph("## " + texts.get("heading.environment"));
    places(FilesAndVariables.ENVIRONMENT);
    paragraph("## " + texts.get("heading.files"));
    places(FilesAndVariables.FILES);
    return page.toString().stripTrailing() + "\n";
  }

  private void command(CommandHelp command) {
    paragraph("### " + command.name());
    paragraph("```\n" + command.synopsis(texts) + "\n```");
    paragraph(ManPage.sentence(command.summary(texts)) + " " + command.description(texts));
    if (!command.options().isEmpty()) {
      head("reference.option", "reference.meaning");
      command
          .options()
          .forEach(it -> row("`" + it.typed(texts) + "`", it.meaning(command.name(), texts)));
      page.append('\n');
    }
    head("reference.code", "reference.meaning");
    command.exitCodes().forEach(it -> row(Integer.toString(it), command.meaning(it, texts)));
    paragraph("");
    paragraph(texts.get("heading.example") + ": `" + command.example(texts) + "`");
  }

  private void places(List<FilesAndVariables.NamedPlace> places) {
    for (FilesAndVariables.NamedPlace place : places) {
      page.append("* `").append(place.name()).append("` – ").append(texts.get(place.key()));
      page.append('\n');
    }
    page.append('\n');
  }

  private void head(String left, String right) {
    row(texts.get(left), texts.get(right));
    page.append("|---|---|\n");
  }

  private void row(String left, String right) {
    page.append("| ").append(left).append(" | ").append(right).append(" |\n");
  }

  private void paragraph(String text) {
    page.append(text).append(text.isEmpty() ? "\n" : "\n\n");
  }
}
