package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a service may touch. */
class AccountOwnershipTest {

  private static final UserId ID = new UserId("anna");

  @Test
  void requireOursWhenServiceSavedTheNameAgrees() {
    AccountOwnership owner = new AccountOwnership(ID, true, 0);
    assertThatCode(() -> owner.requireOurs(user("pro"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0, pro, COLLISION",
    "false, 8, admin, COLLISION",
    "true, 8, pro, SHARED",
    "true, 0, admin, ADMINISTRATOR"
  })
  void requireOursWhenUserIsAnotherRefuses(
      boolean recorded, long other, String group, Reason reason) {
    AccountOwnership owner = new AccountOwnership(ID, recorded, other);
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, () -> owner.requireOurs(user(group)));
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 0, pro, true",
    "false, 0, pro, false",
    "true, 8, pro, false",
    "true, 0, admin, false"
  })
  void isOursWhenAskedAgreesWithTheRefusals(
      boolean recorded, long other, String group, boolean ours) {
    assertThat(new AccountOwnership(ID, recorded, other).isOurs(user(group))).isEqualTo(ours);
  }

  private static CloudUser user(String group) {
    return new CloudUser(
        ID, true, Quota.ofBytes(0), new UserProfile("", "", ""), Set.of(group), UserUsage.UNKNOWN);
  }
}
