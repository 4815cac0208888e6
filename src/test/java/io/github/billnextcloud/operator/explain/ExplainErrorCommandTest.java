package io.github.billnextcloud.operator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads who asks what an error means, on a host without a panel. */
class ExplainErrorCommandTest {

  @TempDir Path root;

  private ProgramRun typed(String line) {
    return ProgramRun.here(root, line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloud_busy",
        "pmnextcloud_cloud_busy",
        "Cloud_Busy",
        "msg_error_pmnextcloud_cloud_busy",
        "busy"
      })
  void errorWhenNamedInAnyWayIsExplained(String name) {
    assertThat(typed("explain " + name))
        .returns(0, ProgramRun::exitCode)
        .returns("", ProgramRun::stderr)
        .extracting(ProgramRun::stdout)
        .asString()
        .startsWith("pmnextcloud_cloud_busy\n")
        .contains("\nCause\n  The cloud is in maintenance", "\nRemedy\n  Wait", "BILLmanager: it ")
        .doesNotContain("__reason__", "billing_refused");
  }

  @Test
  void errorWhenAskedAsBillmanagerAsksIsExplained() {
    assertThat(typed("--command explain busy")).isEqualTo(typed("explain busy"));
  }

  @Test
  void errorWhenAskedInRussianIsExplainedInRussian() {
    assertThat(typed("explain quota_below_use --lang ru").stdout())
        .contains("\nОтчего\n  Новый тариф", "\nЧто делать\n", "Вы, сразу");
  }

  @Test
  void errorsWhenSeveralAreMeantAreAllExplained() {
    assertThat(typed("explain group_").stdout())
        .contains("pmnextcloud_group_forbidden\n", "pmnextcloud_group_missing\n");
  }

  @Test
  void errorsWhenNoneIsNamedAreListed() {
    assertThat(typed("explain").stdout().lines())
        .hasSize(Messages.of("errors", Language.EN).firstWords().size())
        .allMatch(line -> line.matches("[a-z_]+ {2,}\\S.*\\."))
        .anyMatch(line -> line.startsWith("not_installed "));
  }

  @Test
  void linesWhenShownFitTheTerminal() {
    assertThat(typed("explain _ --lang ru").stdout().lines())
        .hasSizeGreaterThan(35)
        .allMatch(line -> line.length() <= 79);
  }

  @Test
  void errorWhenNobodyHasItIsNotUnderstood() {
    assertThat(typed("explain xyzzy"))
        .returns(64, ProgramRun::exitCode)
        .extracting(ProgramRun::stderr)
        .asString()
        .contains("There is no error 'xyzzy'", "See: pmnextcloud help explain");
  }

  @Test
  void wordWhenASecondOneIsTypedIsNotUnderstood() {
    assertThat(typed("explain busy now").exitCode()).isEqualTo(64);
  }

  @Test
  void failureWhenItIsToldSaysWhereItIsExplained() {
    assertThat(typed("show --item 7").stderr())
        .contains("\nWhat to do: pmnextcloud explain billing_not_there\n");
  }

  @Test
  void explanationWhenReadLeavesNoLog() {
    typed("explain busy");
    assertThat(Files.exists(root.resolve("var/pmnextcloud.log"))).isFalse();
  }
}
