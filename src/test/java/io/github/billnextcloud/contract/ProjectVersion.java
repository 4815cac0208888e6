package io.github.billnextcloud.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The module's version, which stands in the pom and nowhere else in the build. */
public final class ProjectVersion {

  private static final Pattern FIRST = Pattern.compile("(?m)^  <version>(.+)</version>$");

  private ProjectVersion() {}

  public static String get() {
    try {
      Matcher version = FIRST.matcher(Files.readString(Path.of("pom.xml")));
      if (!version.find()) {
        throw new IllegalStateException("pom.xml has no version");
      }
      return version.group(1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
