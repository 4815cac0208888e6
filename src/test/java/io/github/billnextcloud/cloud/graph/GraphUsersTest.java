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
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Users are made, found, limited and proven as the recorded servers allow. */
class GraphUsersTest extends WithGraphCloud {

  @Test
  void createWhenPasswordsLetInSetsQuotaAndLanguageByTheFirstSignIn() {
    cloud().createUser(newUser("ann", GIGABYTE));

    Account ann = account("ann");
    assertThat(ann.quota()).isEqualTo("1073741824");
    assertThat(ann.language()).isEqualTo("ru");
    assertThat(ann.displayName()).isEqualTo("Ann");
  }

  @Test
  void createWhenTheAddressIsNotTakenMakesTheUserWithoutIt() {
    NewUser ann = newUser("ann", GIGABYTE);
    UserProfile profile = new UserProfile("почта@пример.рф", "Ann", "ru");

    cloud().createUser(new NewUser(ann.id(), ann.password(), ann.quota(), profile, ann.groups()));

    assertThat(account("ann").email()).isNullOrEmpty();
    assertThat(account("ann").quota()).isEqualTo("1073741824");
  }

  @Test
  void createWhenUnlimitedIsWantedIsUnlimited() {
    cloud().createUser(newUser("ann", Quota.UNLIMITED));

    assertThat(cloud().findUser(new UserId("ann")).orElseThrow().quota())
        .isEqualTo(Quota.UNLIMITED);
  }

