package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Infinite Scale 5 does otherwise than 7, as far as it matters to us. */
class InfiniteScale5Test extends WithGraphCloud {

  @BeforeEach
  void startTheOlder() {
    start(Flavour.INFINITE_SCALE_5);
  }

  @Test
  void checkAccessWhenTheAccountIsNoAdministratorIsForbiddenThoughTheStatusIs401() {
    there("ann");
    CloudCredentials ann = CloudCredentials.ofPassword("ann", new Secret("Word-of-ann"));

    assertThat(refusal(() -> cloud(ann, Timeouts.OPERATION).checkAccess()))
        .isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenAllIsWellTellsTheVersion() {
    assertThat(cloud().checkAccess().product()).isEqualTo("Infinite Scale 5.0.0-rc.5+dev");
  }

  /** There are no app tokens, and their route is answered by the web page. */
  @Test
  void setQuotaWhenTheUserNeverSignedInIsPending() {
    server.allowImpersonation();
    Account ann = server.addAccount("ann");

    assertThat(refusal(() -> cloud().setQuota(new UserId("ann", ann.stableId()), GIGABYTE)))
        .isEqualTo(CloudErrorKind.QUOTA_PENDING);
  }

  @Test
  void freeSpaceWhenToldAsWhatRemainsIsThat() {
    assertThat(cloud().freeSpace()).hasValue(76_964_524_032L);
  }

  @Test
  void findWhenThereIsAnAddressShowsIt() {
    UserId ann = there("ann");
    server.account("ann").orElseThrow().setEmail("ann@example.org");

    assertThat(cloud().findUser(ann).orElseThrow().profile().email()).hasValue("ann@example.org");
  }

  @Test
  void deleteWhenItIsAnsweredThatNobodyWasThereIsDone() {
    for (String name : List.of("a#b", "a+b")) {
      UserId id = there(name);

      cloud().deleteUser(id);

      assertThat(server.account(name)).isEmpty();
    }
  }

  private static CloudErrorKind refusal(ThrowingCallable call) {
    CloudErrorKind[] kind = new CloudErrorKind[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, failure -> kind[0] = failure.kind());
    return kind[0];
  }
}
