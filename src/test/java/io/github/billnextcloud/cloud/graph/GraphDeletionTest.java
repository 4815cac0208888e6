package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.OrphanedFiles;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is sent before it is sure that it takes user and files, and nobody else's. */
class GraphDeletionTest extends WithGraphCloud {

  @Test
  void deleteWhenAllIsWellTakesUserAndFiles() {
    UserId ann = there("ann");

    cloud().deleteUser(ann);

    assertThat(server.account("ann")).isEmpty();
    assertThat(server.orphanedDrives()).isZero();
    assertThat(writes()).containsExactly("DELETE users/{id}");
  }

  @Test
  void deleteWhenNobodyIsThereSendsNothing() {
    cloud().deleteUser(new UserId("ann"));

    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteLeftFilesWhenOnlyTheUserWentTakesThoseOfThisUser() {
    UserId ann = there("ann");
    UserId bob = there("bob");
    server.removeWithoutFiles("ann");
    server.removeWithoutFiles("bob");
    assertThat(cloud().leftFiles())
        .extracting(OrphanedFiles::owner)
        .containsExactlyInAnyOrder(ann.stableId().orElseThrow(), bob.stableId().orElseThrow());

    cloud().deleteLeftFiles(ann);

    assertThat(cloud().leftFiles())
        .extracting(OrphanedFiles::owner)
        .containsExactly(bob.stableId().orElseThrow());
    assertThat(writes()).hasSize(2).allMatch(route -> route.startsWith("DELETE drives/"));
  }

  /** What a run has put into the bin that was stopped then, the next finds there. */
  @Test
  void deleteLeftFilesWhenStoppedInBetweenFinishes() {
    UserId ann = there("ann");
    server.removeWithoutFiles("ann");
    boolean[] isDown = {true};
    boolean[] isBinned = {false};
    server.fault(
        request -> {
          boolean second = request.method().equals("DELETE") && isBinned[0];
          isBinned[0] |= request.method().equals("DELETE");
          return second && isDown[0];
        },
        Fault.status(500, Map.of(), "text/plain", ""));
    assertThatThrownBy(() -> cloud().deleteLeftFiles(ann)).isInstanceOf(CloudException.class);
    assertThat(server.orphanedDrives()).isOne();

    isDown[0] = false;
    cloud().deleteLeftFiles(ann);
    assertThat(server.orphanedDrives()).isZero();
  }

  @Test
  void deleteLeftFilesWhenTheUserIsThereSendsNothing() {
    UserId ann = there("ann");

    cloud().deleteLeftFiles(ann);

    assertThat(cloud().leftFiles()).isEmpty();
    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteLeftFilesWhenTheStorageIsAwayDoesNotTakeThemForGone() {
    UserId ann = there("ann");
    server.removeWithoutFiles("ann");
    server.service("storage-users", false);

    assertThatThrownBy(() -> cloud().deleteLeftFiles(ann)).isInstanceOf(CloudException.class);
    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteWhenTheDirectoryIsReadOnlySendsNothing() {
    UserId ann = there("ann");
    server.readOnlyDirectory();

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(writes()).isEmpty();
    assertThat(account("ann").drive()).isNotNull();
  }

  @Test
  void deleteWhenTheStorageIsAwaySendsNothing() {
    UserId ann = there("ann");
    server.service("storage-users", false);

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteWhenTheUserNeverSignedInAsksWhetherTheStorageAnswers() {
    Account account = server.addAccount("ann");

    cloud().deleteUser(new UserId("ann", account.stableId()));

    assertThat(server.account("ann")).isEmpty();
    assertThat(server.routes()).contains("GET me/drive");
  }

  @Test
  void deleteWhenTheUserAdministersSomethingSendsNothing() {
    UserId ann = there("ann");
    account("ann").setRole(GraphRole.SPACE_ADMIN);

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteWhenTheUserHasAnotherNameFollowsHim() {
    UserId ann = there("ann");
    server.rename(account("ann"), "eve");
    there("ann");

    cloud().deleteUser(ann);

    assertThat(server.account("eve")).isEmpty();
    assertThat(server.account("ann")).isPresent();
  }

  @Test
  void deleteWhenSomebodyIsCalledByTheIdLeavesBothAlone() {
    UserId ann = there("ann");
    there("eve");
    server.rename(account("eve"), ann.stableId().orElseThrow());

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.REFUSED);
    assertThat(account("ann").drive()).isNotNull();
    assertThat(account(ann.stableId().orElseThrow()).drive()).isNotNull();
  }

  @Test
  void deleteWhenItsAnswerIsLostLooksFirst() {
    UserId ann = there("ann");
    server.fault(request -> request.method().equals("DELETE"), Fault.dropAfter());

    cloud().deleteUser(ann);

    assertThat(server.account("ann")).isEmpty();
    assertThat(writes()).containsExactly("DELETE users/{id}");
  }

  @Test
  void deleteWhenAnsweredThatNobodyWasThereIsDone() {
    UserId ann = there("a+b");

    cloud().deleteUser(ann);

    assertThat(server.account("a+b")).isEmpty();
  }

  @Test
  void deleteWhenItIsSoftPurges() {
    start(Flavour.OPENCLOUD);
    server.deleteSoftly();
    UserId ann = there("ann");

    cloud().deleteUser(ann);

    assertThat(server.account("ann")).isEmpty();
    assertThat(writes()).containsExactly("DELETE users/{id}", "DELETE users/{id}");
  }

  @Test
  void deleteSoftlyWhenTheServerKeepsTheDeletedLeavesThemToIt() {
    start(Flavour.OPENCLOUD);
    server.deleteSoftly();
    UserId ann = there("ann");

    cloud().deleteSoftly(ann);
    cloud().deleteSoftly(ann);

    assertThat(account("ann").enabled()).isFalse();
    assertThat(writes()).containsExactly("DELETE users/{id}");
  }

  @Test
  void deleteWhenTheServerKeepsOneWhoNeverSignedInPurges() {
    start(Flavour.OPENCLOUD);
    server.deleteSoftly();
    server.addAccount("ann");

    cloud().deleteUser(new UserId("ann"));

    assertThat(server.account("ann")).isEmpty();
  }

  @Test
  void deleteWhenTheServerDoesNotSayWhetherItDeletesSendsNothing() {
    UserId ann = there("ann");
    server.fault(
        request -> request.path().endsWith("/capabilities"),
        Fault.status(200, Map.of(), "application/json", "{\"ocs\":{\"data\":{}}}"));

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(writes()).isEmpty();
  }

  @Test
  void deleteWhenTheRolesAreNotToldSendsNothing() {
    UserId ann = there("ann");
    server.fault(
        request -> request.path().contains("/users/"),
        Fault.status(
            200,
            Map.of(),
            "application/json",
            "{\"id\":\"%s\",\"onPremisesSamAccountName\":\"ann\"}"
                .formatted(ann.stableId().orElseThrow())));

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(writes()).isEmpty();
  }

  /** The directory has become one meanwhile: what has been sent is sent no second time. */
  @Test
  void deleteWhenAnsweredThatTheDirectoryIsReadOnlySendsNothingMore() {
    UserId ann = there("ann");
    server.fault(
        request -> request.method().equals("DELETE"),
        error(405, "notAllowed", "server is configured read-only"));

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(writes()).containsExactly("DELETE users/{id}");
  }

  @Test
  void deleteWhenATwinWasFasterIsDone() {
    UserId ann = there("ann");
    server.fault(
        request -> {
          boolean deletes = request.method().equals("DELETE");
          if (deletes) {
            server.remove("ann");
          }
          return deletes;
        },
        error(405, "notAllowed", "error deleting user"));

    cloud().deleteUser(ann);

    assertThat(writes()).containsExactly("DELETE users/{id}");
  }

  @Test
  void deleteWhenItIsSaidToBeDoneAndIsNotSaysSo() {
    UserId ann = there("ann");
    server.fault(
        request -> request.method().equals("DELETE"), Fault.status(204, Map.of(), null, ""));

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.NOT_KEPT);
    assertThat(writes()).containsExactly("DELETE users/{id}");
  }

  @Test
  void deleteWhenTheStorageGoesAwayMeanwhileDoesNotBelieveThatTheFilesAreGone() {
    UserId ann = there("ann");
    server.watch(
        passage -> {
          if (passage.contains("DELETE")) {
            server.service("storage-users", false);
          }
          return true;
        });

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void deleteWhenTheFilesHaveStayedPurgesThem() {
    UserId ann = there("ann");
    server.watch(
        passage -> {
          if (passage.contains("DELETE") && passage.contains("users")) {
            server.service("storage-users", passage.contains("after"));
          }
          return true;
        });

    cloud().deleteUser(ann);

    assertThat(server.orphanedDrives()).isZero();
  }

  private static Fault error(int status, String code, String message) {
    return Fault.status(
        status,
        Map.of(),
        "application/json",
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
  }

  private Account account(String name) {
    return server.account(name).orElseThrow();
  }

  private CloudErrorKind refusal(UserId id) {
    CloudErrorKind[] kind = new CloudErrorKind[1];
    assertThatThrownBy(() -> cloud().deleteUser(id))
        .isInstanceOfSatisfying(CloudException.class, failure -> kind[0] = failure.kind());
    return kind[0];
  }

  /** Made between the two lists: so each is looked at once more, and nobody else. */
  @Test
  void leftFilesWhenTheListOfUsersLacksOneLooksAtThatOne() {
    UserId ann = there("ann");
    there("bob");
    String admin = account("admin").stableId();
    server.fault(
        request -> request.path().endsWith("/v1.0/users"),
        Fault.status(
            200,
            Map.of(),
            "application/json",
            "{\"value\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}"
                .formatted(admin, account("bob").stableId())));

    assertThat(cloud().leftFiles()).isEmpty();
    assertThat(server.requests())
        .filteredOn(request -> request.path().contains("/users/"))
        .singleElement()
        .satisfies(look -> assertThat(look.path()).endsWith(ann.stableId().orElseThrow()));
  }
}
