package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is made and changed, and taken back where nobody could tell any more whose it is. */
class GraphChangesTest extends WithGraphCloud {

  private static final Optional<String> RUSSIAN = Optional.of("ru");

  @Test
  void isFreeWhenSomebodyHasTheNameIsNot() {
    there("ann");

    assertThat(cloud().isFree(new UserId("Ann"))).isFalse();
    assertThat(cloud().isFree(new UserId("bob"))).isTrue();
  }

  @Test
  void createWhenThereIsNoNameToShowTakesTheLoginAndJoinsTheGroups() {
    server.addGroup("pro");
    UserProfile nameless = new UserProfile("", "", "");
    Secret word = new Secret("Word-of-ann");

    cloud().createUser(new NewUser(new UserId("ann"), word, GIGABYTE, nameless, Set.of("pro")));

    assertThat(account("ann").displayName()).isEqualTo("ann");
    assertThat(account("ann").groups()).containsExactly("pro");
    assertThat(account("ann").language()).isEqualTo("en");
  }

  @Test
  void createWhenThereIsNoPasswordMakesNobody() {
    NewUser ann = newUser("ann", GIGABYTE);
    NewUser open = new NewUser(ann.id(), new Secret(""), GIGABYTE, ann.profile(), Set.of());

    assertThat(refusal(() -> cloud().createUser(open))).isEqualTo(CloudErrorKind.PASSWORD_REFUSED);
    assertThat(writes()).isEmpty();
  }