  @Test
  void createWhenTheNameIsTakenSaysSo() {
    there("ann");

    assertThat(refusal(() -> cloud().createUser(newUser("Ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.USER_EXISTS);
  }

  @Test
  void createWhenAGroupIsNotThereMakesNobody() {
    NewUser ann = newUser("ann", GIGABYTE);
    NewUser user =
        new NewUser(ann.id(), ann.password(), ann.quota(), ann.profile(), Set.of("plan"));

    assertThat(refusal(() -> cloud().createUser(user))).isEqualTo(CloudErrorKind.GROUP_MISSING);
    assertThat(writes()).isEmpty();
  }

  @Test
  void createWhenTheNameBeginsWithADigitIsRefusedBeforehand() {
    assertThat(refusal(() -> cloud().createUser(newUser("1ann", GIGABYTE))))
        .isEqualTo(CloudErrorKind.NAME_REFUSED);
    assertThat(writes()).isEmpty();
  }

  /** Zero would be no limit to the server. */
  @Test
  void setQuotaWhenItIsNothingGivesTheLeastThatThereIs() {
    UserId ann = there("ann");

    cloud().setQuota(ann, Quota.ofBytes(0));

    assertThat(account("ann").quota()).isEqualTo("1");
    Quota shown = cloud().findUser(ann).orElseThrow().quota();
    assertThat(Quota.ofBytes(0).isKeptAs(shown)).isTrue();
  }

  @Test
  void createWhenTheQuotaIsNothingGivesTheLeastThatThereIs() {
    cloud().createUser(newUser("ann", Quota.ofBytes(0)));

    assertThat(account("ann").quota()).isEqualTo("1");
  }

  @Test
  void setQuotaWhenItIsTheServersDefaultIsRefused() {
    UserId ann = there("ann");

    assertThat(refusal(() -> cloud().setQuota(ann, Quota.UNSET)))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(account("ann").quota()).isEqualTo("1073741824");
  }

  @Test
  void setQuotaWhenUnlimitedIsKeptAsTheLargestIsRefused() {
    UserId ann = there("ann");
    server.maxQuota(5L << 30);

    assertThat(refusal(() -> cloud().setQuota(ann, Quota.UNLIMITED)))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
  }

  @Test
  void setQuotaWhenTheUserNeverSignedInSaysWhatToSwitchOn() {
    Account ann = server.addAccount("ann");

    assertThatThrownBy(() -> cloud().setQuota(new UserId("ann", ann.stableId()), GIGABYTE))
        .hasMessageContaining("PROXY_ENABLE_BASIC_AUTH=true")
        .hasMessageContaining("AUTH_APP_ENABLE_IMPERSONATION=true");
  }

  @Test
  void setQuotaWhenImpersonationIsAllowedSignsInForTheUser() {
    Account ann = server.addAccount("ann");
    server.allowImpersonation();

    cloud().setQuota(new UserId("ann", ann.stableId()), GIGABYTE);

    assertThat(ann.quota()).isEqualTo("1073741824");
  }

  @Test
  void setQuotaWhenTheStorageIsAwayWaits() {
    UserId ann = there("ann");
    server.service("storage-users", false);

    assertThat(refusal(() -> cloud().setQuota(ann, GIGABYTE)))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void setQuotaWhenTheStorageGoesAwayAfterTheLookWaits() {
    UserId ann = there("ann");
    server.fault(
        request -> request.route().startsWith("PATCH drives"),
        Fault.status(
            404,
            Map.of("X-Graph-Version", "v1.0"),
            "application/json",
            "{\"error\":{\"code\":\"itemNotFound\",\"message\":\"drive not found\"}}"));

    assertThat(refusal(() -> cloud().setQuota(ann, Quota.ofBytes(5000))))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void findWhenTheNameIsAnothersIdIsNobody() {
    UserId ann = there("ann");

    assertThat(cloud().findUser(new UserId(ann.stableId().orElseThrow()))).isEmpty();
  }

  @Test
  void findWhenTheUserHasAnotherNameTellsIt() {
    UserId ann = there("ann");
    server.rename(account("ann"), "eve");

    assertThat(cloud().findUser(ann).orElseThrow().id().value()).isEqualTo("eve");
  }

  @Test
  void findWhenSomebodyIsCalledByTheIdGoesByTheName() {
    UserId ann = there("ann");
    there("eve");
    server.rename(account("eve"), ann.stableId().orElseThrow());

    assertThat(cloud().findUser(ann).orElseThrow().id().stableId())
        .contains(ann.stableId().orElseThrow());
  }

  @Test
  void disableWhenSomebodyIsCalledByTheIdGoesByTheName() {
    UserId ann = there("ann");
    there("eve");
    server.rename(account("eve"), ann.stableId().orElseThrow());

    cloud().disableUser(ann);

    assertThat(account("ann").enabled()).isFalse();
    assertThat(account(ann.stableId().orElseThrow()).enabled()).isTrue();
  }

  @Test
  void disableWhenTheNameIsAnothersNowTouchesNobody() {
    UserId ann = there("ann");
    server.rename(account("ann"), "anna");
    there("ann");
    there("eve");
    server.rename(account("eve"), ann.stableId().orElseThrow());

    assertThatThrownBy(() -> cloud().disableUser(ann))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.REFUSED)
        .hasMessageContaining(account(ann.stableId().orElseThrow()).stableId());
    assertThat(account("ann").enabled()).isTrue();
    assertThat(account("anna").enabled()).isTrue();
  }

  @Test
  void findWhenTheRoleIsNotACustomersTellsAnAdministrator() {
    UserId ann = there("ann");
    account("ann").setRole(GraphRole.SPACE_ADMIN);

    assertThat(cloud().findUser(ann).orElseThrow().isAdministrator()).isTrue();
  }

  @Test
  void signsInWhenThePasswordIsRightAndOnlyThen() {
    UserId ann = there("ann");

    assertThat(cloud().signsIn(ann, new Secret("Word-of-ann"))).isTrue();
    assertThat(cloud().signsIn(ann, new Secret("Another"))).isFalse();
  }

  @Test
  void signsInWhenTheDirectoryIsAwaySaysNeitherYesNorNo() {
    UserId ann = there("ann");
    server.service("idm", false);

    assertThat(refusal(() -> cloud(Timeouts.OPERATION).signsIn(ann, new Secret("Word-of-ann"))))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void knockWhenTheAppTokenHasBlanksIsLetIn() {
    server.takePasswords(false);
    server.appPassword("amber bridge cactus");
    Secret none = new Secret("");

    cloud(
            new CloudCredentials(CloudStandIn.ADMIN, none, new Secret("amber bridge cactus"), none),
            Timeouts.FORM)
        .knock();
  }

  @Test
  void knockWhenTheAccountIsDisabledIsRefusedAtOnce() {
    account(CloudStandIn.ADMIN).setEnabled(false);

    assertThat(refusal(() -> cloud().knock())).isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThatThrownBy(() -> cloud().knock()).hasMessageContaining("their account is disabled");
  }

  /** Only a person ends that. */
  @Test
  void knockWhenTheDisabledAccountIsNeededLaterIsRefusedToo() {
    account(CloudStandIn.ADMIN).setEnabled(false);

    assertThatThrownBy(() -> cloud(Timeouts.OPERATION).knock())
        .hasMessageContaining("their account is disabled")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNAUTHORIZED);
  }

  /** The drives came, and then the storage went: who has none may have one. */
  @Test
  void readAllWhenOurOwnDriveIsNotThereKnowsNothingOfWhomHasNone() {
    there("ann");
    server.addAccount("bob");
    Map<String, CloudUser> read = new HashMap<>();
    server.fault(
        request -> request.path().endsWith("/me/drive"),
        Fault.status(
            404,
            Map.of("Content-Type", "application/json"),
            "application/json",
            "{\"error\":{\"code\":\"itemNotFound\",\"message\":\"no drive returned from"
                + " storage\"}}"));
    cloud().readAllUsers(user -> read.put(user.id().value(), user));
    assertThat(read.get("ann").usage().bytes()).hasValue(0);
    assertThat(read.get("bob").usage().bytes()).isEmpty();
    assertThat(read.get("bob").quota()).isEqualTo(Quota.UNKNOWN);
  }

  @Test
  void readUsersWhenFewAreWantedTellsWhoNeverSignedInFromAStorageThatIsAway() {
    server.addAccount("bob");
    UserId bob = new UserId("bob", account("bob").stableId());
    List<CloudUser> read = new ArrayList<>();
    cloud().readUsers(List.of(bob), read::add);
    server.service("storage-users", false);
    cloud().readUsers(List.of(bob), read::add);
    assertThat(read.get(0).usage().bytes()).hasValue(0);
    assertThat(read.get(1).usage().bytes()).isEmpty();
  }

  @Test
  void readUsersWhenManyAreWantedAsksTwice() {
    List<UserId> wanted = new ArrayList<>();
    for (int user = 0; user < 9; user++) {
      wanted.add(there("user_" + user));
    }
    server.account("user_3").orElseThrow().setUsed(5000);
    server.rename(account("user_4"), "renamed");
    there("user_4");
    server.forgetRequests();

    Map<UserId, CloudUser> read = new HashMap<>();
    cloud().readUsers(wanted, user -> read.put(user.id(), user));

    assertThat(server.routes()).containsExactly("GET drives", "GET users");
    assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(read.get(new UserId("user_3")).usage().bytes()).hasValue(5000);
    assertThat(read.get(new UserId("user_4")).id().stableId())
        .contains(wanted.get(4).stableId().orElseThrow());
  }

  @Test
  void readAllWhenTheStorageIsAwayKnowsNoUsage() {
    there("ann");
    server.service("storage-users", false);

    List<CloudUser> read = new ArrayList<>();
    cloud().readAllUsers(read::add);

    assertThat(read).isNotEmpty().allMatch(user -> user.usage().bytes().isEmpty());
  }

  @Test
  void readAllWhenSomebodyNeverSignedInHasStoredNothing() {
    server.addAccount("ann");

    List<CloudUser> read = new ArrayList<>();
    cloud().readAllUsers(read::add);

    assertThat(read)
        .filteredOn(user -> user.id().value().equals("ann"))
        .singleElement()
        .satisfies(user -> assertThat(user.usage().bytes()).hasValue(0));
  }

  @Test
  void leaveGroupWhenAMemberGoesByTheGroupsId() {
    UserId ann = there("ann");
    server.addGroup("pro");
    cloud().joinGroup(ann, "pro");

    cloud().leaveGroup(ann, "pro");

    assertThat(account("ann").groups()).isEmpty();
  }

  @Test
  void joinGroupWhenItIsMissingTellsWhichIs() {
    UserId ann = there("ann");

    assertThat(refusal(() -> cloud().joinGroup(ann, "pro")))
        .isEqualTo(CloudErrorKind.GROUP_MISSING);
  }

  @Test
  void checkAccessWhenTheAccountIsNoAdministratorIsRefused() {
    there("ann");

    assertThat(
            refusal(
                () ->
                    cloud(
                            CloudCredentials.ofPassword("ann", new Secret("Word-of-ann")),
                            Timeouts.FORM)
                        .checkAccess()))
        .isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void checkAccessWhenAllIsWellTellsTheProductsOwnVersion() {
    assertThat(cloud().checkAccess().product()).isEqualTo("Infinite Scale 7.0.0+dev");
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

  /** Infinite Scale 7 shows a single user without it: that is no reason to set it again. */
  @Test
  void withEmailWhenTheLookShowsNoneAsksTheList() {
    UserId ann = there("ann");
    there("ann.lee");
    server.account("ann").orElseThrow().setEmail("ann@example.org");
    CloudUser looked = cloud().findUser(ann).orElseThrow();
    assertThat(looked.profile().isEmailTold()).isFalse();

    CloudUser told = cloud().withEmail(looked);
    assertThat(told.profile().isEmailTold()).isTrue();
    assertThat(told.profile().email()).hasValue("ann@example.org");
  }

  @Test
  void withEmailWhenTheLookShowsItAsksNobody() {
    start(Flavour.OPENCLOUD);
    UserId ann = there("ann");
    server.account("ann").orElseThrow().setEmail("ann@example.org");
    GraphCloud cloud = cloud();
    CloudUser looked = cloud.findUser(ann).orElseThrow();
    server.forgetRequests();
    assertThat(cloud.withEmail(looked).profile().email()).hasValue("ann@example.org");
    assertThat(server.requests()).isEmpty();
  }

  /** Ours is gone for good, and who has taken the id for a login is somebody else. */
  @Test
  void findWhenTheUserIsGoneAndAnotherIsCalledByTheIdIsNobody() {
    UserId ann = there("ann");
    there("eve");
    server.remove("ann");
    server.rename(account("eve"), ann.stableId().orElseThrow());

    assertThat(cloud().findUser(ann)).isEmpty();
  }

  /** Just after a deletion a busy server says so of others, too. */
  @Test
  void findWhenTheSearchFailsAndNobodyHasTakenTheIdWaits() {
    UserId ann = there("ann");
    for (int time = 0; time < 9; time++) {
      server.fault(request -> request.path().contains("/users/"), searchFailed());
    }

    assertThat(refusal(() -> cloud(Timeouts.FORM).findUser(ann)))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void setEmailWhenTheSearchFailsIsNoAnswerToWhetherTheUserIsThere() {
    UserId ann = there("ann");
    for (int time = 0; time < 9; time++) {
      server.fault(request -> request.method().equals("PATCH"), searchFailed());
    }

    assertThat(refusal(() -> cloud(Timeouts.FORM).setEmail(ann, "ann@example.org")))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  private static Fault searchFailed() {
    return Fault.status(
        404,
        Map.of("X-Graph-Version", "v1.0"),
        "application/json",
        "{\"error\":{\"code\":\"itemNotFound\",\"message\":\"user search failed\"}}");
  }

  /** Known by the names alone, from a time before the ids were kept. */
  @Test
  void readUsersWhenManyAreWantedByTheirNamesFindsThemWithWhatTheyStore() {
    List<UserId> wanted = new ArrayList<>();
    for (int user = 0; user < 7; user++) {
      wanted.add(there("user_" + user).byName());
      account("user_" + user).setUsed(100 + user);
    }
    there("somebody");

    Map<String, CloudUser> read = new HashMap<>();
    cloud().readUsers(wanted, user -> read.put(user.id().value(), user));

    assertThat(read).hasSize(7);
    assertThat(read.get("user_3").usage().bytes()).hasValue(103);
    assertThat(read.get("user_3").quota()).isEqualTo(GIGABYTE);
  }

  @Test
  void findWhenTheUserNeverSignedInTellsThatFromAStorageThatIsAway() {
    server.addAccount("bob");
    UserId bob = new UserId("bob", account("bob").stableId());
    assertThat(cloud().findUser(bob).orElseThrow().quota()).isEqualTo(Quota.UNSET);

    server.service("storage-users", false);
    assertThat(cloud().findUser(bob).orElseThrow().quota()).isEqualTo(Quota.UNKNOWN);
  }

  /** Asked once: each time costs a request, and what is switched off stays so. */
  @Test
  void setQuotaWhenImpersonationIsOffAsksForItOnce() {
    Account ann = server.addAccount("ann");
    Account bob = server.addAccount("bob");
    server.appPassword("amber");
    GraphCloud cloud = cloud();
    assertThat(refusal(() -> cloud.setQuota(new UserId("ann", ann.stableId()), GIGABYTE)))
        .isEqualTo(CloudErrorKind.QUOTA_PENDING);
    assertThat(refusal(() -> cloud.setQuota(new UserId("bob", bob.stableId()), GIGABYTE)))
        .isEqualTo(CloudErrorKind.QUOTA_PENDING);

    assertThat(server.routes()).containsOnlyOnce("POST auth-app/tokens");
  }

  @Test
  void writesToNewUsersWhenAskedIsNever() {
    assertThat(cloud().writesToNewUsers()).isFalse();
  }
}
