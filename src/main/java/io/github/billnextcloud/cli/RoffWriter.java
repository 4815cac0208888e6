package io.github.billnextcloud.cli;

/** Lines of a manual page, as {@code man} reads them. */
final class RoffWriter {

  private final StringBuilder page = new StringBuilder();

  /** A macro with its arguments, each quoted. */
  RoffWriter macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(argument.replace("\\", "\\e").replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
    return this;
  }

  RoffWriter text(String text) {
    page.append(guarded(escaped(text))).append('\n');
    return this;
  }

  RoffWriter bold(String text) {
    page.append("\\fB").append(escaped(text)).append("\\fR\n");
    return this;
  }

  /** Something with its explanation, indented below it. */
  RoffWriter item(String what, String meaning) {
    return macro("TP").bold(what).text(meaning);
  }

  /** Options are typed with a minus, and a line that begins with a dot is a macro. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }

  private static String guarded(String text) {
    return text.startsWith(".") ? "\\&" + text : text;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
