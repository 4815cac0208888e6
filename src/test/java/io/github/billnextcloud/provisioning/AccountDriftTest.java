package io.github.billnextcloud.provisioning;

import static io.github.billnextcloud.provisioning.AccountDrift.DriftKind.GROUPS;
import static io.github.billnextcloud.provisioning.AccountDrift.DriftKind.PROFILE;
import static io.github.billnextcloud.provisioning.AccountDrift.DriftKind.QUOTA;
import static io.github.billnextcloud.provisioning.AccountDrift.DriftKind.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In what accounts are not as promised. */
class AccountDriftTest {

  private static final Quota TEN = Quota.ofBytes(10L << 30);
  private static final UserProfile ANNA = new UserProfile("a@example.org", "Anna", "ru");

  private static CloudUser user(
      boolean enabled, Quota quota, UserProfile profile, String... groups) {
    UserUsage stored = new UserUsage(OptionalLong.of(5L << 30), Optional.empty());
    return new CloudUser(new UserId("user_7"), enabled, quota, profile, Set.of(groups), stored);
  }

  private static Service service(long status, boolean abused, Map<String, List<String>> terms) {
    return Services.standing(
        new ServiceStatus(ItemStatus.of(OptionalLong.of(status)), abused, false, true, false),
        Services.with(Services.tariff(terms)));
  }

  private static Service active(Map<String, List<String>> terms) {
    return service(2, false, terms);
  }

  @Test
  void differenceWhenAllIsAsPromisedIsNone() {
    assertThat(AccountDrift.of(active(Map.of()), user(true, TEN, ANNA)))
        .isEqualTo(AccountDrift.NONE);
  }

  @Test
  void differenceWhenEverythingDiffersNamesEveryKind() {
    UserProfile other = new UserProfile("b@example.org", "Anna", "ru");
    AccountDrift difference =
        AccountDrift.of(
            active(Map.of("usergroup", List.of("pro"))), user(false, Quota.UNLIMITED, other));
    assertThat(difference.kinds()).containsExactly(STATE, QUOTA, GROUPS, PROFILE);
    assertThat(difference.sentences())
        .map(Sentence::toString)
        .containsExactly(
            "join the group 'pro'",
            "set the quota to 10 GB",
            "set the e-mail address",
            "enable the user");
  }

  @Test
  void differenceWhenSuspendedAndStillLetInIsOfItsState() {
    AccountDrift difference =
        AccountDrift.of(service(3, false, Map.of()), user(true, Quota.UNLIMITED, ANNA));
    assertThat(difference.kinds()).containsExactly(STATE);
  }

  @Test
  void differenceWhenSuspendedByReadOnlyIsOfThePinnedQuota() {
    Map<String, List<String>> readOnly = Map.of("suspend_style", List.of("read_only"));
    assertThat(AccountDrift.of(service(3, false, readOnly), user(true, TEN, ANNA)).kinds())
        .containsExactly(QUOTA);
    assertThat(
            AccountDrift.of(service(3, false, readOnly), user(true, Quota.pinnedTo(5L << 30), ANNA))
                .isNone())
        .isTrue();
  }

  @Test
  void differenceWhenSuspendedForAbuseIsOfItsStateWhateverTheStyle() {
    Map<String, List<String>> readOnly = Map.of("suspend_style", List.of("read_only"));
    assertThat(AccountDrift.of(service(3, true, readOnly), user(true, TEN, ANNA)).kinds())
        .containsExactly(STATE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 5})
  void differenceWhenNothingIsPromisedAtThisMomentIsNone(long status) {
    assertThat(
            AccountDrift.of(service(status, false, Map.of()), user(false, Quota.UNSET, ANNA))
                .isNone())
        .isTrue();
  }
}
