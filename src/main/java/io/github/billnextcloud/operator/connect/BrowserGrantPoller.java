package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.ocs.LoginFlowV2;
import io.github.billnextcloud.cloud.ocs.LoginFlowV2.GrantedLogin;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.Optional;

/** Waits until somebody has granted an app password in a browser. */
record BrowserGrantPoller(LoginFlowV2 grant) {

  /** As long as the server keeps the page open. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  GrantedLogin granted() {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < LONGEST.toNanos()) {
      Optional<GrantedLogin> granted = poll();
      if (granted.isPresent()) {
        return granted.get();
      }
      pause();
    }
    throw new CredentialSetupException(Sentence.of("connect.not_granted", LONGEST.toMinutes()));
  }

  /** The person needs minutes; meanwhile the cloud may be away for a moment. */
  private Optional<GrantedLogin> poll() {
    try {
      return grant.poll();
    } catch (CloudException absent) {
      if (absent.kind() != CloudErrorKind.UNREACHABLE) {
        throw absent;
      }
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stopped) {
      throw BillingException.stopped("an app password is waited for");
    }
  }
}
