package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import java.util.List;
import java.util.Set;

/** What holds for every service that was not refused, whoever wrote it. */
public final class Promise {

  private static final UserProfile NOBODY = new UserProfile("", "", "");

  private static final List<CloudUser> USERS =
      List.of(
          new CloudUser(
              new UserId("u"),
              true,
              Quota.UNLIMITED,
              NOBODY,
              Set.of("basic", "admin"),
              UserUsage.UNKNOWN),
          new CloudUser(
              new UserId("u"),
              false,
              Quota.UNSET,
              new UserProfile("a@b", "A", "").withoutLanguage(),
              Set.of(),
              UserUsage.UNKNOWN));

  private Promise() {}

  /**
   * Decides all that there is to decide, and checks it.
   *
   * @throws Refusal when the service cannot be promised
   */
  public static void check(Service service) {
    String id = Policy.owner(service).id().value();
    assertThat(id).doesNotContain("/", "\\", "%", "\n", "\0").isNotIn("", ".", "..");
    WantedAccount wanted = Policy.wanted(service, Policy.owner(service));
    Quota quota = wanted.quota();
    assertThat(quota.isUnlimited() || quota.bytes().isPresent()).as("%s", quota).isTrue();
    assertThat(quota.toWire()).matches("none|\\d+( GB)?");
    for (CloudUser user : USERS) {
      for (Plan plan : plans(wanted, user)) {
        assertThat(plan.describe()).isNotEmpty();
        assertThat(plan.steps()).containsAll(plan.essential().steps());
      }
    }
  }

  private static List<Plan> plans(WantedAccount wanted, CloudUser user) {
    return List.of(
        Plan.toOpen(wanted, user),
        Plan.toChange(wanted, user),
        Plan.toDisable(user),
        Plan.toResume(user));
  }
}
