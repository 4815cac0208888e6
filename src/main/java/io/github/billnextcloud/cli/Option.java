package io.github.billnextcloud.cli;

import java.util.Locale;

/** What can be added to a command; a flag has no label for a value. */
enum Option {
  ITEM("number"),
  RUNNINGOPERATION("number"),
  USERID("user"),
  MODULE("number"),
  PARAM("name"),
  VALUE("value"),
  PASSWORD("encrypted"),
  REVEAL(""),
  DRY_RUN(""),
  ITEMTYPE("type"),
  SEARCHSTRING("words"),
  NAME("name"),
  URL("address"),
  LOGIN("login"),
  PASSWORD_ENV("variable"),
  PROJECT("number"),
  DATACENTER("number"),
  LIST("file"),
  TARIFF("tariff"),
  REPAIR("what"),
  JSON(""),
  CSV(""),
  HTML("file"),
  PANEL("file"),
  LINES("number"),
  WELCOME(""),
  APPLY("");

  private final String label;

  Option(String label) {
    this.label = label;
  }

  /** {@code --dry-run}. */
  String typed() {
    return "--" + key();
  }

  /** What is typed with its value: {@code --item N}. */
  String typed(Messages texts) {
    return isFlag() ? typed() : typed() + " " + label(texts);
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  /** The shell completes names of files. */
  boolean isFile() {
    return label.equals("file");
  }

  String label(Messages texts) {
    return texts.get("label." + label);
  }

  /** What it means for this command. */
  String meaning(CommandHelp page, Messages texts) {
    return texts.of(page, "option." + key());
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
