package io.github.billnextcloud.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source is as google-java-format has it, so that no change is about blanks. */
class FormatTest {

  private static final Formatter FORMATTER = new Formatter();

  @Test
  void sourcesWhenWrittenAreFormatted() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources.parallelStream().filter(file -> !isFormatted(file)))
          .as("run google-java-format 1.28 --replace on these")
          .isEmpty();
    }
  }

  private static boolean isFormatted(Path file) {
    try {
      String source = Files.readString(file);
      return FORMATTER.formatSourceAndFixImports(source).equals(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (FormatterException noJava) {
      return false;
    }
  }
}
