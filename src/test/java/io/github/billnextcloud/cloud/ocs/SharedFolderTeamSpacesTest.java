package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.Passage;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A technical account that shares a folder, on each product that speaks OCS. */
class SharedFolderTeamSpacesTest {

  private static final String MARK = "share-7-k3v9x2mq7t";
  private static final Quota POOL = Quota.ofBytes(10L << 30);
  private static final TeamKey TEAM = new TeamKey(MARK, Optional.of(MARK), "Team 7");
  private static final UserId ANN = new UserId("ann");
  private static final UserId BOB = new UserId("bob");

  private CloudStandIn server;

  private void start(Flavour flavour) {
    stop();
    server = CloudStandIn.start(flavour);
    server.addAccount("ann");
    server.addAccount("bob");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private TeamSpaces spaces() {
    CloudAddress at = CloudAddress.parse(server.url().toString()).orElseThrow();
    CloudCredentials admin =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return new OcsCloud(new CloudEndpoint(at, admin), Timeouts.FORM).teamSpaces().orElseThrow();
  }

  private Account owner() {
    return server.account(MARK).orElseThrow();
  }

  private List<String> writes() {
    return server.writes().stream().map(Request::line).toList();
  }

  /** What there is of the team, as lines. */
  private List<String> whole() {
    List<String> lines = new ArrayList<>(server.spaceLines());
    server.accounts().stream()
        .filter(it -> !it.id().equals(CloudStandIn.ADMIN))
        .map(it -> it.id() + " " + it.enabled() + " " + it.quota() + " " + it.groups())
        .forEach(lines::add);
    lines.addAll(server.groups());
    return lines;
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenNothingIsThereSharesAFolderOfAnAccountWhosePasswordNobodyKnows(Flavour flavour) {
    start(flavour);

    TeamSpace made = spaces().make(TEAM, POOL);

    assertThat(made.id()).isEqualTo(MARK);
    assertThat(made.access()).isEqualTo(SpaceAccess.OPEN);
    assertThat(spaces().find(TEAM).orElseThrow().access()).isEqualTo(SpaceAccess.OPEN);
    assertThat(spaces().find(TEAM).orElseThrow().quota()).isEqualTo(POOL);
    assertThat(server.spaceLines()).containsExactly("/Team 7 of " + MARK + " for " + MARK + "=15");
    assertThat(owner().displayName()).isEqualTo("Team 7");
    // No example files are part of what was sold.
    assertThat(owner().used()).isZero();
    assertThat(spaces().members(made)).isEmpty();
    // Whoever administers the group has no power over the account.
    assertThat(owner().groups()).isEmpty();
    assertThat(writes().get(0)).isEqualTo("POST groups groupid=" + MARK);
    assertThat(writes()).noneMatch(line -> line.contains("key=password"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenOnlyMembersShareWithTheirGroupsSharesAllTheSame(Flavour flavour) {
    start(flavour);
    server.keepApart();

    spaces().make(TEAM, POOL);

    assertThat(server.shares()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenMadeAlreadyGivesAnotherPasswordAndNothingElse(Flavour flavour) {
    start(flavour);
    spaces().make(TEAM, POOL);
    List<String> before = whole();
    String password = owner().password();
    server.forgetRequests();

    spaces().make(TEAM, POOL);

    assertThat(whole()).isEqualTo(before);
    assertThat(owner().password()).isNotEqualTo(password);
    assertThat(writes()).noneMatch(line -> line.contains("key=quota"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenItWasClosedAndMadeSmallerOpensItWithAllThatWasSold(Flavour flavour) {
    start(flavour);
    spaces().make(TEAM, POOL);
    List<String> made = whole();
    owner().setEnabled(false);
    owner().setQuota("5 GB");

    spaces().make(TEAM, POOL);

    assertThat(whole()).isEqualTo(made);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenTheAnswerOfTheCreateIsLostGoesOn(Flavour flavour) {
    start(flavour);
    server.fault(SharedFolderTeamSpacesTest::isCreate, Fault.dropAfter());

    assertThat(spaces().make(TEAM, POOL).access()).isEqualTo(SpaceAccess.OPEN);

    assertThat(server.shares()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenTheAnswerOfTheShareIsLostLooksWhetherItIsShared(Flavour flavour) {
    start(flavour);
    server.fault(SharedFolderTeamSpacesTest::isShare, Fault.dropAfter());

    assertThat(spaces().make(TEAM, POOL).access()).isEqualTo(SpaceAccess.OPEN);

    assertThat(server.shares()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenItIsSharedWithAnotherGroupOnlySharesItWithTheTeams(Flavour flavour) {
    start(flavour);
    server.addGroup("staff");
    spaces().make(TEAM, POOL);
    server.removeGroup(MARK);
    server.share(owner(), "/Team 7", "staff");

    spaces().make(TEAM, POOL);

    assertThat(server.spaceLines()).contains("/Team 7 of " + MARK + " for " + MARK + "=15");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenWhatMembersMayIsNotKeptRefuses(Flavour flavour) {
    start(flavour);
    spaces().make(TEAM, POOL);
    server.shares().get(0).setPermissions(31);
    server.fault(
        request -> request.method().equals("PUT") && request.path().contains("/shares/"),
        Fault.ocs(100, ""));

    assertThat(failureOf(() -> spaces().make(TEAM, POOL)).kind())
        .isEqualTo(CloudErrorKind.NOT_KEPT);
  }

  /** The password of whoever was first is in force. */
  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenAnotherRunWasAMomentEarlierGivesAPasswordOfItsOwn(Flavour flavour) {
    start(flavour);
    spaces().make(TEAM, POOL);
    int missing = flavour == Flavour.OWNCLOUD_10 ? 998 : 404;
    server.fault(
        request -> !request.isWrite() && request.path().endsWith("users/" + MARK),
        Fault.ocs(missing, "User does not exist"));

    assertThat(spaces().make(TEAM, POOL).access()).isEqualTo(SpaceAccess.OPEN);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeAndSetQuotaWhenThePoolIsNoLimitAskNothing(Flavour flavour) {
    start(flavour);
    TeamSpace made = spaces().make(TEAM, POOL);
    server.forgetRequests();

    assertThat(failureOf(() -> spaces().make(TEAM, Quota.UNLIMITED)).kind())
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(failureOf(() -> spaces().setQuota(made, Quota.UNLIMITED)).kind())
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);

    assertThat(server.writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"share-a/b", "share-7-k3v9x2mq7t ", "share-../boss"})
  void anyWhenTheMarkIsNoneOfATeamAsksNothing(String mark) {
    start(Flavour.NEXTCLOUD_34);
    TeamSpaces spaces = spaces();
    TeamKey team = new TeamKey(mark, Optional.of(mark), "Team 7");
    TeamSpace space = new TeamSpace(mark, mark, POOL, OptionalLong.empty(), SpaceAccess.OPEN);
    server.forgetRequests();

    assertThatIllegalArgumentException().isThrownBy(() -> spaces.find(team));
    assertThatIllegalArgumentException().isThrownBy(() -> spaces.make(team, POOL));
    assertThatIllegalArgumentException().isThrownBy(() -> spaces.delete(space));
    assertThatIllegalArgumentException().isThrownBy(() -> spaces.deleteRest(team));

    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenAllMayBeSharedOnTakesThatBack(Flavour flavour) {
    start(flavour);
    spaces().make(TEAM, POOL);
    server.shares().get(0).setPermissions(31);

    spaces().make(TEAM, POOL);

    assertThat(server.shares().get(0).permissions()).isEqualTo(15);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenPasswordsLetNobodyInSaysWhoseAndIsNoRefusalOfOurs(Flavour flavour) {
    start(flavour);
    server.enforceTwoFactor();

    CloudException no = failureOf(() -> spaces().make(TEAM, POOL));

    assertThat(no.kind()).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(no).hasMessageContaining("technical account " + MARK);
  }

  /**
   * Whoever administers the group would have its quota, and what is in it, until somebody mends
   * that.
   */
  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void makeWhenSharingIsRefusedTakesTheAccountOutOfTheGroup(Flavour flavour) {
    start(flavour);
    server.fault(
        SharedFolderTeamSpacesTest::isShare,
        Fault.ocs(403, "Group sharing is disabled by the administrator"));

    CloudException no = failureOf(() -> spaces().make(TEAM, POOL));
    assertThat(no).hasMessageContaining("Group sharing");
    // It says nothing of our own account.
    assertThat(no.kind()).isEqualTo(CloudErrorKind.REFUSED);

    assertThat(owner().groups()).doesNotContain(MARK);

    server.fault(
        SharedFolderTeamSpacesTest::isShare,
        Fault.ocs(403, "Group sharing is disabled by the administrator"));
    server.fault(request -> request.method().equals("DELETE"), Fault.ocs(997, "Not now"));
    assertThat(failureOf(() -> spaces().make(TEAM, POOL)))
        .hasMessageContaining("Group sharing")
        .satisfies(twice -> assertThat(twice.getSuppressed()).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void requireUsableWhenNobodySharesWithGroupsRefuses(Flavour flavour) {
    start(flavour);
    spaces().requireUsable(SpaceKind.SHARED_FOLDER);
    server.withoutGroupSharing();

    CloudException no = failureOf(() -> spaces().requireUsable(SpaceKind.SHARED_FOLDER));

    assertThat(no.kind()).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(no).hasMessageContaining("lets nobody share with groups");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void setAccessWhenHiddenLeavesNobodyInTheGroupAndLosesNothing(Flavour flavour) {
    start(flavour);
    TeamSpace made = spaces().make(TEAM, POOL);
    spaces().admit(made, ANN);
    spaces().admit(made, BOB);
    owner().setUsed(4_500_000);

    spaces().setAccess(made, SpaceAccess.HIDDEN);

    TeamSpace hidden = spaces().find(TEAM).orElseThrow();
    assertThat(hidden.access()).isEqualTo(SpaceAccess.HIDDEN);
    assertThat(hidden.used()).hasValue(4_500_000);
    assertThat(hidden.quota()).isEqualTo(POOL);
    assertThat(spaces().members(hidden)).isEmpty();
    assertThat(server.shares()).hasSize(1);

    server.forgetRequests();
    spaces().setAccess(hidden, SpaceAccess.OPEN);
    assertThat(spaces().find(TEAM).orElseThrow().access()).isEqualTo(SpaceAccess.OPEN);
    assertThat(writes()).containsExactly("PUT users/" + MARK + "/enable");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void setAccessWhenReadOnlyTakesTheQuotaWhichIsGivenBackLast(Flavour flavour) {
    start(flavour);
    TeamSpace made = spaces().make(TEAM, POOL);
    spaces().admit(made, ANN);

    spaces().setAccess(made, SpaceAccess.READ_ONLY);

    TeamSpace locked = spaces().find(TEAM).orElseThrow();
    assertThat(locked.access()).isEqualTo(SpaceAccess.READ_ONLY);
    assertThat(spaces().members(locked)).containsExactly(ANN);

    spaces().setAccess(locked, SpaceAccess.OPEN);
    spaces().setQuota(locked, POOL);
    assertThat(spaces().find(TEAM).orElseThrow().access()).isEqualTo(SpaceAccess.OPEN);
    assertThat(server.shares()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void setAccessWhenHiddenBecomesReadOnlyLetsWhoeverIsAdmittedRead(Flavour flavour) {
    start(flavour);
    spaces().make(TEAM, POOL);
    become(SpaceAccess.HIDDEN);

    become(SpaceAccess.READ_ONLY);

    assertThat(spaces().find(TEAM).orElseThrow().access()).isEqualTo(SpaceAccess.READ_ONLY);
    assertThat(owner().enabled()).isTrue();
  }

  /** The share goes with it, and does not come back with another of its name. */
  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void setAccessWhenSomebodyDeletedTheGroupSharesAnew(Flavour flavour) {
    start(flavour);
    TeamSpace made = spaces().make(TEAM, POOL);
    List<String> before = whole();
    server.removeGroup(MARK);
    TeamSpace broken = spaces().find(TEAM).orElseThrow();
    assertThat(broken.access()).isEqualTo(SpaceAccess.MIXED);
    assertThat(server.shares()).hasSize(flavour == Flavour.NEXTCLOUD_28 ? 1 : 0);

    spaces().setAccess(broken, SpaceAccess.OPEN);

    assertThat(whole()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(spaces().find(TEAM).orElseThrow()).isEqualTo(made);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void deleteWhenItIsThereTakesAccountAndGroup(Flavour flavour) {
    start(flavour);
    List<String> before = whole();
    TeamSpace made = spaces().make(TEAM, POOL);

    spaces().delete(made);
    spaces().delete(made);
    spaces().deleteRest(TEAM);

    assertThat(whole()).isEqualTo(before);
    assertThat(spaces().find(TEAM)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void readAllWhenOthersAreCalledAlikeHandsOverTeamsOnly(Flavour flavour) {
    start(flavour);
    server.addAccount("share-me");
    server.addAccount("x").setDisplayName("share-8-k3v9x2mq7t");
    TeamSpace made = spaces().make(TEAM, POOL);
    List<String> all = new ArrayList<>();

    spaces().readAll(mark -> false, space -> all.add(space.mark()));

    assertThat(all).containsExactly(made.mark());
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void workWhenCutOffAnywhereIsFinishedByTheNext(Flavour flavour) {
    for (Work work : Work.values()) {
      for (boolean lost : new boolean[] {false, true}) {
        List<String> whole = outcome(flavour, work, Integer.MAX_VALUE, lost);
        int all = passages;
        assertThat(all).isPositive();
        for (int step = 0; step < all; step++) {
          assertThat(outcome(flavour, work, step, lost))
              .as("%s on %s, cut at %d of %d, one answer %s", work, flavour, step, all, lost)
              .containsExactlyInAnyOrderElementsOf(whole);
        }
      }
    }
  }

  private int passages;

  /**
   * @param lost whether one passage alone is stopped, not all from there on
   */
  private List<String> outcome(Flavour flavour, Work work, int cut, boolean lost) {
    start(flavour);
    server.addGroup("staff");
    work.before(this);
    AtomicInteger passed = new AtomicInteger();
    server.watch(
        what -> {
          int at = passed.getAndIncrement();
          return lost ? at != cut : at < cut;
        });
    try {
      work.run(this);
    } catch (CloudException cutOff) {
      assertThat(cutOff.getMessage()).isNotEmpty();
    }
    passages = passed.get();
    server.watch(Passage.OPEN);
    work.run(this);
    return whole();
  }

  private enum Work {
    MAKE {
      @Override
      void before(SharedFolderTeamSpacesTest test) {}

      @Override
      void run(SharedFolderTeamSpacesTest test) {
        test.spaces().make(TEAM, POOL);
      }
    },
    HIDE {
      @Override
      void run(SharedFolderTeamSpacesTest test) {
        test.become(SpaceAccess.HIDDEN);
      }
    },
    COME_BACK {
      @Override
      void before(SharedFolderTeamSpacesTest test) {
        HIDE.before(test);
        HIDE.run(test);
      }

      @Override
      void run(SharedFolderTeamSpacesTest test) {
        test.become(SpaceAccess.OPEN);
      }
    },
    LOCK {
      @Override
      void run(SharedFolderTeamSpacesTest test) {
        test.become(SpaceAccess.READ_ONLY);
      }
    },
    UNLOCK {
      @Override
      void before(SharedFolderTeamSpacesTest test) {
        LOCK.before(test);
        LOCK.run(test);
      }

      @Override
      void run(SharedFolderTeamSpacesTest test) {
        test.become(SpaceAccess.OPEN);
      }
    },
    SHARE_ANEW {
      @Override
      void before(SharedFolderTeamSpacesTest test) {
        super.before(test);
        test.server.removeGroup(MARK);
      }

      @Override
      void run(SharedFolderTeamSpacesTest test) {
        test.become(SpaceAccess.OPEN);
      }
    },
    DELETE {
      @Override
      void run(SharedFolderTeamSpacesTest test) {
        TeamSpaces spaces = test.spaces();
        spaces.find(TEAM).ifPresentOrElse(spaces::delete, () -> spaces.deleteRest(TEAM));
      }
    };

    void before(SharedFolderTeamSpacesTest test) {
      TeamSpace made = test.spaces().make(TEAM, POOL);
      Stream.of(ANN, BOB).forEach(member -> test.spaces().admit(made, member));
    }

    abstract void run(SharedFolderTeamSpacesTest test);
  }

  /** As a service's run does: access first, then the quota. */
  private void become(SpaceAccess access) {
    TeamSpaces spaces = spaces();
    TeamSpace space = spaces.find(TEAM).orElseThrow();
    if (space.access() != access) {
      spaces.setAccess(space, access);
    }
    if (access == SpaceAccess.OPEN && !POOL.isKeptAs(space.quota())) {
      spaces.setQuota(space, POOL);
    }
  }

  private static boolean isShare(Request request) {
    return request.isWrite() && request.path().endsWith("/shares");
  }

  private static boolean isCreate(Request request) {
    return request.isWrite() && request.path().endsWith("/users");
  }

  private static CloudException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(CloudException.class, call);
  }
}
