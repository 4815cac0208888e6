package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudCredentials.CredentialKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.text.Sentence;

/**
 * Whether a cloud takes each credential that was typed. One stands in for the other, so that a
 * wrong one would be noticed only when the right one is gone.
 */
record EachCredentialCheck(CloudEndpoint server) {

  /** Where there is only one, whatever is asked tests it. */
  void check() {
    CloudCredentials all = server.credentials();
    if (all.kind() != CredentialKind.APP_PASSWORD_AND_PASSWORD
        && all.kind() != CredentialKind.OAUTH_TOKEN_AND_PASSWORD) {
      return;
    }
    OcsClient byAppPassword = client(all.withoutPassword());
    byAppPassword.send(get(Sentence.of("purpose.sign_in_app_password"), "user"));
    try {
      client(all.withoutAppPassword()).send(get(Sentence.of("purpose.sign_in_password"), "user"));
    } catch (CloudException refused) {
      if (SignInProblem.of(refused) != SignInProblem.SECOND_FACTOR) {
        throw refused;
      }
      requireConfirming(byAppPassword, refused);
    }
  }

  /** Where two factors are demanded any password is refused alike; the right one confirms. */
  private void requireConfirming(OcsClient client, CloudException refused) {
    OcsAnswer answer = client.send(OcsRequest.confirmation(server.credentials().password()));
    if (!answer.isOk()) {
      throw new CloudException(
          refused.kind(), Sentence.of("cloud.useless_password", refused.sentence()));
    }
  }

  private OcsClient client(CloudCredentials credentials) {
    return new OcsClient(
        new CloudEndpoint(
            server.at(), credentials, server.way(), SessionFile.none(), server.renewal()),
        Timeouts.FORM);
  }
}
