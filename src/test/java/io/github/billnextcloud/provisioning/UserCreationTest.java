package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.ProductRefusal.Reason;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import org.junit.jupiter.api.Test;

/** Users who are not there yet, and creations that fail, or only seem to. */
class UserCreationTest extends WithCloud {

  @Test
  void createWhenNothingIsInTheWayMakesTheUserAsWanted() {
    provisioner.create(wanted(), PROOF);
    assertThat(cloud.account("ann"))
        .get()
        .returns(PASSWORD.reveal(), Account::password)
        .returns("10 GB", Account::quota)
        .returns(true, Account::enabled);
  }

  @Test
  void createWhenThereIsAPasswordDoesNotTellTheAddressSoThatTheCloudWritesNoLetter() {
    provisioner.create(wanted(), PROOF);
    assertThat(writes()).singleElement().asString().doesNotContain("email");
  }

  @Test
  void createWhenTheCloudIsToMailALinkTellsTheAddressAtOnce() {
    provisioner.create(wanted(), new OwnershipProof(new Secret(""), PASSWORD, false));
    assertThat(writes()).singleElement().asString().contains("email=ann@example.org");
  }

  @Test
  void createWhenAnAddressIsDemandedTellsItAtOnce() {
    cloud.demandAddresses(true);
    provisioner.create(wanted(), PROOF);
    assertThat(cloud.account("ann")).get().returns("ann@example.org", Account::email);
    assertThat(cloud.mails()).containsExactly("ann");
  }

  @Test
  void finishWhenTheServerCountsEditsLeavesTheAddressForLater() {
    CloudUser made = provisioner.create(wanted(), PROOF);
    strike("PUT", Fault.ocs(429, ""));
    assertThat(provisioner.finish(wanted(), made)).isEqualTo(new RemainingDifferences(true, ""));
    assertThat(cloud.account("ann")).get().returns("10 GB", Account::quota);
  }

  @Test
  void finishWhenTheServerCountsEditsAndTheQuotaIsMissingFails() {
    cloud.addAccount("ann").setPassword(PASSWORD.reveal());
    CloudUser made = provisioner.create(wanted(), PROOF);
    strike("PUT", Fault.ocs(429, ""));
    assertThat(failure(() -> provisioner.finish(wanted(), made)).kind())
        .isEqualTo(CloudErrorKind.THROTTLED);
  }

  @Test
  void finishWhenTheLanguageIsForcedSaysWhatTheCloudWasTold() {
    cloud.forceLanguage("de");
    CloudUser made = provisioner.create(wanted(), PROOF);
    assertThat(provisioner.finish(wanted(), made)).isEqualTo(new RemainingDifferences(false, "ru"));
  }

  @Test
  void finishWhenTheAddressIsRefusedForGoodLeavesNothingForLater() {
    CloudUser made = provisioner.create(wanted(), PROOF);
    strike("PUT", Fault.ocs(101, ""));
    assertThat(provisioner.finish(wanted(), made)).isEqualTo(new RemainingDifferences(false, ""));
  }

  @Test
  void createWhenAnswerIsLostLooksAndIsContent() {
    strike("POST", Fault.dropAfter());
    provisioner.create(wanted(), PROOF);
    assertThat(cloud.account("ann")).isPresent();
  }

  @Test
  void createWhenAnswerIsLostAndNobodySignsInKnowsItsMark() {
    cloud.enforceTwoFactor();
    strike("POST", Fault.dropAfter());
    provisioner.create(wanted(), PROOF);
    assertThat(cloud.account("ann")).isPresent();
  }

  /** A mark is of one name and one secret: nobody can carry one over. */
  @Test
  void createWhenTheNameHasAnothersMarkRefuses() {
    cloud.enforceTwoFactor();
    Account ann = cloud.addAccount("ann");
    ann.profile().put("manager", PROOF.mark(new UserId("bob")).reveal());
    assertThat(reason(() -> provisioner.create(wanted(), PROOF))).isEqualTo(Reason.COLLISION);
  }

  @Test
  void createWhenServerFailedHalfWayFinishes() {
    cloud.fault(request -> request.method().equals("POST"), Fault.ocs(996, "half-way"));
    cloud.fault(
        request -> {
          boolean looks = request.method().equals("GET");
          if (looks && cloud.account("ann").isEmpty()) {
            cloud.addAccount("ann").setPassword(PASSWORD.reveal());
          }
          return false;
        },
        Fault.dropBefore());
    provisioner.finish(wanted(), provisioner.create(wanted(), PROOF));
    assertThat(cloud.account("ann"))
        .get()
        .returns("10 GB", Account::quota)
        .returns(true, Account::enabled);
  }

  @Test
  void createWhenServerFailedAndMadeNobodyFails() {
    strike("POST", Fault.ocs(996, "no"));
    assertThat(failure(() -> provisioner.create(wanted(), PROOF)).kind())
        .isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void createWhenCredentialsAreRefusedDoesNotLook() {
    strike("POST", Fault.ocs(997, "no"));
    assertThat(failure(() -> provisioner.create(wanted(), PROOF)).kind())
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(cloud.requests()).hasSize(1);
  }

  @Test
  void createWhenForbiddenDoesNotLook() {
    strike("POST", Fault.ocs(403, "no"));
    assertThat(failure(() -> provisioner.create(wanted(), PROOF)).kind())
        .isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(cloud.requests()).hasSize(1);
  }

  @Test
  void createWhenTakenByStrangerRefusesAndChangesNothing() {
    Account stranger = cloud.addAccount("ann");
    assertThat(reason(() -> provisioner.create(wanted(), PROOF))).isEqualTo(Reason.COLLISION);
    assertThat(stranger.groups()).isEmpty();
  }

  @Test
  void createWhenTakenByOurOwnEarlierCallFinishes() {
    Account ours = cloud.addAccount("ann");
    ours.setPassword(PASSWORD.reveal());
    provisioner.finish(wanted(), provisioner.create(wanted(), PROOF));
    assertThat(ours.groups()).containsExactly("pro");
  }

  @Test
  void createWhenServerOnlySaysSoFails() {
    strike("POST", Fault.ocs(100, ""));
    assertThat(failure(() -> provisioner.create(wanted(), PROOF)))
        .hasMessageEndingWith("it is not there after its creation")
        .extracting(failure -> failure.kind())
        .isEqualTo(CloudErrorKind.NOT_KEPT);
  }
}
