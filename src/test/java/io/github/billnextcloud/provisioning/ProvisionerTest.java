package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Users who are there: completed, changed, suspended, resumed, closed, or left alone. */
class ProvisionerTest extends WithCloud {

  @Test
  void observeWhenUserIsOursTellsOfIt() {
    ann();
    assertThat(provisioner.observe(ANN)).get().extracting(user -> user.quota()).isEqualTo(TEN);
  }

  @Test
  void observeWhenNobodyIsThereIsEmpty() {
    assertThat(provisioner.observe(ANN)).isEmpty();
  }

  @Test
  void observeWhenUserIsStrangerRefuses() {
    ann();
    assertThat(reason(() -> provisioner.observe(STRANGER))).isEqualTo(Reason.COLLISION);
  }

  @Test
  void completeWhenEverythingDiffersMakesItSo() {
    Account ann = cloud.addAccount("ann");
    ann.setEnabled(false);
    ann.groups().add("basic");
    cloud.addGroup("basic");
    provisioner.complete(wanted(), provisioner.observe(ANN).orElseThrow());
    assertThat(writes())
        .containsExactly(
            "POST users/ann/groups groupid=pro",
            "DELETE users/ann/groups groupid=basic",
            "PUT users/ann key=quota value=10 GB",
            "PUT users/ann key=email value=ann@example.org",
            "PUT users/ann key=displayname value=Ann Lee",
            "PUT users/ann key=language value=ru",
            "PUT users/ann/enable");
    assertThat(ann.enabled()).isTrue();
  }

  @Test
  void completeWhenAsWantedLooksOnceAndWritesNothing() {
    ann();
    provisioner.complete(wanted(), provisioner.observe(ANN).orElseThrow());
    assertThat(cloud.requests()).hasSize(1);
  }

  /** Somebody deletes the user while we are at work. */
  @Test
  void changeWhenTheUserVanishesMeanwhileSaysSo() {
    ann().setQuota("1 GB");
    cloud.fault(
        request -> request.method().equals("GET") && !cloud.writes().isEmpty(),
        Fault.ocs(404, "User does not exist"));
    CloudException failure =
        catchThrowableOfType(CloudException.class, () -> provisioner.change(wanted()));
    assertThat(failure).hasMessageEndingWith("it is gone again");
  }

  @Test
  void completeWhenCourtesyIsRefusedGoesOn() {
    Account ann = ann();
    ann.setEmail("old@example.org");
    ann.setEnabled(false);
    strike("PUT", Fault.ocs(101, "no"));
    provisioner.complete(wanted(), provisioner.observe(ANN).orElseThrow());
    assertThat(ann.enabled()).isTrue();
    assertThat(ann.email()).isEqualTo("old@example.org");
  }

