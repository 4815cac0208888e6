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
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a service may touch. */
class AccountOwnershipTest {

  private static final UserId ID = new UserId("anna");

  @Test
  void requireOursWhenServiceSavedTheNameAgrees() {
    AccountOwnership owner = new AccountOwnership(ID, true, OptionalLong.empty());
    assertThatCode(() -> owner.requireOurs(user("pro"))).doesNotThrowAnyException();
  }

  private static OptionalLong other(Long service) {
    return service == null ? OptionalLong.empty() : OptionalLong.of(service);
  }

  @ParameterizedTest
  @CsvSource({
    "false, , pro, COLLISION",
    "false, 8, admin, COLLISION",
    "true, 8, pro, SHARED",
    "true, , admin, ADMINISTRATOR"
  })
  void requireOursWhenUserIsAnotherRefuses(
      boolean recorded, Long other, String group, Reason reason) {
    AccountOwnership owner = new AccountOwnership(ID, recorded, other(other));
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, () -> owner.requireOurs(user(group)));
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "true, , pro, true",
    "false, , pro, false",
    "true, 8, pro, false",
    "true, , admin, false"
  })
  void isOursWhenAskedAgreesWithTheRefusals(
      boolean recorded, Long other, String group, boolean ours) {
    assertThat(new AccountOwnership(ID, recorded, other(other)).isOurs(user(group)))
        .isEqualTo(ours);
  }

  private static CloudUser user(String group) {
    return new CloudUser(
        ID, true, Quota.ofBytes(0), new UserProfile("", "", ""), Set.of(group), UserUsage.UNKNOWN);
  }
}
