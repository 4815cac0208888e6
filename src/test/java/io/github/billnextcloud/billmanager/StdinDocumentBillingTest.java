package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.secret.Secret;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What a service that is a document is told to have saved in the end. */
class StdinDocumentBillingTest {

  private final StdinDocumentBilling billing =
      new StdinDocumentBilling(InputStream.nullInputStream());

  @Test
  void answerWhenASecretWasTakenBackDoesNotHaveIt() {
    billing.saveParam("member_passwords", new Secret("word"));
    billing.dropParam("member_passwords");

    assertThat(billing.answer().text())
        .contains("<param name=\"member_passwords\" dropped=\"yes\"/>")
        .doesNotContain("word<");
  }

  @Test
  void answerWhenWhatWasTakenBackIsSavedAgainHasItOnly() {
    billing.dropParam("member_passwords");
    billing.saveParam("member_passwords", new Secret("word"));

    assertThat(billing.answer().text())
        .contains("<param name=\"member_passwords\" crypted=\"yes\">word</param>")
        .doesNotContain("dropped");
  }
}