  @Test
  void createWhenItFailsAndTheUserCanShowWhoseHeIsLeavesHim() {
    server.maxQuota(1L << 20);

    assertThat(refusal(() -> cloud().createUser(newUser("ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(server.account("ann")).isPresent();
  }

  @Test
  void createWhenItFailsAndTheUserCanShowNothingTakesHimBack() {
    server.takePasswords(false);
    server.appPassword("amber");
    server.allowImpersonation();
    server.maxQuota(1L << 20);

    assertThat(refusal(() -> byToken("amber").createUser(newUser("ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(server.account("ann")).isEmpty();
  }

  @Test
  void signInFirstWhenTheUserIsOutLetsHimInMakesTheDriveAndSpeaks() {
    Account ann = server.addAccount("ann");
    ann.setPassword("Word-of-ann");
    ann.setEnabled(false);
    UserId id = new UserId("ann", ann.stableId());

    assertThat(cloud().signInFirst(id, new Secret("Word-of-ann"), RUSSIAN)).isTrue();

    assertThat(ann.enabled()).isTrue();
    assertThat(ann.drive()).isNotNull();
    assertThat(ann.language()).isEqualTo("ru");
  }

  @Test
  void signInFirstWhenThereIsADriveOnlySpeaks() {
    UserId ann = there("ann");

    assertThat(cloud().signInFirst(ann, new Secret("Word-of-ann"), RUSSIAN)).isFalse();

    assertThat(account("ann").language()).isEqualTo("ru");
    assertThat(writes()).containsExactly("PATCH me");
  }

  @Test
  void signInFirstWhenNothingLetsInChangesNothing() {
    Account ann = server.addAccount("ann");
    UserId id = new UserId("ann", ann.stableId());

    cloud().signInFirst(id, new Secret("Another-word"), RUSSIAN);

    assertThat(ann.drive()).isNull();
    assertThat(ann.language()).isEqualTo("en");
  }

  @Test
  void setPasswordWhenBlankIsRefusedSinceTheServerWouldPassItOver() {
    UserId ann = there("ann");

    assertThat(refusal(() -> cloud().setPassword(ann, new Secret(""))))
        .isEqualTo(CloudErrorKind.PASSWORD_REFUSED);
    cloud().setPassword(ann, new Secret("Another-word"));

    assertThat(account("ann").password()).isEqualTo("Another-word");
  }

  @Test
  void enableAndDisableWhenAskedDoSo() {
    UserId ann = there("ann");

    cloud().disableUser(ann);
    assertThat(account("ann").enabled()).isFalse();

    cloud().enableUser(ann);
    assertThat(account("ann").enabled()).isTrue();
  }

  @Test
  void joinGroupWhenTheUserIsMissingSaysThat() {
    server.addGroup("pro");
    UserId nobody = new UserId("ann", "00000000-0000-4000-8000-000000000001");

    assertThat(refusal(() -> cloud().joinGroup(nobody, "pro")))
        .isEqualTo(CloudErrorKind.USER_MISSING);
    assertThat(refusal(() -> cloud().joinGroup(new UserId("ann"), "pro")))
        .isEqualTo(CloudErrorKind.USER_MISSING);
  }

  @Test
  void signsInWhenItIsAnotherOrThereIsNoPasswordIsNo() {
    there("ann");
    UserId former = new UserId("ann", "00000000-0000-4000-8000-000000000001");

    assertThat(cloud().signsIn(former, new Secret("Word-of-ann"))).isFalse();
    assertThat(cloud().signsIn(new UserId("ann"), new Secret("Word-of-ann"))).isTrue();
    assertThat(cloud().signsIn(new UserId("ann"), new Secret(""))).isFalse();
  }

  @Test
  void isMarkedWhenAskedIsNeverSure() {
    assertThat(cloud().isMarked(there("ann"), new Secret("mark"))).isFalse();
  }

  @Test
  void readUsersWhenFewAreWantedLooksAtEach() {
    List<UserId> wanted = new ArrayList<>();
    for (int user = 0; user < 5; user++) {
      wanted.add(there("user_" + user));
    }
    server.rename(account("user_4"), "renamed");
    server.forgetRequests();

    List<CloudUser> read = new ArrayList<>();
    cloud().readUsers(wanted, read::add);

    assertThat(read).extracting(CloudUser::id).containsExactlyElementsOf(wanted);
    assertThat(server.routes()).doesNotContain("GET users").hasSize(5);
  }

  @Test
  void groupsWhenReadAreThoseOfTheCloud() {
    server.addGroup("pro");
    cloud().makeGroup("plus");
    cloud().makeGroup("plus");

    assertThat(cloud().groups()).contains("plus", "pro");
  }

  @Test
  void freeSpaceWhenTheServerDoesNotTellIsUnknown() {
    assertThat(cloud().freeSpace()).isEmpty();

    Account admin = account(CloudStandIn.ADMIN);
    admin.setQuota("1073741824");
    assertThat(cloud().freeSpace()).isEmpty();
  }

  @Test
  void productWhenAskedIsItsOwnNameAndWritesToNobody() {
    assertThat(cloud().product()).isEqualTo("Infinite Scale");
    assertThat(refusal(() -> cloud().sendWelcome(there("ann")))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @Test
  void findWhenAllIsShownReadsGroupsAndTheLastSignIn() {
    UserId ann = there("ann");
    String groups = "\"memberOf\":[{\"displayName\":\"pro\"}]";
    String login = "\"signInActivity\":{\"lastSuccessfulSignInDateTime\":\"2026-11-25T13:09:58Z\"}";
    server.fault(
        request -> request.path().contains("/users/"),
        Fault.status(
            200,
            Map.of(),
            "application/json",
            "{\"id\":\"%s\",\"onPremisesSamAccountName\":\"ann\",%s,%s}"
                .formatted(ann.stableId().orElseThrow(), groups, login)));

    CloudUser user = cloud().findUser(ann).orElseThrow();

    assertThat(user.groups()).containsExactly("pro");
    assertThat(user.usage().lastLogin()).hasToString("Optional[2026-11-25T13:09:58Z]");
  }

  private Account account(String name) {
    return server.account(name).orElseThrow();
  }

  private static CloudErrorKind refusal(ThrowingCallable call) {
    CloudErrorKind[] kind = new CloudErrorKind[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, failure -> kind[0] = failure.kind());
    return kind[0];
  }

  @Test
  void createWhenThereIsAnAddressGivesItAtOnce() {
    UserProfile profile = new UserProfile("ann@example.org", "Ann", "");
    Secret word = new Secret("Word-of-ann");

    cloud().createUser(new NewUser(new UserId("ann"), word, GIGABYTE, profile, Set.of()));

    assertThat(account("ann").email()).isEqualTo("ann@example.org");
    assertThat(writes()).containsOnlyOnce("POST users");
  }

  @Test
  void createWhenTheAnswerHasNoCodeMakesNobodyWithoutTheAddress() {
    UserProfile profile = new UserProfile("ann@example.org", "Ann", "");
    server.fault(
        request -> request.method().equals("POST"), Fault.status(400, Map.of(), "text/html", "no"));
    NewUser ann =
        new NewUser(new UserId("ann"), new Secret("Word-of-ann"), GIGABYTE, profile, Set.of());

    assertThat(refusal(() -> cloud().createUser(ann))).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(server.account("ann")).isEmpty();
  }

  @Test
  void createWhenNoLimitIsWantedSaysSoToADriveThatMayHaveOne() {
    cloud().createUser(newUser("ann", Quota.UNLIMITED));
    assertThat(writes()).anyMatch(route -> route.startsWith("PATCH drives/"));

    server.forgetRequests();
    cloud().createUser(newUser("bob", Quota.UNSET));
    assertThat(writes()).noneMatch(route -> route.startsWith("PATCH drives/"));
  }

  /** A role that has none: what was asked for is left to whoever looks at what was made. */
  @Test
  void createWhenTheUserGetsNoDriveLimitsNone() {
    server.fault(
        request -> request.path().endsWith("/me/drive"),
        Fault.status(
            404,
            Map.of(),
            "application/json",
            "{\"error\":{\"code\":\"itemNotFound\",\"message\":\"no drive returned from"
                + " storage\"}}"));

    cloud().createUser(newUser("ann", GIGABYTE));

    assertThat(server.account("ann")).isPresent();
    assertThat(writes()).noneMatch(route -> route.startsWith("PATCH drives/"));
  }

  /** In doubt the user stays: the next run finds out whose he is. */
  @Test
  void createWhenItFailsAndNobodyCanTellWhetherTheUserSignsInLeavesHim() {
    server.takePasswords(false);
    server.appPassword("amber");
    server.allowImpersonation();
    server.maxQuota(1L << 20);
    server.fault(
        request -> request.route().equals("GET me"), Fault.status(500, Map.of(), null, ""));

    assertThat(refusal(() -> byToken("amber").createUser(newUser("ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(server.account("ann")).isPresent();
  }

  @Test
  void createWhenItFailsAndCannotBeTakenBackTellsBoth() {
    server.takePasswords(false);
    server.appPassword("amber");
    server.allowImpersonation();
    server.maxQuota(1L << 20);
    server.fault(
        request -> request.method().equals("DELETE"),
        Fault.status(
            405,
            Map.of(),
            "application/json",
            "{\"error\":{\"code\":\"notAllowed\",\"message\":\"server is configured"
                + " read-only\"}}"));

    assertThatThrownBy(() -> byToken("amber").createUser(newUser("ann", GIGABYTE)))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.QUOTA_REFUSED)
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .hasFieldOrPropertyWithValue("kind", CloudErrorKind.FORBIDDEN));
  }

  @Test
  void joinGroupWhenEitherIsMissingNamesIt() {
    UserId ann = there("ann");
    server.addGroup("pro");
    UserId nobody = new UserId("bob", "00000000-0000-4000-8000-000000000001");

    assertThatThrownBy(() -> cloud().joinGroup(ann, "plan")).hasMessageContaining("'plan'");
    assertThatThrownBy(() -> cloud().joinGroup(nobody, "pro")).hasMessageContaining("no such user");
  }

  @Test
  void signInFirstWhenNoLanguageIsWantedLeavesIt() {
    UserId ann = there("ann");

    cloud().signInFirst(ann, new Secret("Word-of-ann"), Optional.empty());

    assertThat(writes()).isEmpty();
  }
}
