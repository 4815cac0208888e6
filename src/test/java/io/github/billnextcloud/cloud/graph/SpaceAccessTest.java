package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.standin.cloud.GraphSpace.FailedPurge.LOST;
import static io.github.billnextcloud.standin.cloud.GraphSpace.FailedPurge.SHOWN_AGAIN;
import static io.github.billnextcloud.standin.cloud.GraphSpace.FailedPurge.UNLISTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A space is closed without loss, opened again to all as it was, and destroyed only as itself. */
class SpaceAccessTest extends WithProjectSpaces {

  private TeamSpace withTwo() {
    TeamSpace space = made();
    spaces().admit(space, there("ann"));
    spaces().admit(space, there("bob"));
    return space;
  }

  private SpaceAccess shown() {
    return spaces().find(TEAM).orElseThrow().access();
  }

  /** Every way from one to another, and each once more. */
  @ParameterizedTest
  @EnumSource(
      value = Flavour.class,
      names = {"INFINITE_SCALE", "OPENCLOUD"})
  void setAccessWhenItChangesIsShownSo(Flavour flavour) {
    start(flavour);
    TeamSpace space = withTwo();
    SpaceAccess[] all = {SpaceAccess.OPEN, SpaceAccess.READ_ONLY, SpaceAccess.HIDDEN};

    for (SpaceAccess from : all) {
      for (SpaceAccess to : all) {
        spaces().setAccess(space, from);
        assertThat(shown()).isEqualTo(from);
        spaces().setAccess(space, to);
        assertThat(shown()).isEqualTo(to);
      }
    }
    spaces().setAccess(space, SpaceAccess.OPEN);
    assertThat(server.spaceLines())
        .containsExactly(
            "Team A (svc-4711), quota 1073741824, admin manager, ann editor, bob editor");
  }

  @Test
  void setAccessWhenItIsSoAlreadySendsNothing() {
    TeamSpace space = withTwo();
    server.forgetRequests();

    spaces().setAccess(space, SpaceAccess.OPEN);
    assertThat(writes()).isEmpty();
    spaces().setAccess(space, SpaceAccess.HIDDEN);
    spaces().setAccess(space, SpaceAccess.HIDDEN);
    assertThat(writes()).containsExactly("DELETE drives/{id}");
  }

  @Test
  void setAccessWhenReadOnlyKeepsTheQuota() {
    TeamSpace space = withTwo();

    spaces().setAccess(space, SpaceAccess.READ_ONLY);

    assertThat(spaces().find(TEAM).orElseThrow().quota()).isEqualTo(GIGABYTE);
    assertThat(there().roleOf(account("ann"))).isEqualTo("viewer");
    assertThat(there().roleOf(admin())).isEqualTo("manager");
  }