  @Test
  void completeWhenCourtesyFindsTheServerAwayFails() {
    ann().setEmail("old@example.org");
    strike("PUT", Fault.ocs(996, "no"));
    assertThat(
            failure(() -> provisioner.complete(wanted(), provisioner.observe(ANN).orElseThrow())))
        .extracting(failure -> failure.kind())
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void changeWhenQuotaIsRefusedFails() {
    ann();
    strike("PUT", Fault.ocs(102, "no"));
    WantedAccount more = wanted(Quota.ofBytes(20L << 30), Set.of("pro"));
    assertThat(failure(() -> provisioner.change(more)).kind())
        .isEqualTo(CloudErrorKind.QUOTA_REFUSED);
  }

  @Test
  void changeWhenServerOverlooksItSaysWhatIsLeft() {
    ann();
    strike("PUT", Fault.ocs(100, ""));
    WantedAccount more = wanted(Quota.ofBytes(20L << 30), Set.of("pro"));
    assertThat(failure(() -> provisioner.change(more)))
        .hasMessage(
            "The cloud does not show ann as asked: what is left to do is: set the quota to 20 GB")
        .extracting(failure -> failure.kind())
        .isEqualTo(CloudErrorKind.NOT_KEPT);
  }

  @Test
  void changeWhenUserIsMissingRefuses() {
    assertThat(reason(() -> provisioner.change(wanted()))).isEqualTo(Reason.MISSING);
  }

  @Test
  void disableWhenEnabledDisables() {
    Account ann = ann();
    provisioner.findOwn(ANN).ifPresent(provisioner::disable);
    assertThat(ann.enabled()).isFalse();
  }

  @Test
  void resumeWhenDisabledEnables() {
    Account ann = ann();
    ann.setEnabled(false);
    provisioner.resume(ANN);
    assertThat(ann.enabled()).isTrue();
  }

  @Test
  void resumeWhenNobodyIsThereRefuses() {
    assertThat(reason(() -> provisioner.resume(ANN))).isEqualTo(Reason.MISSING);
  }

  @Test
  void isFreeWhenSomebodyHasTheNameFailsWhosever() {
    assertThat(provisioner.isFree(ANN.id())).isTrue();
    ann();
    assertThat(provisioner.isFree(ANN.id())).isFalse();
  }

  @Test
  void isProvenWhenThePasswordIsRightHolds() {
    Secret none = new Secret("");
    Secret another = new Secret("another");
    assertThat(isProven(PROOF)).isFalse();
    ann().setPassword(PASSWORD.reveal());
    assertThat(isProven(PROOF)).isTrue();
    assertThat(isProven(new OwnershipProof(another, another, false))).isFalse();
    assertThat(isProven(new OwnershipProof(none, none, false))).isFalse();
  }

  /** Two customers may have chosen the same password. */
  @Test
  void isProvenByAPasswordThatWasGivenIsOnlyWhereThereAreNoMarks() {
    OwnershipProof given = new OwnershipProof(PASSWORD, new Secret("of-the-service"), false);
    Account ann = ann();
    ann.setPassword(PASSWORD.reveal());
    assertThat(isProven(given)).isFalse();
    ann.profile().put("manager", given.mark(ANN.id()).reveal());
    assertThat(isProven(given)).isTrue();
    in(Flavour.OWNCLOUD_10);
    ann().setPassword(PASSWORD.reveal());
    assertThat(isProven(given)).isTrue();
  }

  private boolean isProven(OwnershipProof proof) {
    return provisioner
        .candidate(ANN.id(), proof)
        .filter(user -> provisioner.isProven(user, proof))
        .isPresent();
  }

  /** Nextcloud 28 says so of more than 469 bytes. To try it would be a wrong password. */
  @Test
  void setPasswordWhenItIsTooLongDoesNotTryIt() {
    ann();
    strike("PUT", Fault.ocs(102, "Invalid password value"));
    assertThat(failure(() -> provisioner.setPassword(provisioner.require(ANN), PASSWORD)).kind())
        .isEqualTo(CloudErrorKind.PASSWORD_REFUSED);
    assertThat(cloud.requests()).noneMatch(request -> request.path().endsWith("/cloud/user"));
  }

  @Test
  void deleteWhenOursDeletes() {
    ann();
    provisioner.findOwn(ANN).ifPresent(provisioner::delete);
    assertThat(cloud.account("ann")).isEmpty();
  }

  @Test
  void findOwnWhenStrangerFindsNobody() {
    ann();
    assertThat(provisioner.findOwn(STRANGER)).isEmpty();
  }

  @Test
  void setPasswordWhenTheServerFailedAfterItIsContent() {
    Account ann = ann();
    cloud.fault(request -> request.method().equals("PUT"), Fault.dropAfter());
    provisioner.setPassword(provisioner.require(ANN), PASSWORD);
    assertThat(ann.password()).isEqualTo(PASSWORD.reveal());
  }

  @Test
  void setPasswordWhenTheServerFailedBeforeItSaysThatTheFormerOneIsInForce() {
    ann();
    strike("PUT", Fault.ocs(996, "Internal Server Error"));
    assertThat(failure(() -> provisioner.setPassword(provisioner.require(ANN), PASSWORD)))
        .hasMessageEndingWith("the former one is in force");
  }

  @Test
  void setPasswordWhenNobodyCanTellSaysThatEitherMayBeInForce() {
    ann().setEnabled(false);
    strike("PUT", Fault.ocs(996, "Internal Server Error"));
    assertThat(failure(() -> provisioner.setPassword(provisioner.require(ANN), PASSWORD)))
        .hasMessageEndingWith("The new password may be in force, or still the former one");
  }
}
