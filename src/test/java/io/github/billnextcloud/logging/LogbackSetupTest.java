package io.github.billnextcloud.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.github.billnextcloud.Main;
import io.github.billnextcloud.app.EventRunner;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

/** The log as it is written: its lines, and how much it tells. */
class LogbackSetupTest {

  private static final Path LOG = LauncherProperties.root().resolve("var/pmnextcloud.log");

  @TempDir Path root;

  private LoggerContext context() {
    String before = System.setProperty(LauncherProperties.ROOT, root.toString());
    try {
      LogbackSetup log = new LogbackSetup();
      log.initialize();
      return (LoggerContext) log.getLoggerFactory();
    } finally {
      System.setProperty(LauncherProperties.ROOT, before);
    }
  }

  private String written() throws IOException {
    return Files.readString(root.resolve("var/pmnextcloud.log"));
  }

  @ParameterizedTest
  @CsvSource({
    "9, DEBUG, WARN",
    "7, DEBUG, WARN",
    "6, INFO, WARN",
    "5, INFO, WARN",
    "4, WARN, WARN",
    "3, ERROR, ERROR",
    "2, ERROR, ERROR",
    "0, OFF, OFF"
  })
  void levelWhenThePanelHasOneIsThat(int ofPanel, String ours, String ofLibraries)
      throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/debug.conf"), "* 4\npmnextcloud.* " + ofPanel + "\n");
    LoggerContext context = context();
    assertThat(context.getLogger(EventRunner.class).getEffectiveLevel())
        .isEqualTo(Level.toLevel(ours));
    assertThat(context.getLogger("okhttp3").getEffectiveLevel())
        .isEqualTo(Level.toLevel(ofLibraries));
  }

  @Test
  void lineWhenAnExceptionHasLinesOfItsOwnBeginsNone() throws IOException {
    Logger logger = context().getLogger(EventRunner.class);
    logger.error(
        "failed: {}", "a\nb", new IllegalStateException("x\n2026-11-23T03:40:12Z [1] INFO y"));
    assertThat(written().lines().filter(line -> !line.startsWith("\t")))
        .singleElement()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\[\\d+] ERROR failed: a b");
  }

  @Test
  void lineWhenItHoldsMoreThanSignsDoesNothingToATerminal() throws IOException {
    Logger logger = context().getLogger(EventRunner.class);
    logger.error("failed: {}", "a\u009b2Jb\u2028", new IllegalStateException("\u001b[2J\u0085x"));
    assertThat(written()).doesNotContainPattern("[\\p{Cc}\u2028&&[^\t\n]]");
    assertThat(Files.getPosixFilePermissions(root.resolve("var/pmnextcloud.log")))
        .doesNotContain(PosixFilePermission.OTHERS_READ);
  }

  private static String since(long before) throws IOException {
    try (InputStream log = Files.newInputStream(LOG)) {
      log.skipNBytes(before);
      return new String(log.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void storyWhenACommandRunsHasBeginningAndEnd() throws IOException {
    long before = LOG.toFile().length();
    Main.run(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        root,
        "--command",
        "stat",
        "--module",
        "3");
    String story = since(before);
    assertThat(story.lines().map(line -> line.replaceFirst(".*?\\] ", "")).toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).isEqualTo("INFO module=3 asked: stat");
              assertThat(lines.get(lines.size() - 1))
                  .matches("INFO module=3 answered: exit code 1 after \\d+ ms");
            });
  }
}
