package io.github.billnextcloud.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page whose figures stand between two marks, and are written anew by each measurement. */
final class Page {

  static final String BEGIN = "<!-- measured: begin -->";
  static final String END = "<!-- measured: end -->";

  private Page() {}

  /** Only what is between the marks changes. */
  static String with(String page, String figures) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page has no " + BEGIN + " before " + END);
    }
    return page.substring(0, begin + BEGIN.length())
        + "\n\n"
        + figures.strip()
        + "\n\n"
        + page.substring(end);
  }

  static void write(Path file, String figures) throws IOException {
    Files.writeString(file, with(Files.readString(file), figures));
  }
}
