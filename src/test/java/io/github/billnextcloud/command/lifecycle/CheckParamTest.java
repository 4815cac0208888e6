package io.github.billnextcloud.command.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.conversation.ProgramRun;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wish is good only when it has been looked at; the conversations have the panel's side. */
class CheckParamTest {

  private static final String[] WISH = {
    "--command", "check_param", "--param", "username", "--value", "boss"
  };

  @TempDir Path root;

  @Test
  void wishWhenAProgramFaultKeepsItFromBeingLookedAtIsNotAccepted() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exitCode = Main.run(new BrokenStream(), said, root, WISH);

    assertThat(exitCode).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("pmnextcloud_customer_not_now")
        .doesNotContain("a bug", "IllegalState");
  }

  @Test
  void wishWhenThePanelsSettingsCannotBeReadIsNotAccepted() {
    String[] ofItem = {WISH[0], WISH[1], WISH[2], WISH[3], WISH[4], WISH[5], "--item", "7"};
    assertThat(ProgramRun.here(root, ofItem))
        .returns(1, ProgramRun::exitCode)
        .extracting(ProgramRun::stdout)
        .asString()
        .contains("pmnextcloud_customer_not_now")
        .doesNotContain("mgrctl", root.toString());
  }

  @Test
  void wishWhenNobodyKeepsTheOrderYetIsJudgedWithoutSettings() {
    assertThat(ProgramRun.here(root, WISH).stdout()).contains("<ok/>");
  }

  private static final class BrokenStream extends InputStream {

    @Override
    public int read() {
      throw new IllegalStateException("a bug");
    }
  }
}