  /** Neither is what is wanted, so that whichever is wanted is made true. */
  @Test
  void accessWhenAChangeWasCutOffIsNeither() {
    TeamSpace space = withTwo();
    there().give(account("ann"), "viewer");
    assertThat(shown()).isEqualTo(SpaceAccess.MIXED);

    spaces().setAccess(space, SpaceAccess.READ_ONLY);
    assertThat(shown()).isEqualTo(SpaceAccess.READ_ONLY);
    assertThatThrownBy(() -> spaces().setAccess(space, SpaceAccess.MIXED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** He could restore what is hidden, and destroy it. */
  @Test
  void setAccessWhenSomebodyElseManagesItMakesHimAnEditorFirst() {
    TeamSpace space = withTwo();
    there().give(account("bob"), "manager");
    assertThat(shown()).isEqualTo(SpaceAccess.OPEN);

    spaces().setAccess(space, SpaceAccess.HIDDEN);

    assertThat(there().roleOf(account("bob"))).isEqualTo("editor");
    assertThat(there().trashed()).isTrue();
  }

  @Test
  void accessWhenSomebodyElseManagesItIsNotReadOnly() {
    withTwo();
    there().give(account("ann"), "viewer");
    there().give(account("bob"), "manager");

    assertThat(shown()).isEqualTo(SpaceAccess.MIXED);
  }

  @Test
  void setAccessWhenWeManageItNoMoreHidesAllTheSame() {
    TeamSpace space = withTwo();
    there().give(account("bob"), "manager");
    there().give(admin(), null);

    assertThat(refusal(() -> spaces().setAccess(space, SpaceAccess.READ_ONLY)))
        .isEqualTo(CloudErrorKind.FORBIDDEN);
    spaces().setAccess(space, SpaceAccess.HIDDEN);
    assertThat(shown()).isEqualTo(SpaceAccess.HIDDEN);
  }

  /** The row of who is deleted takes no role, and is answered so after the change. */
  @Test
  void setAccessWhenAMemberIsDeletedTakesTheRowOut() {
    TeamSpace space = withTwo();
    server.remove("ann");

    spaces().setAccess(space, SpaceAccess.READ_ONLY);

    assertThat(server.spaceLines())
        .containsExactly("Team A (svc-4711), quota 1073741824, admin manager, bob viewer");
  }

  @Test
  void setAccessWhenItIsSaidToBeDoneAndIsNotSaysSo() {
    TeamSpace space = withTwo();
    server.fault(
        request -> request.method().equals("DELETE"), Fault.status(204, Map.of(), null, ""));
    assertThat(refusal(() -> spaces().setAccess(space, SpaceAccess.HIDDEN)))
        .isEqualTo(CloudErrorKind.NOT_KEPT);

    server.fault(
        request -> request.method().equals("PATCH"),
        Fault.status(200, Map.of(), "application/json", "{}"));
    assertThat(refusal(() -> spaces().setAccess(space, SpaceAccess.READ_ONLY)))
        .isEqualTo(CloudErrorKind.NOT_KEPT);

    there().trash(true);
    server.fault(
        request -> request.method().equals("PATCH"),
        Fault.status(200, Map.of(), "application/json", "{}"));
    assertThat(refusal(() -> spaces().setAccess(space, SpaceAccess.OPEN)))
        .isEqualTo(CloudErrorKind.NOT_KEPT);
  }

  @Test
  void setAccessWhenARoleIsRefusedSaysSo() {
    TeamSpace space = withTwo();
    server.fault(
        request -> request.method().equals("PATCH"), error(400, "invalidRequest", "no such role"));

    assertThatThrownBy(() -> spaces().setAccess(space, SpaceAccess.READ_ONLY))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(CloudErrorKind.REFUSED))
        .hasMessageContaining("no such role");
  }

  @Test
  void setAccessWhenTheStorageIsAwayWaits() {
    TeamSpace space = withTwo();
    server.service("storage-users", false);

    for (SpaceAccess access : new SpaceAccess[] {SpaceAccess.OPEN, SpaceAccess.HIDDEN}) {
      assertThat(refusal(() -> spaces().setAccess(space, access)))
          .isEqualTo(CloudErrorKind.UNREACHABLE);
    }
  }

  @Test
  void deleteWhenAllIsWellDestroysIt() {
    TeamSpace space = withTwo();
    server.addSpace("Team A", "svc-47", admin());

    spaces().delete(space);
    spaces().delete(space);

    assertThat(server.spaceLines()).containsExactly("Team A (svc-47), quota 0, admin manager");
    assertThat(spaces().find(onRecord(space))).isEmpty();
  }

  @Test
  void deleteWhenHiddenDestroysIt() {
    TeamSpace space = withTwo();
    spaces().setAccess(space, SpaceAccess.HIDDEN);

    spaces().delete(space);

    assertThat(server.spaces()).isEmpty();
  }

  @Test
  void deleteWhenItBearsAnotherMarkDestroysNothing() {
    TeamSpace space = withTwo();
    there().describe("svc-4712");

    assertThat(refusal(() -> spaces().delete(space))).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(there().trashed()).isFalse();
  }

  /** Whatever id is on record, and whoever wrote it there. */
  @Test
  void deleteWhenItIsSomebodysOwnDriveDestroysNothing() {
    there("ann");
    String drive = account("ann").drive();
    TeamSpace ofAnn = new TeamSpace(drive, "", GIGABYTE, OptionalLong.empty(), SpaceAccess.OPEN);

    assertThat(refusal(() -> spaces().delete(ofAnn))).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    for (SpaceAccess access : new SpaceAccess[] {SpaceAccess.OPEN, SpaceAccess.HIDDEN}) {
      assertThat(refusal(() -> spaces().setAccess(ofAnn, access)))
          .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    }
    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteWhenTheStorageIsAwayDoesNotTakeItForGone() {
    TeamSpace space = withTwo();
    server.service("storage-users", false);

    assertThat(refusal(() -> spaces().delete(space))).isEqualTo(CloudErrorKind.UNREACHABLE);
    server.service("storage-users", true);
    assertThat(there().trashed()).isFalse();
  }

  /** Not seen at first, and there after all: to be destroyed, not taken for gone. */
  @Test
  void deleteWhenTheStorageComesBackDestroysIt() {
    TeamSpace space = withTwo();
    server.service("storage-users", false);
    server.watch(
        passage -> {
          if (passage.equals("before GET me/drive")) {
            server.service("storage-users", true);
          }
          return true;
        });

    spaces().delete(space);

    assertThat(server.spaces()).isEmpty();
  }

  @Test
  void deleteWhenItIsSaidToBeDoneAndIsNotSaysSo() {
    TeamSpace space = withTwo();
    there().trash(true);
    server.fault(
        request -> request.method().equals("DELETE"), Fault.status(204, Map.of(), null, ""));

    assertThat(refusal(() -> spaces().delete(space))).isEqualTo(CloudErrorKind.NOT_KEPT);
    assertThat(server.spaces()).hasSize(1);
  }

  /** Of sixteen real ones ten were destroyed in the end, of which one had come out of the bin. */
  @ParameterizedTest
  @CsvSource({"OPENCLOUD,7", "OPENCLOUD,8", "INFINITE_SCALE,8"})
  void deleteWhenManyHaveBeenInsideAsksUntilItIsDone(Flavour flavour, int members) {
    start(flavour);
    TeamSpace space = ofMany(members);
    there().failPurges(List.of(UNLISTED, UNLISTED, SHOWN_AGAIN, UNLISTED));

    spaces().delete(space);
    assertThat(server.spaces()).isEmpty();
  }

  @Test
  void deleteWhenItFailsEachTimeIsLeftToTheAdministrator() {
    start(Flavour.OPENCLOUD);
    TeamSpace space = ofMany(8);
    there().failPurges(Collections.nCopies(30, UNLISTED));

    assertThatThrownBy(() -> spaces().delete(space)).hasMessageContaining("does not destroy it");
    assertThat(server.spaces()).hasSize(1);
    spaces().delete(space);
    assertThat(server.spaces()).isEmpty();
  }

  /** Six of sixteen real ones ended so, with all files. */
  @Test
  void deleteWhenTheServerLosesItOnTheWayIsNotDone() {
    start(Flavour.OPENCLOUD);
    TeamSpace space = ofMany(8);
    there().failPurges(List.of(UNLISTED, LOST));

    assertThatThrownBy(() -> spaces().delete(space))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(CloudErrorKind.REFUSED))
        .hasMessageContaining("still on the disk");
    assertThat(server.spaces()).hasSize(1);
  }

  @Test
  void deleteWhenWhatIsLeftIsNoSpaceAnyMoreIsNotDone() {
    TeamSpace space =
        halfDestroyed(
            "GET", Fault.status(200, Map.of(), "application/json", "{\"driveType\":\"project\"}"));

    assertThatThrownBy(() -> spaces().delete(space)).hasMessageContaining("still on the disk");
  }

  /** What is not seen once is not taken for gone, nor for lost. */
  @Test
  void deleteWhenWhatIsLeftCannotBeSeenWaits() {
    TeamSpace space = halfDestroyed("GET", error(403, "accessDenied", "not now"));

    assertThat(refusal(() -> spaces().delete(space))).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void deleteWhenTheRestIsTakenForShownAsksAgain() {
    TeamSpace space = halfDestroyed("DELETE", error(400, "invalidRequest", "can't purge"));

    spaces().delete(space);

    assertThat(server.spaces()).isEmpty();
  }

  @Test
  void deleteWhenItIsRefusedSaysWhy() {
    TeamSpace space = withTwo();
    there().trash(true);
    server.fault(
        request -> request.method().equals("DELETE"),
        error(400, "invalidRequest", "not like this"));

    assertThatThrownBy(() -> spaces().delete(space)).hasMessageContaining("not like this");
    assertThat(server.spaces()).hasSize(1);
  }

  /** A space whose first purge fails half way, and what happens once after that. */
  private TeamSpace halfDestroyed(String method, Fault next) {
    start(Flavour.OPENCLOUD);
    TeamSpace space = ofMany(8);
    there().trash(true);
    there().failPurges(List.of(UNLISTED));
    AtomicBoolean failed = new AtomicBoolean();
    server.watch(
        passage -> {
          if (passage.startsWith("after DELETE") && !failed.getAndSet(true)) {
            server.fault(request -> request.method().equals(method), next);
          }
          return true;
        });
    return space;
  }

  @Test
  void deleteWhenOneOutOfManyHasLeftIsNoLessHard() {
    start(Flavour.OPENCLOUD);
    TeamSpace space = ofMany(8);
    spaces().dismiss(space, new UserId("member0"));
    there().failPurges(List.of(LOST));

    assertThat(refusal(() -> spaces().delete(space))).isEqualTo(CloudErrorKind.REFUSED);
  }

  private TeamSpace ofMany(int members) {
    TeamSpace space = made();
    for (int at = 0; at < members; at++) {
      spaces().admit(space, new UserId(server.addAccount("member" + at).id()));
    }
    return space;
  }
}
