package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.BillingException.Kind;
import io.github.billnextcloud.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One call of the control utility, however it answers. */
class MgrctlTest {

  private static final MgrctlCall CALL = MgrctlCall.change("service.postsuspend", 7);

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
        .hasFieldOrPropertyWithValue("kind", Kind.REFUSED);
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
    MgrctlCall call = MgrctlCall.change("service.saveparam", 7).withSecret("x", new Secret("s3cr"));

    assertThatThrownBy(() -> new Mgrctl(root).run(call))
        .hasMessage("service.saveparam: the panel answered 'value' x ***");
  }

  @Test
  void runWhenItFailsWithoutAWordTellsTheExitCode() throws IOException {
    mgrctl("exit 5");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: the panel answered 'exit code 5'  and said nothing")
        .hasFieldOrPropertyWithValue("kind", Kind.REFUSED);
  }

  @Test
  void runWhenAPageHidesThatThePanelRestartsKnowsItAllTheSame() throws IOException {
    mgrctl(
        "echo '<html><br>bad gateway</html>';"
            + " echo \"ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\" >&2; exit 1");

    assertThatThrownBy(this::run).hasFieldOrPropertyWithValue("kind", Kind.RESTARTING);
  }

  @Test
  void runWhenTheAnswerBreaksOffSaysSo() throws IOException {
    mgrctl("echo '<doc><ok>'");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: mgrctl's answer is no XML")
        .hasFieldOrPropertyWithValue("kind", Kind.REFUSED);
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
        .hasFieldOrPropertyWithValue("kind", Kind.REFUSED);
  }

  @Test
  void runWhenPanelRestartsByDocumentSaysSo() throws IOException {
    mgrctl("echo '<doc><error type=\"client\" object=\"open\"/></doc>'; exit 1");

    assertThat(kind()).isEqualTo(Kind.RESTARTING);
  }

  @Test
  void runWhenPanelRestartsByLineSaysSo() throws IOException {
    mgrctl("echo \"ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\" >&2; exit 1");

    assertThat(kind()).isEqualTo(Kind.RESTARTING);
  }

  @Test
  void runWhenErrorIsALineTellsItsParts() throws IOException {
    mgrctl("echo \"ERROR Error: Type: 'value' Object: 'elid' Value: '7'\" >&2; exit 1");

    assertThatThrownBy(this::run)
        .hasMessage("service.postsuspend: the panel answered 'value' elid 7");
  }

  @Test
  @Timeout(20)
  void runWhenStderrIsHugeIsNotStopped() throws IOException {
    mgrctl("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo '<doc><ok>1</ok></doc>'");

    assertThat(run().text("ok")).isEqualTo("1");
  }

  @Test
  @Timeout(20)
  void runWhenItReadsStdinGetsNone() throws IOException {
    mgrctl("cat >/dev/null; echo '<doc/>'");

    assertThat(run().texts()).isEmpty();
  }

  @Test
  void runWhenAnswerIsNoXmlAndExitIsGoodIsAnEmptyDocument() throws IOException {
    mgrctl("echo OK");

    assertThat(run().texts()).isEmpty();
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

    XmlIn answer = new Mgrctl(root).run(MgrctlCall.of("f").withSecret("userpassword", secret()));

    assertThat(answer.texts())
        .containsEntry("said", "-m billmgr -o xml f -e userpassword=$PMNEXTCLOUD_USERPASSWORD")
        .containsEntry("got", "s3cret");
  }

  private static Secret secret() {
    return new Secret("s3cret");
  }

  private XmlIn run() {
    return new Mgrctl(root).run(CALL);
  }

  private Kind kind() {
    return catchThrowableOfType(BillingException.class, this::run).kind();
  }

  private Path mgrctl(String script) throws IOException {
    Path program = Files.createDirectories(root.resolve("sbin")).resolve("mgrctl");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
