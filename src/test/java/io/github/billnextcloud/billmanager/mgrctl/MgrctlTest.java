package io.github.billnextcloud.billmanager.mgrctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call of the control utility, however it answers. */
class MgrctlTest {

  private static final MgrctlRequest CALL = MgrctlRequest.change("service.postsuspend", 7);

  private static final long SOON_NANOS = Duration.ofMinutes(1).toNanos();

  @TempDir Path root;

  @Test
  void runWhenItAnswersReadsTheDocument() throws IOException {
    mgrctl("echo '<?xml version=\"1.0\"?>'; echo '<doc><ok>да</ok></doc>'");

    assertThat(run().text("ok")).isEqualTo("да");
  }

  @Test
  void runWhenMgrctlIsMissingSaysSo() {
    assertThatThrownBy(this::run)
        .hasMessageContaining("mgrctl cannot be run: ")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NOT_THERE);
  }

  @Test
  void runWhenMgrctlMayNotBeRunSaysSo() throws IOException {
    Path program = mgrctl("exit 0");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(this::run).hasMessageContaining("mgrctl cannot be run: ");
  }

  @Test
  void runWhenThePanelQuotesTheSecretThatItRefusesHidesIt() throws IOException {
    mgrctl("echo \"ERROR Error: Type: 'value' Object: 'x' Value: '$PMNEXTCLOUD_X'\" >&2; exit 1");
    MgrctlRequest call =
        MgrctlRequest.change("service.saveparam", 7).withSecret("x", new Secret("s3cr"));

    assertThatThrownBy(() -> new Mgrctl(root).run(call))
        .hasMessage("service.saveparam: the panel answered 'value' x ***");
  }

  @Test
  void runWhenItFailsWithoutAWordTellsTheExitCode() throws IOException {
    mgrctl("exit 5");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: the panel answered 'exit code 5'  and said nothing")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_ANSWER);
  }

  @Test
  void runWhenAPageHidesThatThePanelRestartsKnowsItAllTheSame() throws IOException {
    mgrctl(
        "echo '<html><br>bad gateway</html>';"
            + " echo \"ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\" >&2; exit 1");

    assertThatThrownBy(this::run).hasFieldOrPropertyWithValue("kind", BillingErrorKind.RESTARTING);
  }

  @Test
  void runWhenTheAnswerBreaksOffSaysSo() throws IOException {
    mgrctl("echo '<doc><ok>'");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: mgrctl's answer is no XML")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_ANSWER);
  }

  @Test
  void runWhenItFailsQuotesItsFirstLineOnly() throws IOException {
    mgrctl("echo 'first' >&2; echo 'second' >&2; exit 1");

    assertThatThrownBy(this::run).hasMessageEndingWith("'exit code 1'  first");
  }

  @Test
  void runWhenItIsKilledTellsTheExitCode() throws IOException {
    mgrctl("kill -9 $$");

    assertThatThrownBy(this::run).hasMessageContaining("'exit code 137'");
  }

  @Test
  void runWhenExitIsGoodButDocumentIsAnErrorIsRefused() throws IOException {
    mgrctl("echo '<doc><error type=\"access\" object=\"item\"><msg>нельзя</msg></error></doc>'");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: the panel answered 'access' item нельзя")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.REFUSED);
  }

  @Test
  void runWhenPanelRestartsByDocumentSaysSo() throws IOException {
    mgrctl("echo '<doc><error type=\"client\" object=\"open\"/></doc>'; exit 1");

    assertThat(kind()).isEqualTo(BillingErrorKind.RESTARTING);
  }

  @Test
  void runWhenPanelRestartsByLineSaysSo() throws IOException {
    mgrctl("echo \"ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\" >&2; exit 1");

    assertThat(kind()).isEqualTo(BillingErrorKind.RESTARTING);
  }

  @Test
  void runWhenErrorIsALineTellsItsParts() throws IOException {
    mgrctl("echo \"ERROR Error: Type: 'value' Object: 'elid' Value: '7'\" >&2; exit 1");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: the panel answered 'value' elid 7");
  }

  @Test
  @Timeout(120)
  void runWhenStderrIsHugeIsNotStopped() throws IOException {
    mgrctl("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo '<doc><ok>1</ok></doc>'");

    assertThat(run().text("ok")).isEqualTo("1");
  }

  @Test
  @Timeout(120)
  void runWhenItReadsStdinGetsNone() throws IOException {
    mgrctl("cat >/dev/null; echo '<doc/>'");

    assertThat(run().texts()).isEmpty();
  }

  /** Else what never came true would be confirmed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 0",
        "echo",
        "echo OK",
        "echo '<html><body>ok</body></html>'",
        "echo '{\"doc\":{}}'",
        "echo '<document/>'"
      })
  void runWhenExitIsGoodWithoutAnAnswerIsNoConfirmation(String script) throws IOException {
    mgrctl(script);

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: mgrctl has ended without an answer")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo 'ld.so: object cannot be preloaded: ignored.'; echo '<doc><ok>1</ok></doc>'",
        "echo 'a < b'; echo '<?xml version=\"1.0\"?><doc><ok>1</ok></doc>'",
        "printf '\\357\\273\\277<doc><ok>1</ok></doc>'"
      })
  void runWhenSomethingElseTalksBeforeReadsTheDocument(String script) throws IOException {
    mgrctl(script);

    assertThat(run().text("ok")).isEqualTo("1");
  }

  @Test
  void runWhenSomethingElseTalksBeforeAnErrorIsRefused() throws IOException {
    mgrctl("echo 'warning'; echo '<doc><error type=\"access\" object=\"item\"/></doc>'; exit 1");

    assertThatThrownBy(this::run).hasMessageContaining("the panel answered 'access' item");
  }

  @Test
  @Timeout(120)
  void runWhenAProgramBelowItKeepsStdoutReadsWhatWasSaid() throws IOException {
    mgrctl("sleep 300 & echo '<doc><ok>1</ok></doc>'");

    assertThat(run().text("ok")).isEqualTo("1");
  }

  @Test
  @Timeout(120)
  void runWhenItTakesTooLongIsEndedWithAllThatItHasStarted() throws Exception {
    mgrctl("(sleep 300; true) & wait");

    assertThatThrownBy(() -> new Mgrctl(root, Duration.ofMillis(500)).run(CALL))
        .hasMessageStartingWith("service.postsuspend: mgrctl has not ended within ")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_ANSWER);
    assertNobodyIsLeft();
  }

  /** A program that is no mgrctl is waited for and ended in the same way. */
  @Test
  @Timeout(120)
  void panelProgramWhenOneBelowItKeepsStdoutTellsWhatWasSaid() throws IOException {
    mgrctl("sleep 300 & echo said");
    assertThat(PanelProgramRun.run(root, "sbin/mgrctl").text()).isEqualTo("said\n");
  }

  @Test
  @Timeout(120)
  void panelProgramWhenItTakesTooLongIsEndedWithAllThatItHasStarted() throws Exception {
    mgrctl("(sleep 300; true) & wait");

    assertThatThrownBy(() -> PanelProgramRun.run(root, Duration.ofMillis(500), "sbin/mgrctl"))
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_ANSWER);
    assertNobodyIsLeft();
  }

  /** A shell below another bears the command line of that. */
  private void assertNobodyIsLeft() throws InterruptedException {
    long deadline = System.nanoTime() + SOON_NANOS;
    while (isSomebodyLeft() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(isSomebodyLeft()).isFalse();
  }

  private boolean isSomebodyLeft() {
    return ProcessHandle.allProcesses()
        .anyMatch(it -> it.info().commandLine().orElse("").contains(root.toString()));
  }

  @Test
  @Timeout(120)
  void runWhenASignalComesMeanwhileWaitsForItsEnd() throws IOException {
    mgrctl("touch begun; sleep 1; echo '<doc><ok>1</ok></doc>'");
    interruptWhenBegun();

    assertThat(run().text("ok")).isEqualTo("1");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @Timeout(120)
  void runWhenASignalComesAndItTakesLongSaysSo() throws IOException {
    mgrctl("touch begun; sleep 300; echo '<doc/>'");
    interruptWhenBegun();

    assertThatThrownBy(this::run)
        .hasMessage("Stopped while service.postsuspend has not answered yet")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.STOPPED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void runWhenASignalCameBeforeBeginsNothing() throws IOException {
    mgrctl("touch begun; echo '<doc/>'");
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::run).hasFieldOrPropertyWithValue("kind", BillingErrorKind.STOPPED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(root.resolve("begun")).doesNotExist();
  }

  private void interruptWhenBegun() {
    Thread running = Thread.currentThread();
    Thread signal =
        new Thread(
            () -> {
              while (!Files.exists(root.resolve("begun"))) {
                Thread.onSpinWait();
              }
              running.interrupt();
            });
    signal.setDaemon(true);
    signal.start();
  }

  @Test
  void runWhenDocumentHasADoctypeIsNotResolved() throws IOException {
    mgrctl(
        "echo '<!DOCTYPE doc [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>'\n"
            + "echo '<doc><ok>&e;</ok></doc>'");

    assertThatThrownBy(this::run).hasMessageNotContaining("root:");
  }

  @Test
  void runWhenStartedIsInThePanelsDirectory() throws IOException {
    mgrctl("echo \"<doc><ok>$(pwd -P)</ok></doc>\"");

    assertThat(run().text("ok")).isEqualTo(root.toRealPath().toString());
  }

  @Test
  void runWhenSecretIsGivenHandsItOverInTheEnvironment() throws IOException {
    mgrctl("echo \"<doc><said>$*</said><got>$PMNEXTCLOUD_USERPASSWORD</got></doc>\"");

    XmlElement answer =
        new Mgrctl(root).run(MgrctlRequest.of("f").withSecret("userpassword", secret()));

    assertThat(answer.texts())
        .containsEntry("said", "-m billmgr -o xml f -e userpassword=$PMNEXTCLOUD_USERPASSWORD")
        .containsEntry("got", "s3cret");
  }

  private static Secret secret() {
    return new Secret("s3cret");
  }

  private XmlElement run() {
    return new Mgrctl(root).run(CALL);
  }

  private BillingErrorKind kind() {
    return catchThrowableOfType(BillingException.class, this::run).kind();
  }

  private Path mgrctl(String script) throws IOException {
    Path program = Files.createDirectories(root.resolve("sbin")).resolve("mgrctl");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
