package io.github.billnextcloud.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.Caretaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the demo ends when it does not come to its end. */
class DemoTest {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir Path temporary;

  private Process demo(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DEMO_PASSWORD", "of nobody");
    return builder.start();
  }

  private Stream<Path> left() throws IOException {
    return Files.list(temporary)
        .filter(path -> !path.getFileName().toString().startsWith("hsperf"));
  }

  private Optional<Path> serverNumber() throws IOException {
    try (Stream<Path> folders = left()) {
      return folders
          .map(folder -> folder.resolve(Caretaker.NUMBER))
          .filter(number -> number.toFile().length() > 0)
          .findAny();
    }
  }

  @Test
  void demoWhenTheCloudDoesNotAnswerSaysSoAndLeavesNothing() throws Exception {
    Process demo =
        demo("--cloud", "http://127.0.0.1:1", "--user", "a", "--password-env", "DEMO_PASSWORD");
    String said = new String(demo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(demo.waitFor()).isEqualTo(1);
    assertThat(said.lines().filter(line -> !line.startsWith("demo: "))).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void demoWhenKilledTakesItsDatabaseAlong() throws Exception {
    Process demo = demo();
    Instant end = Instant.now().plus(LONGEST);
    while (serverNumber().isEmpty()) {
      assertThat(Instant.now()).isBefore(end);
      assertThat(demo.isAlive()).isTrue();
      Thread.sleep(50);
    }
    long server = Long.parseLong(Files.readString(serverNumber().orElseThrow()).strip());
    demo.destroyForcibly().waitFor();
    while (left().findAny().isPresent() || ProcessHandle.of(server).isPresent()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }
}
