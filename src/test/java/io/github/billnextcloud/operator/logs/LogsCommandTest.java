package io.github.billnextcloud.operator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code logs}, from files as they lie in a panel's folder to what a person reads. */
class LogsCommandTest {

  private static final String OLDER =
      """
      2026-11-22T03:40:12.000Z [4242] INFO item=4711 op=98 asked: open
      2026-11-22T03:40:12.500Z [4242] INFO item=4711 op=98 module=3 observed: user_4711 is not there
      2026-11-22T03:40:12.800Z [4242] ERROR item=4711 op=98 module=3 failed: pmnextcloud_cloud_busy: maintenance
      2026-11-22T03:40:12.812Z [4242] INFO item=4711 op=98 module=3 answered: exit code 1 after 812 ms
      """;

  private static final String NEWER =
      """
      2026-11-23T03:40:12.000Z [4243] INFO item=4711 op=99 asked: open
      2026-11-23T03:40:13.000Z [4243] INFO item=4711 op=99 module=3 did: create user_4711
      2026-11-23T03:40:14.000Z [4243] WARN item=4711 op=99 module=3 left undone: set the language\u001b[2J
      2026-11-23T03:40:32.000Z [4243] INFO item=4711 op=99 module=3 answered: exit code 0 after 20000 ms
      2026-11-23T03:41:00.000Z [4244] INFO item=4712 asked: suspend
      2026-11-24T02:00:00.000Z [4245] INFO module=3 asked: stat
      2026-11-24T02:00:01.000Z [4245] WARN module=3 not counted: service 4711: user_4711 is not there
      """;

  @TempDir Path root;

  @BeforeEach
  void log() throws IOException {
    Path folder = Files.createDirectories(root.resolve("var"));
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("pmnextcloud.log.2.gz")))) {
      gzip.write(OLDER.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("pmnextcloud.log"), NEWER);
  }

  private String logs(String... args) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(Main.run(InputStream.nullInputStream(), said, root, args)).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void logsWhenAskedOfAServiceTellItsStories() {
    assertThat(logs("logs", "--item", "4711"))
        .isEqualTo(
            """
            service 4711: the panel cannot be asked whose that is

            2026-11-22 03:40:12 UTC  open, service 4711, running operation 98: failed in 0.8 s (pmnextcloud_cloud_busy)
                03:40:12.500  observed: user_4711 is not there
                03:40:12.800  ERROR failed: pmnextcloud_cloud_busy: maintenance

            2026-11-23 03:40:12 UTC  open, service 4711, running operation 99: done in 20 s
                03:40:13.000  did: create user_4711
                03:40:14.000  WARN left undone: set the language [2J

            2026-11-24 02:00:00 UTC  stat, processing module 3: no end in the log: it still runs, or was killed
                02:00:01.000  WARN not counted: service 4711: user_4711 is not there

            It begins at 2026-11-22 03:40:12.000 UTC.
            """);
  }

  @Test
  void logsWhenAskedInRussianAreRussian() {
    assertThat(logs("logs", "--item", "4711", "--lang", "ru", "--lines", "2"))
        .contains(
            "\n\n"
                + "Более старые истории не показаны: 1.\n\n"
                + "2026-11-23 03:40:12 UTC  open, услуга 4711,")
        .contains("операция 99: выполнено за 20 с\n");
  }

  @Test
  void logsWhenAskedOfAModuleTellOfAllItsRuns() {
    assertThat(logs("logs", "--module", "3").lines().filter(line -> line.contains("UTC  ")))
        .hasSize(3);
  }

  @Test
  void logsWhenThereIsNothingSaySo() {
    assertThat(logs("logs", "--item", "1"))
        .endsWith("\n\nThe log tells nothing of this. It begins at 2026-11-22 03:40:12.000 UTC.\n");
  }

  @Test
  void logsWhenAskedTellNothingOfThemselves() throws IOException {
    Path own = LauncherProperties.root().resolve("var/pmnextcloud.log");
    long before = own.toFile().length();
    logs("logs", "--item", "1");
    assertThat(own.toFile().length()).isEqualTo(before);
  }

  @Test
  void logsWhenAskedOfNothingAreRefused() {
    assertThat(
            Main.run(InputStream.nullInputStream(), OutputStream.nullOutputStream(), root, "logs"))
        .isEqualTo(64);
  }
}
