package io.github.billnextcloud.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, as a person calls it on a host without a panel. */
class TerminalRunnerTest {

  @TempDir Path root;

  private ProgramRun typed(String... args) {
    return ProgramRun.here(root, args);
  }

  @Test
  void helpWhenAskedIsOnStdout() {
    assertThat(typed())
        .returns(0, ProgramRun::exitCode)
        .returns("", ProgramRun::stderr)
        .extracting(ProgramRun::stdout)
        .asString()
        .contains("Usage: pmnextcloud");
  }

  /** Whoever asks what {@code close} is must not have it run. */
  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpWhenAskedAsBillmanagerCallsIsAllThatHappens(String help) {
    for (String command : new String[] {"close", "doctor"}) {
      assertThat(typed("--command", command, "--item", "7", help, "--lang", "ru"))
          .isEqualTo(typed("help", command, "--lang", "ru"))
          .returns(0, ProgramRun::exitCode);
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void mistakeWhenTypedIsOnStderr() {
    assertThat(typed("opne"))
        .returns(64, ProgramRun::exitCode)
        .returns("", ProgramRun::stdout)
        .extracting(ProgramRun::stderr)
        .asString()
        .contains("Did you mean open?");
  }

  @Test
  void failureWhenTypedIsToldInPlainWords() {
    assertThat(typed("show", "--item", "7"))
        .returns(1, ProgramRun::exitCode)
        .returns("", ProgramRun::stdout)
        .extracting(ProgramRun::stderr)
        .asString()
        .startsWith("pmnextcloud show: ")
        .contains("\nError pmnextcloud_b", "pmnextcloud logs --item 7\n")
        .doesNotContain("<doc>", "\tat ");
  }

  @Test
  void failureWhenTypedInRussianIsRussian() {
    assertThat(typed("show", "--item", "7", "--lang", "ru").stderr())
        .startsWith("pmnextcloud show: Не запускается mgrctl панели.")
        .contains("\nОшибка pmnextcloud_billing_not_there\n", "Что к этому привело:");
  }

  @Test
  void failureWhenCalledByBillmanagerStaysADocument() {
    assertThat(typed("--command", "show", "--item", "7"))
        .returns(1, ProgramRun::exitCode)
        .returns("", ProgramRun::stderr)
        .extracting(ProgramRun::stdout)
        .asString()
        .contains("<doc><error type=\"pmnextcloud_billing_not_there\"");
  }

  /** Neither the panel's words for it, nor an id to look up: there is nothing to look up. */
  @ParameterizedTest
  @CsvSource({"show, --item", "doctor, --module"})
  void numberWhenItIsNoneIsAllThatIsTold(String command, String option) {
    assertThat(typed(command, option, "seven"))
        .isEqualTo(
            new ProgramRun(
                64,
                "",
                String.format(
                    "pmnextcloud %1$s: %2$s is not a number: 'seven'%nSee: pmnextcloud help %1$s%n",
                    command, option)));
  }

  @Test
  void documentWhenNothingComesIsToldApartFromBrokenXml() {
    assertThat(typed("show").stderr())
        .startsWith("pmnextcloud show: Nothing came on stdin, where a document is read from;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "open", "tune_connection", "check_connection"})
  void documentWhenStdinIsAKeyboardIsNotWaitedFor(String command) {
    System.setProperty(LauncherProperties.TYPING, "true");
    try {
      assertThat(typed(command))
          .returns(64, ProgramRun::exitCode)
          .returns("", ProgramRun::stdout)
          .extracting(ProgramRun::stderr)
          .asString()
          .startsWith("pmnextcloud " + command + ": " + command + " reads a document from stdin");
    } finally {
      System.clearProperty(LauncherProperties.TYPING);
    }
  }

  @Test
  void answerWhenStdoutIsFullIsAFailureAndToldSo() {
    PrintStream stderr = System.err;
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThat(Main.run(InputStream.nullInputStream(), full, root, "help", "--lang", "en"))
          .isOne();
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    } finally {
      System.setErr(stderr);
    }
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .isEqualTo("pmnextcloud: The answer could not be written: stdout is full, or closed.\n");
  }

  @Test
  void featuresWhenTypedWithALanguageAreTheSame() {
    assertThat(typed("features", "--lang", "ru")).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  @Test
  void versionWhenAskedTellsOfJavaAndPanel() {
    assertThat(typed("--version").stdout().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Java 1") || line.startsWith("Java 2"))
        .contains("BILLmanager " + root);
  }

  @Test
  void manualAndCompletionWhenPrintedAreThoseThatAreInstalled() throws IOException {
    assertThat(typed("man").stdout())
        .isEqualTo(Files.readString(Path.of("dist/man/man8/pmnextcloud.8")));
    assertThat(typed("completion").stdout())
        .isEqualTo(Files.readString(Path.of("dist/completion/pmnextcloud")));
  }

  @Test
  void manualWhenTheTerminalSpeaksRussianIsRussian() throws IOException {
    System.setProperty(LauncherProperties.LOCALE, "ru_RU.UTF-8");
    try {
      assertThat(typed("man").stdout())
          .isEqualTo(Files.readString(Path.of("dist/man/ru/man8/pmnextcloud.8")));
    } finally {
      System.clearProperty(LauncherProperties.LOCALE);
    }
  }

  @Test
  void documentWhenTypedCommandReadsStdinIsRead() {
    InputStream document = new ByteArrayInputStream("<doc/>".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(Main.run(document, said, root, "tune_connection")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("<doc");
  }
}
