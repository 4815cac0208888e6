package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.TeamFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Team folders on each version of Nextcloud whose answers were recorded. */
class TeamFoldersTest extends WithTeamFolders {

  private static final UserId ANN = new UserId("ann");

  @Test
  void teamSpacesWhenTheAppIsNotThereOfferSharedFoldersAtTheCostOfOneRequest() {
    for (Flavour flavour : Flavour.ofOcs()) {
      stop();
      server = CloudStandIn.start(flavour);
      TeamSpaces spaces = cloud().teamSpaces().orElseThrow();
      assertThat(spaces.offers(SpaceKind.SPACE)).as(flavour.name()).isFalse();
      assertThat(spaces.offers(SpaceKind.SHARED_FOLDER)).as(flavour.name()).isTrue();
      assertThat(kindOf(() -> spaces.find(ACME))).isEqualTo(CloudErrorKind.REFUSED);
      assertThat(server.routes()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void teamSpacesWhenTheAppIsThereAreThereAtTheCostOfOneRequest(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");

    OcsCloud cloud = cloud();
    assertThat(cloud.teamSpaces().orElseThrow().offers(SpaceKind.SPACE)).isTrue();
    assertThat(cloud.teamSpaces()).isPresent();
    assertThat(server.routes()).containsExactly("GET folders/{id}");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenNothingIsThereMakesGroupFolderQuotaAndName(Flavour flavour) {
    start(flavour);

    TeamSpace made = teams().make(ACME, POOL);

    assertThat(made)
        .isEqualTo(new TeamSpace("1", GROUP, POOL, OptionalLong.of(0), SpaceAccess.OPEN));
    assertThat(writes())
        .containsExactly(
            "POST groups groupid=" + GROUP,
            "POST folders mountpoint=" + GROUP,
            "POST folders/1/quota quota=10737418240",
            "POST folders/1/groups group=" + GROUP,
            "POST folders/1/mountpoint mountpoint=Acme & Сыновья");
    assertThat(server.routes()).containsOnlyOnce("GET folders");
    assertThat(folders()).containsExactly("1 Acme & Сыновья 10737418240 {" + GROUP + "=31}");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenMadeAlreadyChangesNothing(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");
    TeamSpace made = teams().make(ACME, POOL);
    server.forgetRequests();

    assertThat(teams().make(ACME, POOL)).isEqualTo(made);
    assertThat(teams().make(onRecord(made.id()), POOL)).isEqualTo(made);
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenItWasHiddenOpensItAndSetsThePool(Flavour flavour) {
    start(flavour);
    TeamSpace made = teams().make(ACME, Quota.ofBytes(1));
    teams().setAccess(made, SpaceAccess.HIDDEN);

    assertThat(teams().make(ACME, POOL)).isEqualTo(teams().find(ACME).orElseThrow());
    assertThat(folders()).containsExactly("1 Acme & Сыновья 10737418240 {" + GROUP + "=31}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACME            | acme         | team-7-k3v9x2 | the same, whatever the case",
        "Acme            | /Acme/Sub    | team-7-k3v9x2 | below which another's is",
        "' '             | x            | team-7-k3v9x2 | an empty one covers all homes",
        "/               | x            | team-7-k3v9x2 | the same on newer ones",
        "..              | x            | team-7-k3v9x2 | above the home",
        "../admin/Secret | x            | admin Secret  | a path",
        ".htaccess       | x            | htaccess      | what is hidden",
        "a/b\\c:d        | x            | a b c d       | below others",
        "Acme...         | x            | Acme          | what no system ends with",
        "' Acme\u0000\n' | x            | Acme          | what nobody sees",
        "team-7-k3v9x2   | x            | team-7-k3v9x2 | what it has already"
      })
  void makeWhenTheNameIsTakenOrHarmsKeepsThatOfTheGroup(
      String wish, String others, String expected, String why) {
    for (Flavour flavour : versions()) {
      start(flavour);
      folder(others, "staff");

      TeamSpace made = teams().make(new TeamKey(GROUP, Optional.empty(), wish), POOL);

      TeamFolder folder = server.teamFolders().get(1);
      assertThat(Integer.toString(folder.id())).isEqualTo(made.id());
      assertThat(folder.mountPoint()).as(why).isEqualTo(expected);
      assertThat(server.writes())
          .allSatisfy(
              it -> {
                assertThat(it.form().getOrDefault("mountpoint", List.of("x")))
                    .noneMatch(name -> name.isBlank() || name.contains("/"));
                assertThat(it.form().getOrDefault("quota", List.of("1"))).allMatch(this::isNumber);
              });
    }
  }

  private boolean isNumber(String text) {
    return text.matches("\\d+");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenTheNameIsLongCutsItBetweenCharacters(Flavour flavour) {
    start(flavour);

    teams().make(new TeamKey(GROUP, Optional.empty(), "😀".repeat(100)), POOL);

    assertThat(server.teamFolders().get(0).mountPoint()).isEqualTo("😀".repeat(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "..", "a/b", "admin", "ADMIN", "a\u0000"})
  void makeWhenTheGroupIsNoneOfATeamAsksNothing(String mark) {
    start(Flavour.NEXTCLOUD_34);
    TeamSpaces teams = teams();
    server.forgetRequests();

    assertThatThrownBy(() -> teams.make(new TeamKey(mark, Optional.empty(), "Acme"), POOL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void makeAndSetQuotaWhenThePoolIsNoLimitAskNothing() {
    start(Flavour.NEXTCLOUD_34);
    TeamSpaces teams = teams();
    TeamSpace space = new TeamSpace("1", GROUP, POOL, OptionalLong.empty(), SpaceAccess.OPEN);
    server.forgetRequests();

    for (Quota none : List.of(Quota.UNLIMITED, Quota.UNSET)) {
      assertThat(kindOf(() -> teams.make(ACME, none))).isEqualTo(CloudErrorKind.QUOTA_REFUSED);
      assertThat(kindOf(() -> teams.setQuota(space, none))).isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    }
    assertThat(server.requests()).isEmpty();
  }

  /** Its folder is gone, and the run that deleted it was cut off. */
  @ParameterizedTest
  @MethodSource(VERSIONS)
  void deleteRestWhenTheGroupIsLeftTakesIt(Flavour flavour) {
    start(flavour);
    server.addGroup(GROUP);

    teams().deleteRest(onRecord("1"));
    teams().deleteRest(onRecord("1"));

    assertThat(server.groups()).containsExactly("admin");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenItWasBegunTakesTheFirstOfWhatIsThere(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff", GROUP);
    folder(GROUP);

    assertThat(teams().make(ACME, POOL).id()).isEqualTo("2");
    assertThat(folders())
        .containsExactly(
            "1 Archive -3 {staff=31, " + GROUP + "=31}",
            "2 Acme & Сыновья 10737418240 {" + GROUP + "=31}");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenTheFolderIsGoneMakesAnother(Flavour flavour) {
    start(flavour);

    assertThat(teams().make(onRecord("17"), POOL).id()).isEqualTo("1");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenNotLetWriteSaysSoAndMakesNothing(Flavour flavour) {
    start(flavour);
    server.addAccount("helper").setPassword("Word-of-helper");
    TeamSpaces teams =
        cloud(CloudCredentials.ofPassword("helper", new Secret("Word-of-helper")))
            .teamSpaces()
            .orElseThrow();

    assertThat(kindOf(() -> teams.make(ACME, POOL))).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(folders()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void findWhenItIsThereFindsItByIdAndByGroup(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");
    TeamSpace made = teams().make(ACME, POOL);
    server.teamFolders().get(1).setUsed(4_500_000);
    TeamSpace seen = new TeamSpace("2", GROUP, POOL, OptionalLong.of(4_500_000), SpaceAccess.OPEN);

    assertThat(teams().find(ACME)).contains(seen);
    assertThat(teams().find(onRecord(made.id()))).contains(seen);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void findWhenAnotherHasTheNameIsEmpty(Flavour flavour) {
    start(flavour);
    folder(ACME.name(), "staff");
    folder("Archive", "staff", GROUP);

    assertThat(teams().find(ACME)).isEmpty();
    assertThat(teams().find(onRecord("17"))).isEmpty();
    assertThat(teams().find(onRecord("space$17"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void findWhenOthersWereLetInIsItAllTheSame(Flavour flavour) {
    start(flavour);
    TeamSpace made = teams().make(ACME, POOL);
    server.teamFolders().get(0).groups().put("staff", 1);
    server.teamFolders().get(0).setMountPoint("Renamed");

    assertThat(teams().find(onRecord(made.id()))).contains(made);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void findWhenTheIdIsAnothersRefuses(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");

    CloudException refusal = failureOf(() -> teams().find(onRecord("1")));

    assertThat(refusal.kind()).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(refusal)
        .hasMessageContaining("The team folder 1 on " + server.url())
        .hasMessageContaining("is called 'Archive' and is not that of the group '" + GROUP + "'");
    assertThat(kindOf(() -> teams().make(onRecord("1"), POOL))).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void findWhenTheGroupWasDeletedKnowsItByIdAndTheNameItWasMadeWith(Flavour flavour) {
    start(flavour);
    folder(GROUP);

    assertThat(teams().find(onRecord("1")).orElseThrow().access()).isEqualTo(SpaceAccess.HIDDEN);
    assertThat(teams().find(ACME)).isPresent();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void findWhenOurAccountSeesItsOwnOnlyIsNotSure(Flavour flavour) {
    start(flavour);
    folder("Archive", GROUP);
    server.addAccount("helper").setPassword("Word-of-helper");
    TeamSpaces teams =
        cloud(CloudCredentials.ofPassword("helper", new Secret("Word-of-helper")))
            .teamSpaces()
            .orElseThrow();

    for (TeamKey team : List.of(ACME, onRecord("1"))) {
      CloudException unsure = failureOf(() -> teams.find(team));
      assertThat(unsure.kind()).isEqualTo(CloudErrorKind.FORBIDDEN);
      assertThat(unsure).hasMessageContaining("helper is not in the group 'admin'");
    }
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void setQuotaWhenCalledSendsDigitsAlone(Flavour flavour) {
    start(flavour);
    TeamSpace made = teams().make(ACME, POOL);

    teams().setQuota(made, Quota.ofBytes(5L << 30));

    assertThat(teams().find(ACME).orElseThrow().quota()).isEqualTo(Quota.ofBytes(5L << 30));
    assertThat(writes()).last().isEqualTo("POST folders/1/quota quota=5368709120");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void setAccessWhenCalledSetsWhatTheGroupMay(Flavour flavour) {
    start(flavour);
    TeamSpace made = teams().make(ACME, POOL);
    for (Map.Entry<SpaceAccess, Integer> access :
        Map.of(SpaceAccess.READ_ONLY, 1, SpaceAccess.HIDDEN, 0, SpaceAccess.OPEN, 31).entrySet()) {

      teams().setAccess(made, access.getKey());

      assertThat(server.teamFolders().get(0).groups()).isEqualTo(Map.of(GROUP, access.getValue()));
      assertThat(teams().find(ACME).orElseThrow().access()).isEqualTo(access.getKey());
      server.forgetRequests();
      teams().setAccess(made, access.getKey());
      assertThat(writes()).isEmpty();
    }
  }

  /** Permissions of a group that has not got the folder are answered by success. */
  @ParameterizedTest
  @MethodSource(VERSIONS)
  void setAccessWhenTheGroupWasDeletedGivesItTheFolderAgain(Flavour flavour) {
    start(flavour);
    TeamSpace made = teams().make(new TeamKey(GROUP, Optional.empty(), "Acme of " + GROUP), POOL);
    server.removeGroup(GROUP);

    teams().setAccess(made, SpaceAccess.HIDDEN);
    assertThat(server.teamFolders().get(0).groups()).isEmpty();
    teams().setAccess(made, SpaceAccess.READ_ONLY);

    assertThat(server.teamFolders().get(0).groups()).isEqualTo(Map.of(GROUP, 1));
    assertThat(server.groups()).contains(GROUP);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void setAccessWhenItIsAnothersOrGoneRefuses(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");
    TeamSpace wrong = new TeamSpace("1", GROUP, POOL, OptionalLong.empty(), SpaceAccess.OPEN);
    TeamSpace gone = new TeamSpace("2", GROUP, POOL, OptionalLong.empty(), SpaceAccess.OPEN);

    for (TeamSpace space : List.of(wrong, gone)) {
      assertThat(kindOf(() -> teams().setAccess(space, SpaceAccess.HIDDEN)))
          .isEqualTo(CloudErrorKind.REFUSED);
    }
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void membersWhenAdmittedAndDismissedAreThoseOfTheGroup(Flavour flavour) {
    start(flavour);
    server.addAccount("ann");
    server.addAccount("77701");
    TeamSpace made = teams().make(ACME, POOL);
    assertThat(teams().members(made)).isEmpty();

    teams().admit(made, ANN);
    teams().admit(made, new UserId("77701"));
    teams().admit(made, new UserId(CloudStandIn.ADMIN));
    assertThat(teams().members(made)).isEqualTo(Set.of(ANN, new UserId("77701")));

    teams().dismiss(made, ANN);
    teams().dismiss(made, ANN);
    assertThat(teams().members(made)).containsExactly(new UserId("77701"));
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void membersWhenTheGroupIsGoneAreNone(Flavour flavour) {
    start(flavour);
    server.addAccount("ann");
    TeamSpace made = teams().make(ACME, POOL);
    server.removeGroup(GROUP);

    assertThat(teams().members(made)).isEmpty();
    teams().dismiss(made, ANN);
    assertThat(kindOf(() -> teams().admit(made, ANN))).isEqualTo(CloudErrorKind.GROUP_MISSING);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void deleteWhenCalledHidesThenDestroysThenTakesTheGroup(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");
    TeamSpace made = teams().make(ACME, POOL);
    server.forgetRequests();

    teams().delete(made);
    teams().delete(made);

    assertThat(folders()).containsExactly("1 Archive -3 {staff=31}");
    assertThat(server.groups()).containsExactly("admin");
    assertThat(writes())
        .containsExactly(
            "POST folders/2/groups/" + GROUP + " permissions=0",
            "DELETE folders/2",
            "DELETE groups/" + GROUP,
            "DELETE groups/" + GROUP);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void deleteWhenTheIdIsAnothersRefuses(Flavour flavour) {
    start(flavour);
    folder("Archive", "staff");
    server.addGroup(GROUP);
    TeamSpace wrong = new TeamSpace("1", GROUP, POOL, OptionalLong.empty(), SpaceAccess.OPEN);

    assertThat(kindOf(() -> teams().delete(wrong))).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "admin", "Admin"})
  void deleteWhenTheGroupIsNoneOfATeamAsksNothing(String group) {
    start(Flavour.NEXTCLOUD_34);
    folder("Archive", group.isEmpty() ? "staff" : group);
    TeamSpaces teams = teams();
    server.forgetRequests();
    TeamSpace wrong = new TeamSpace("1", group, POOL, OptionalLong.empty(), SpaceAccess.OPEN);

    assertThatThrownBy(() -> teams.delete(wrong)).isInstanceOf(IllegalArgumentException.class);
    assertThat(server.requests()).isEmpty();
  }

  /** A create whose answer came too late, and was sent again by the next run. */
  @ParameterizedTest
  @MethodSource(VERSIONS)
  void deleteWhenItWasBegunTwiceLeavesNothing(Flavour flavour) {
    start(flavour);
    TeamSpace made = teams().make(ACME, POOL);
    folder(GROUP);
    folder("Archive", "staff", GROUP);

    teams().delete(made);

    assertThat(folders()).containsExactly("3 Archive -3 {staff=31}");
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void readAllWhenCalledShowsOthersTooAndHasNoMarkOfThem(Flavour flavour) {
    start(flavour);
    List<TeamSpace> none = new ArrayList<>();
    teams().readAll(mark -> false, none::add);
    assertThat(none).isEmpty();
    folder("Archive", "staff", "guests").groups().put("guests", 1);
    folder("Lost");
    TeamSpace made = teams().make(ACME, POOL);

    List<TeamSpace> all = new ArrayList<>();
    teams().readAll(mark -> false, all::add);

    OptionalLong empty = OptionalLong.of(0);
    assertThat(all)
        .containsExactlyInAnyOrder(
            new TeamSpace("1", "", Quota.UNLIMITED, empty, SpaceAccess.OPEN),
            new TeamSpace("2", "", Quota.UNLIMITED, empty, SpaceAccess.HIDDEN),
            made);
    assertThat(server.routes()).doesNotContain("GET folders limit=0");
  }

  /** Only 34 asks an app password for the administrator's. */
  @ParameterizedTest
  @MethodSource(VERSIONS)
  void makeWhenByAnAppPasswordConfirmsWhereThatIsWanted(Flavour flavour) {
    start(flavour);
    server.appPassword("app-password-of-a-test");
    Secret none = new Secret("");
    Secret password = new Secret(CloudStandIn.ADMIN_PASSWORD);
    Secret app = new Secret("app-password-of-a-test");

    CloudCredentials both = new CloudCredentials(CloudStandIn.ADMIN, password, app, none);
    TeamSpace made = cloud(both).teamSpaces().orElseThrow().make(ACME, POOL);
    cloud(both).teamSpaces().orElseThrow().delete(made);
    assertThat(folders()).isEmpty();

    CloudCredentials alone = new CloudCredentials(CloudStandIn.ADMIN, none, app, none);
    TeamSpaces teams = cloud(alone).teamSpaces().orElseThrow();
    if (flavour == Flavour.NEXTCLOUD_34) {
      assertThat(kindOf(() -> teams.make(ACME, POOL))).isEqualTo(CloudErrorKind.FORBIDDEN);
      assertThat(folders()).isEmpty();
    } else {
      assertThat(teams.make(ACME, POOL).id()).isEqualTo("2");
    }
  }

  private static CloudException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(CloudException.class, call);
  }

  private static CloudErrorKind kindOf(ThrowingCallable call) {
    CloudException failure = failureOf(call);
    return failure == null ? null : failure.kind();
  }
}
