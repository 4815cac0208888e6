package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;

/**
 * Whether all that is needed can be done with a credential: a change that changes nothing tells.
 */
final class CredentialTrial {

  private CredentialTrial() {}

  /**
   * @param module with the new credential
   */
  static VerifiedAccess proven(ProcessingModule module) {
    try {
      return check(module);
    } catch (CloudException refused) {
      if (SignInProblem.of(refused) == SignInProblem.APP_PASSWORD) {
        throw new CredentialSetupException(
            Sentence.of("connect.password_needed", refused.sentence()));
      }
      throw refused;
    }
  }

  static VerifiedAccess check(ProcessingModule module) {
    // Without renewal: the stored tokens would stand in for new ones that are not taken.
    return CloudFactory.of(module, Timeouts.FORM).checkAccess();
  }
}
