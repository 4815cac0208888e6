package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A team's space is made once, found again by its mark, limited, and never another's. */
class ProjectSpacesTest extends WithProjectSpaces {

  @Test
  void findWhenThereIsNoneAsksWhetherTheStorageAnswers() {
    assertThat(spaces().find(TEAM)).isEmpty();

    assertThat(server.routes()).containsExactly("GET drives", "GET me/drive", "GET drives");
  }

  @Test
  void findWhenOnlyOthersAreThereIsSure() {
    server.addSpace("Team A", "svc-47", admin());
    server.addSpace("Team A", "svc-4711 ", admin());
    server.addSpace("Team A", "", admin());

    assertThat(spaces().find(TEAM)).isEmpty();
    assertThat(server.routes()).containsExactly("GET drives");
  }

  /** An empty list is all that the server says then. */
  @Test
  void findWhenTheStorageIsAwayIsNotSure() {
    TeamSpace space = made();
    server.service("storage-users", false);

    assertThat(refusal(() -> spaces().find(TEAM))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(refusal(() -> spaces().find(onRecord(space)))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(refusal(() -> spaces().readAll(mark -> false, it -> {})))
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  /** It has come back between the list and the proof. */
  @Test
  void findWhenTheStorageComesBackFindsIt() {
    TeamSpace space = made();
    server.watch(
        passage -> {
          if (passage.equals("before GET me/drive")) {
            server.service("storage-users", true);
          }
          return true;
        });

    for (TeamKey team : List.of(TEAM, onRecord(space))) {
      server.service("storage-users", false);
      assertThat(spaces().find(team)).contains(space);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Flavour.class,
      names = {"INFINITE_SCALE_5", "INFINITE_SCALE", "OPENCLOUD"})
  void makeWhenThereIsNoneMakesOneThatIsFoundAgain(Flavour flavour) {
    start(flavour);

    TeamSpace space = made();

    assertThat(server.routes()).endsWith("GET drives", "GET me/drive", "GET drives", "POST drives");
    assertThat(space.mark()).isEqualTo("svc-4711");
    assertThat(space.quota()).isEqualTo(GIGABYTE);
    assertThat(space.used()).hasValue(0);
    assertThat(space.access()).isEqualTo(SpaceAccess.OPEN);
    assertThat(spaces().find(TEAM)).contains(space);
    assertThat(spaces().find(onRecord(space))).contains(space);
    assertThat(server.spaceLines())
        .containsExactly("Team A (svc-4711), quota 1073741824, admin manager");
  }

  @Test
  void makeWhenAFormerCallHasMadeItTakesIt() {
    TeamSpace space = made();

    assertThat(made()).isEqualTo(space);
    assertThat(writes()).containsExactly("POST drives");
  }

  @Test
  void makeWhenItIsThereOtherwiseMendsIt() {
    GraphSpace space = server.addSpace("Team A", "svc-4711", admin());
    space.setQuota(5);
    space.trash(true);
    there("ann");
    space.give(account("ann"), "viewer");

    assertThat(made().access()).isEqualTo(SpaceAccess.OPEN);
    assertThat(server.spaceLines())
        .containsExactly("Team A (svc-4711), quota 1073741824, admin manager, ann editor");
  }

  @Test
  void makeWhenItsAnswerIsLostLooksFirst() {
    server.fault(request -> request.method().equals("POST"), Fault.dropAfter());

    assertThat(made().quota()).isEqualTo(GIGABYTE);
    assertThat(server.spaces()).hasSize(1);
    assertThat(writes()).containsExactly("POST drives");
  }

  @Test
  void makeWhenNothingWasMadeSaysWhy() {
    server.fault(request -> request.method().equals("POST"), error(500, "generalException", "x"));

    assertThat(refusal(this::made)).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(server.spaces()).isEmpty();
    assertThat(made().mark()).isEqualTo("svc-4711");
  }

  @Test
  void makeWhenTheAnswerIsAboutAnotherLooks() {
    server.fault(
        request -> request.method().equals("POST"),
        Fault.status(
            201,
            Map.of(),
            "application/json",
            "{\"id\":\"a$b\",\"driveType\":\"project\",\"description\":\"svc-1\"}"));

    assertThat(refusal(this::made)).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(made().mark()).isEqualTo("svc-4711");
  }

  /** What was not understood is not taken for passing because the look after it fails. */
  @Test
  void makeWhenNothingCanBeLookedForAfterwardsSaysWhatWentWrongFirst() {
    server.fault(
        request -> request.method().equals("POST"),
        Fault.status(201, Map.of(), "application/json", "{\"id\":\"a$b\"}"));
    server.watch(
        passage -> {
          if (passage.startsWith("after POST")) {
            server.service("storage-users", false);
          }
          return true;
        });

    assertThatThrownBy(this::made)
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
              assertThat(failure.getSuppressed()).hasSize(1);
            });
  }

  /** Two are a mistake of two who made it at once; which is taken must not change. */
  @Test
  void findWhenThereAreTwinsTakesTheOneOnRecordOrTheSameEachTime() {
    String one = server.addSpace("Team A", "svc-4711", admin()).id();
    String other = server.addSpace("Team A", "svc-4711", admin()).id();
    String first = one.compareTo(other) < 0 ? one : other;

    assertThat(spaces().find(TEAM).orElseThrow().id()).isEqualTo(first);
    assertThat(made().id()).isEqualTo(first);
    for (String id : List.of(one, other)) {
      TeamKey team = new TeamKey("svc-4711", Optional.of(id), "Team A");
      assertThat(spaces().find(team).orElseThrow().id()).isEqualTo(id);
    }
    assertThat(server.spaces()).hasSize(2);
  }

  @Test
  void findWhenTheOneOnRecordIsGoneLooksForTheMark() {
    TeamSpace space = made();
    TeamKey former = new TeamKey("svc-4711", Optional.of("gone$gone"), "Team A");

    assertThat(spaces().find(former)).contains(space);
  }

  /** Who was made a manager beside us may write what he likes there. */
  @Test
  void findWhenItsMarkIsLostTakesItByTheIdWhileWeManageIt() {
    TeamSpace space = made();
    there().describe("ours!");

    assertThat(spaces().find(onRecord(space)).orElseThrow().mark()).isEqualTo("ours!");
    assertThat(spaces().find(TEAM)).isEmpty();

    assertThat(spaces().make(onRecord(space), GIGABYTE).mark()).isEqualTo("svc-4711");
    assertThat(there().description()).isEqualTo("svc-4711");
  }

  @Test
  void findWhenItsMarkIsLostAndWeManageItNoMoreMakesNoSecond() {
    TeamSpace space = made();
    there("eve");
    there().give(account("eve"), "manager");
    there().give(admin(), null);
    there().describe("mine");

    assertThat(refusal(() -> spaces().find(onRecord(space)))).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(refusal(() -> spaces().make(onRecord(space), GIGABYTE)))
        .isEqualTo(CloudErrorKind.REFUSED);
    assertThat(server.spaces()).hasSize(1);
  }

  /** The server takes a half of an id for the whole. */
  @Test
  void findWhenAnotherIdComesBackIsNoAnswer() {
    String half = made().id().replaceFirst(".*\\$", "");

    assertThat(refusal(() -> spaces().find(new TeamKey("svc-4711", Optional.of(half), ""))))
        .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  @Test
  void findWhenThereIsNoMarkIsAMistake() {
    server.addSpace("Team A", "", admin());

    assertThatThrownBy(() -> spaces().find(new TeamKey("", Optional.empty(), "Team A")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme Ltd.|Acme Ltd",
        "team.example.org|team example org",
        " a/b\\c:d?e*f\"g>h<i|a b c d e f g h i",
        "...|Team",
        "''|Team",
        "Отдел продаж|Отдел продаж",
      })
  void makeWhenTheNameIsNotTakenThereCleansIt(String name, String shown) {
    spaces().make(new TeamKey("svc-4711", Optional.empty(), name), GIGABYTE);

    assertThat(there().name()).isEqualTo(shown);
  }

  /** 255 bytes, and no half of a letter. */
  @ParameterizedTest
  @CsvSource({"я,127", "x,255", "😀,63", "'x ',128"})
  void makeWhenTheNameIsTooLongCutsIt(String part, int times) {
    spaces().make(new TeamKey("svc-4711", Optional.empty(), part.repeat(300)), GIGABYTE);

    assertThat(there().name()).isEqualTo(part.repeat(times).strip());
  }

  /** Neither zero nor nothing, which the server takes for no limit and for its own. */
  @Test
  void makeWhenThePoolIsNoLimitMakesNothing() {
    for (Quota pool : List.of(Quota.UNLIMITED, Quota.UNSET)) {
      assertThat(refusal(() -> spaces().make(TEAM, pool))).isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void makeWhenThePoolIsNothingGivesTheLeastThatThereIs() {
    spaces().make(TEAM, Quota.ofBytes(0));
    spaces().make(TEAM, Quota.ofBytes(0));

    assertThat(there().quota()).isOne();
    assertThat(writes()).containsExactly("POST drives");
  }

  @Test
  void makeWhenTheServerHasALargestQuotaIsRefused() {
    server.maxQuota(1L << 20);

    assertThat(refusal(this::made)).isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(server.spaces()).isEmpty();
  }

  @Test
  void setQuotaWhenItIsLessThanIsStoredIsTaken() {
    TeamSpace space = made();
    there().setUsed(5000);

    spaces().setQuota(space, Quota.ofBytes(1000));

    TeamSpace after = spaces().find(TEAM).orElseThrow();
    assertThat(after.quota()).isEqualTo(Quota.ofBytes(1000));
    assertThat(after.used()).hasValue(5000);
  }

  @Test
  void setQuotaWhenItIsNoLimitSendsNothing() {
    TeamSpace space = made();

    assertThat(refusal(() -> spaces().setQuota(space, Quota.UNLIMITED)))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
    assertThat(there().quota()).isEqualTo(1L << 30);
  }

  @Test
  void setQuotaWhenTheServerKeepsAnotherSaysSo() {
    TeamSpace space = made();
    server.maxQuota(1L << 20);

    assertThat(refusal(() -> spaces().setQuota(space, GIGABYTE)))
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
  }

  @Test
  void readAllWhenThereAreOthersShowsThemToo() {
    there("eve");
    made();
    server.addSpace("Eve's", "", account("eve")).trash(true);

    List<TeamSpace> all = new ArrayList<>();
    spaces().readAll(mark -> false, all::add);

    assertThat(all)
        .extracting(TeamSpace::mark, TeamSpace::access)
        .containsExactlyInAnyOrder(
            tuple("svc-4711", SpaceAccess.OPEN), tuple("", SpaceAccess.HIDDEN));
  }

  @Test
  void readAllWhenThereIsNoneIsSure() {
    spaces().readAll(mark -> false, space -> assertThat(space).isNull());

    assertThat(server.routes()).contains("GET me/drive");
  }
}
