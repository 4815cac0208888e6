package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.panel.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command saves and confirms, as the panel receives it. */
class PanelBillingTest extends WithPanel {

  private PanelBilling billing;

  @BeforeEach
  void takeTheService() {
    billing = new PanelBilling(panel, item);
  }

  @Test
  void saveParamWhenPlainIsSentByItsOwnName() {
    billing.saveParam("url", "https://cloud.example.org/?a=b&c");

    assertThat(lines())
        .containsExactly(
            "service.saveparam elid="
                + item
                + " sok=ok url=https://cloud.example.org/?a=b&c crypted=off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Анна Иванова", "line one\nline two\n", "'\"`$HOME`\\ *", "a=b", "😀", "-e"})
  void saveParamWhenValueIsOddArrivesAsItIs(String value) {
    billing.saveParam("url", value);

    assertThat(standIn.params(item)).containsEntry("url", value);
  }

  @Test
  void saveParamWhenSecretNamesAVariableOnly() {
    billing.saveParam("userpassword", new Secret("Xk29-tz!qq81"));

    assertThat(lines())
        .containsExactly(
            "service.saveparam elid="
                + item
                + " sok=ok crypted=on userpassword=$PMNEXTCLOUD_USERPASSWORD");
  }

  @Test
  void saveParamWhenSecretIsNotAmongTheArguments() {
    billing.saveParam("userpassword", new Secret("Xk29-tz!qq81"));

    assertThat(onlyCall().argv()).noneMatch(argument -> argument.contains("Xk29"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Xk29-tz!qq81", "пароль", "two\nlines", "'\"$HOME\\", " blank "})
  void saveParamWhenSecretIsStoredEncrypted(String value) {
    billing.saveParam("userpassword", new Secret(value));

    assertThat(standIn.secretParam(item, "userpassword")).isEqualTo(value);
  }

  private static final String SAID_ONLY = "<doc><ok/></doc>";

  @ParameterizedTest
  @ValueSource(strings = {"username", "url", "before_suspension", "delete_after", "deleted_logins"})
  void saveParamWhenThePanelKnowsTheOtherFormOnlyIsSavedByIt(String name) {
    standIn.failNext("service.saveparam", 0, "", SAID_ONLY);

    billing.saveParam(name, "ann");

    assertThat(standIn.params(item)).containsEntry(name, "ann");
    assertThat(lines())
        .last()
        .isEqualTo("service.saveparam elid=" + item + " sok=ok value=ann crypted=off name=" + name);
  }

  @Test
  void saveParamWhenThePanelKnowsTheOtherFormOnlyForSecretsIsSavedByIt() {
    standIn.param(item, "userpassword", "the former one", true);
    standIn.failNext("service.saveparam", 0, "", SAID_ONLY);

    billing.saveParam("userpassword", new Secret("Xk29-tz!qq81"));

    assertThat(standIn.secretParam(item, "userpassword")).isEqualTo("Xk29-tz!qq81");
  }

  /** An account must not be made that nobody can find again. */
  @Test
  void saveParamWhenThePanelSavesNothingSaysSo() {
    standIn.failNext("service.saveparam", 0, "", SAID_ONLY);
    standIn.failNext("service.saveparam", 0, "", SAID_ONLY);

    assertThatThrownBy(() -> billing.saveParam("username", "ann"))
        .hasMessage("The panel says that it has saved 'username', and has not")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.REFUSED);
  }

  @Test
  void saveParamWhenItCanBeToldAgainIsSentOnce() {
    standIn.failNext("service.saveparam", 0, "", SAID_ONLY);

    billing.saveParam("quota_notice", "full");

    assertThat(lines()).hasSize(1);
  }

  @Test
  void confirmWhenThePanelSaysNothingIsNoConfirmation() {
    standIn.failNext("service.postsuspend", 0, "", "");

    assertThatThrownBy(() -> billing.confirm("service.postsuspend"))
        .hasMessage("service.postsuspend: mgrctl has ended without an answer");
  }

  @Test
  void dropParamWhenSavedTakesItBack() {
    standIn.param(item, "username", "ann", false);

    billing.dropParam("username");

    assertThat(standIn.params(item)).isEmpty();
  }

  @Test
  void dropParamWhenSentNamesTheParam() {
    billing.dropParam("username");

    assertThat(lines()).containsExactly("service.dropparam elid=" + item + " sok=ok name=username");
  }

  @Test
  void confirmWhenSentNamesTheService() {
    billing.confirm("backupservice.open");

    assertThat(lines()).containsExactly("backupservice.open elid=" + item + " sok=ok");
  }

  @Test
  void confirmWhenDoneEndsTheOperation() {
    long operation = standIn.beginOperation(item, "open");

    billing.confirm("backupservice.open");

    assertThat(standIn.operationOpen(operation)).isFalse();
  }

  @Test
  void confirmWhenSentTellsWhoWeAre() {
    billing.confirm("service.postsuspend");

    assertThat(onlyCall().sshConnection()).isEqualTo("pmnextcloud");
  }

  @Test
  void confirmWhenSentAsksForXml() {
    billing.confirm("service.postsuspend");

    assertThat(onlyCall().argv()).startsWith("-m", "billmgr", "-o", "xml", "service.postsuspend");
  }

  @Test
  void confirmWhenPanelRestartsIsRepeatedUntilThrough() {
    standIn.restarting(2);

    billing.confirm("service.postsuspend");

    assertThat(standIn.status(item)).isEqualTo(3);
  }

  @Test
  void saveParamWhenPanelRestartsIsRepeatedUntilThrough() {
    standIn.restarting(1);

    billing.saveParam("username", "ann");

    assertThat(standIn.calls()).hasSize(2);
  }

  @Test
  void confirmWhenRefusedIsNotRepeated() {
    assertThatThrownBy(() -> billing.confirm("service.no_such"))
        .isInstanceOf(BillingException.class);

    // Whether the service is there is asked then; who is first to ask also asks for the database.
    assertThat(lines()).filteredOn(line -> line.startsWith("service.no_such")).hasSize(1);
  }

  @Test
  void confirmWhenRefusedTellsWhatThePanelSaid() {
    assertThatThrownBy(() -> billing.confirm("service.no_such"))
        .hasMessageStartingWith("service.no_such: the panel answered 'missed' func ")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.REFUSED);
  }

  @Test
  void saveParamWhenRefusedKeepsTheSecretToItself() {
    standIn.failNext("service.saveparam", 1, "ERROR out of luck\n", "");

    assertThatThrownBy(() -> billing.saveParam("userpassword", new Secret("Xk29-tz!qq81")))
        .hasMessage("service.saveparam: the panel answered 'exit code 1'  ERROR out of luck");
  }

  private static Call onlyCall() {
    return standIn.calls().get(0);
  }

  /** What was not answered may come true yet; the like of it, twice more, would be too much. */
  @Test
  void confirmWhenAnOpeningHasNoAnswerAsksNothingElse() {
    standIn.failNext("backupservice.open", 0, "", "");

    assertThatThrownBy(() -> billing.confirm("backupservice.open"))
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.NO_ANSWER);
    assertThat(lines()).containsExactly("backupservice.open elid=" + item + " sok=ok");
  }
}
