package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.util.List;
import java.util.Locale;

/** The manual page, section 8: what administrators call. */
public final class ManPage {

  private final Messages texts;
  private final RoffWriter page = new RoffWriter();

  private ManPage(Messages texts) {
    this.texts = texts;
  }

  public static String in(Language language) {
    return new ManPage(Messages.of("help", language)).write();
  }

  private String write() {
    page.macro("TH", "PMNEXTCLOUD", "8", texts.get("man.day"), "bill-nextcloud", manual());
    section("name").text("pmnextcloud - " + texts.get("program.summary"));
    section("synopsis").bold("pmnextcloud " + texts.get("program.usage"));
    section("description").text(texts.get("program.description"));
    section("commands");
    for (CommandHelp.Reader reader : CommandHelp.Reader.values()) {
      page.macro("SS", reader.heading(texts));
      CommandHelpCatalogue.of(reader).forEach(this::command);
    }
    section("options");
    page.item("-h, --help", texts.get("option.help"));
    page.item("-V, --version", texts.get("option.version"));
    page.item("--lang " + texts.get("label.language"), texts.get("option.lang"));
    section("exit");
    CommandHelp.of("", CommandHelp.Reader.PEOPLE, List.of())
        .exitCodes()
        .forEach(code -> page.item(Integer.toString(code), texts.get("exit." + code)));
    section("environment");
    FilesAndVariables.ENVIRONMENT.forEach(it -> page.item(it.name(), texts.get(it.key())));
    section("files");
    FilesAndVariables.FILES.forEach(it -> page.item(it.name(), texts.get(it.key())));
    return page.toString();
  }

  private void command(CommandHelp command) {
    page.macro("TP").bold(command.synopsis(texts).replaceFirst("^pmnextcloud ", ""));
    page.text(sentence(command.summary(texts))).macro("RS").macro("PP");
    page.text(command.description(texts));
    for (Option option : command.options()) {
      page.item(option.typed(texts), option.meaning(command.name(), texts));
    }
    command.exitCodes().stream()
        .filter(code -> hasOwnMeaning(command, code))
        .forEach(code -> page.item(exit(code), command.meaning(code, texts)));
    page.macro("PP").text(texts.get("heading.example") + ":");
    page.macro("PP").bold(command.example(texts)).macro("RE");
  }

  /** The common ones are told once. */
  private boolean hasOwnMeaning(CommandHelp command, int code) {
    return texts.keys().contains(command.name() + ".exit." + code);
  }

  private String exit(int code) {
    return texts.get("heading.exit") + " " + code;
  }

  static String sentence(String summary) {
    return summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".";
  }

  private RoffWriter section(String heading) {
    return page.macro("SH", texts.get("heading." + heading).toUpperCase(Locale.ROOT));
  }

  private String manual() {
    return texts.get("man.manual");
  }
}
