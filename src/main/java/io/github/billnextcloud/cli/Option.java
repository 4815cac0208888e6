package io.github.billnextcloud.cli;

import io.github.billnextcloud.text.Messages;
import java.util.Locale;

/** All options; a flag has no label for a value. Each command reads its own. */
enum Option {
  COMMAND("command"),
  ITEM("number"),
  RUNNINGOPERATION("number"),
  USERID("user"),
  MODULE("number"),
  PARAM("name"),
  VALUE("value"),
  PASSWORD("encrypted"),
  XML(""),
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
  SPACE("space"),
  REPAIR("what"),
  SINCE(""),
  JSON(""),
  CSV(""),
  HTML("file"),
  PANEL("file"),
  FILE("file"),
  LINES("number"),
  ACCOUNT("number"),
  WELCOME(""),
  BROWSER(""),
  FORGET(""),
  OAUTH(""),
  AS_CUSTOMER(""),
  PRIVATE_CUSTOMERS(""),
  TEAM(""),
  APPLY(""),
  LANG("language"),
  HELP(""),
  VERSION("");

  private final String label;
  private final String typed = "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');

  Option(String label) {
    this.label = label;
  }

  /** {@code --dry-run}. */
  String typed() {
    return typed;
  }

  /** What is typed with its value: {@code --item N}. */
  String typed(Messages texts) {
    return isFlag() ? typed() : typed() + " " + label(texts);
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  /** Whether this is how one of the flags is typed. Read before all else: no stream, no lambda. */
  static boolean isFlag(String arg) {
    for (Option option : values()) {
      if (option.isFlag() && option.typed.equals(arg)) {
        return true;
      }
    }
    return false;
  }

  /** The shell completes names of files. */
  boolean isFile() {
    return label.equals("file");
  }

  String label(Messages texts) {
    return texts.get("label." + label);
  }

  /** What it means for this command. */
  String meaning(String command, Messages texts) {
    String key = "option." + typed.substring(2);
    return texts.getOr(command + "." + key, key);
  }
}
