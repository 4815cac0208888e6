package io.github.billnextcloud.installed;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same on Java 25, where the archive is an ahead-of-time cache; by whatever Java the tests run,
 * where such a JDK is on this machine.
 */
class AotCacheIT extends ClassArchiveIT {

  private static final Path JDK = newest();

  @Override
  Path jdk() {
    return JDK;
  }

  @Override
  boolean isLinked() {
    return true;
  }

  private static Path newest() {
    return Stream.concat(
            Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME_25_X64"))
                .filter(Objects::nonNull)
                .map(Path::of),
            installed())
        .filter(AotCacheIT::isOfJava25)
        .findFirst()
        .orElse(Path.of(""));
  }

  private static Stream<Path> installed() {
    try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
      return homes.sorted().toList().stream();
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  private static boolean isOfJava25(Path home) {
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
    } catch (IOException unknown) {
      return false;
    }
  }

  @BeforeAll
  @Override
  void install() throws Exception {
    assumeTrue(!JDK.toString().isEmpty(), "there is no JDK 25");
    super.install();
  }

  @Test
  void doctorWhenTheCacheIsUsedSaysSo() throws Exception {
    ProgramRun said = run(root.resolve("processing/pmnextcloud").toString(), "doctor");
    assertThat(said.stdout()).contains("is used, as an ahead-of-time cache");
  }

  @Test
  void makeArchiveWhenOneOfAnotherKindIsThereTakesItAway() throws Exception {
    Files.createFile(file("archive/classes.jsa"));
    assertThat(run(file("make-archive").toString()).exitCode()).isZero();
    assertThat(file("archive/classes.jsa")).doesNotExist();
    assertThat(file("archive/classes.aot")).exists();
  }

  /** A Java of the future may link otherwise; without linking the archive is the usual one. */
  @Test
  void makeArchiveWhenNothingCanBeLinkedMakesTheUsualOne() throws Exception {
    Path list = file("classes-25.lst");
    Path away = root.resolve("classes-25.lst");
    Files.move(list, away);
    assertThat(run(file("make-archive").toString()).exitCode()).isZero();
    Files.move(away, list, REPLACE_EXISTING);
    assertThat(file("archive/classes.aot")).doesNotExist();
    link("archive/java", root.resolve("listener"));
    ask("no_such_command");
    assertThat(told()).contains("-XX:SharedArchiveFile=" + file("archive/classes.jsa"));
    Files.delete(file("archive/classes.jsa"));
  }
}
