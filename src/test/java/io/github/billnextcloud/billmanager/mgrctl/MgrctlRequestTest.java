package io.github.billnextcloud.billmanager.mgrctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.secret.Secret;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What a call of the panel's control utility looks like to others on the machine. */
class MgrctlRequestTest {

  private static final String PROGRAM = "/usr/local/mgr5/sbin/mgrctl";

  @Test
  void argvWhenReadingNamesFunctionAndParams() {
    MgrctlRequest call = MgrctlRequest.of("processing.edit").with("elid", 3);
    assertThat(call.argv(PROGRAM))
        .containsExactly(PROGRAM, "-m", "billmgr", "-o", "xml", "processing.edit", "elid=3");
  }

  @Test
  void argvWhenChangingIsMarkedAsChange() {
    assertThat(MgrctlRequest.change("service.postopen", 7).argv(PROGRAM))
        .endsWith("elid=7", "sok=ok");
  }

  @Test
  void argvWhenParamIsSecretNamesOnlyItsVariable() {
    MgrctlRequest call =
        MgrctlRequest.change("service.saveparam", 7)
            .withSecret("userpassword", new Secret("hunter2"));
    assertThat(call.argv(PROGRAM)).endsWith("-e", "userpassword=$PMNEXTCLOUD_USERPASSWORD");
  }

  @Test
  void environmentWhenParamIsSecretHasIt() {
    MgrctlRequest call =
        MgrctlRequest.of("f").with("a", "b").withSecret("userpassword", new Secret("hunter2"));
    assertThat(call.environment()).hasSize(1).containsEntry("PMNEXTCLOUD_USERPASSWORD", "hunter2");
  }

  @Test
  void argvWhenValueHasBlanksAndMarksStaysOneArgument() {
    MgrctlRequest call = MgrctlRequest.of("f").with("errorxml", "<a b=\"$c; `d`\">\n'</a>");
    assertThat(call.argv(PROGRAM)).endsWith("f", "errorxml=<a b=\"$c; `d`\">\n'</a>");
  }

  @Test
  void argvWhenValueHasNulLeavesItOut() {
    assertThat(MgrctlRequest.of("f").with("a", "x\0y").argv(PROGRAM)).endsWith("a=xy");
  }

  @Test
  void lineWhenTypedIntoAShellIsThisVeryCall() {
    MgrctlRequest call =
        MgrctlRequest.of("f")
            .with("url", "https://cloud.example.org:8443/n")
            .with("name", "Ann's $HOME")
            .withSecret("userpassword", new Secret("hunter2"));
    assertThat(call.line())
        .isEqualTo(
            "sbin/mgrctl -m billmgr -o xml f url=https://cloud.example.org:8443/n"
                + " 'name=Ann'\\''s $HOME' -e 'userpassword=$PMNEXTCLOUD_USERPASSWORD'");
  }

  @Test
  void toStringWhenLoggedNamesFunctionElidAndParams() {
    MgrctlRequest call =
        MgrctlRequest.change("service.saveparam", 7)
            .with("url", "https://cloud.example.org")
            .withSecret("userpassword", new Secret("hunter2"));
    assertThat(call).hasToString("service.saveparam elid=7 [url, userpassword]");
  }

  @Test
  void toStringWhenLoggedWithoutParamsIsFunctionAlone() {
    assertThat(MgrctlRequest.of("paramlist")).hasToString("paramlist");
  }

  @Property
  void argvWhenParamIsSecretNeverHasIt(@ForAll @StringLength(min = 8, max = 40) String text) {
    String password = "~" + text + "~";
    MgrctlRequest call = MgrctlRequest.of("f").withSecret("userpassword", new Secret(password));
    assertThat(call.argv(PROGRAM) + " " + call).doesNotContain(password);
  }
}
