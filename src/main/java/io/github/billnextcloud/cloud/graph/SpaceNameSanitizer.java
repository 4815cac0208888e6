package io.github.billnextcloud.cloud.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.billnextcloud.safe.PrintableText;

/** A name that the server takes for a project space: not every domain or company has one. */
final class SpaceNameSanitizer {

  private static final int MOST_BYTES = 255;
  private static final String NAMELESS = "Team";

  private SpaceNameSanitizer() {}

  static String of(String wanted) {
    String name =
        PrintableText.line(wanted)
            .replaceAll("[/\\\\.:?*\"><|]", " ")
            .strip()
            .replaceAll("\\s+", " ");
    while (name.getBytes(UTF_8).length > MOST_BYTES) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1)).strip();
    }
    return name.isEmpty() ? NAMELESS : name;
  }
}
