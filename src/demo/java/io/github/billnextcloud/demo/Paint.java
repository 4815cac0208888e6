package io.github.billnextcloud.demo;

import java.io.IOException;

/** Colours, on a terminal only. */
final class Paint {

  private final boolean colourful;

  Paint() {
    colourful = System.getenv("NO_COLOR") == null && stdoutIsTerminal();
  }

  /** Java itself has told different things about this from version to version. */
  private static boolean stdoutIsTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
    } catch (IOException unknown) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String title(String text) {
    return in("1;36", text);
  }

  String event(String text) {
    return in("1", text);
  }

  String good(String text) {
    return in("32", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return colourful ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
