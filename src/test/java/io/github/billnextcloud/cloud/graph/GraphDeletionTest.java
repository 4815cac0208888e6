package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphRole;
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
    server.rename(account("eve"), ann.stable());

    assertThat(refusal(ann)).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(account("ann").drive()).isNotNull();
    assertThat(account(ann.stable()).drive()).isNotNull();
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

  private Account account(String name) {
    return server.account(name).orElseThrow();
  }

  private CloudErrorKind refusal(UserId id) {
    CloudErrorKind[] kind = new CloudErrorKind[1];
    assertThatThrownBy(() -> cloud().deleteUser(id))
        .isInstanceOfSatisfying(CloudException.class, failure -> kind[0] = failure.kind());
    return kind[0];
  }
}
