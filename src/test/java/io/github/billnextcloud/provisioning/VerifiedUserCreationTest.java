package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Request;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who are not there yet, and creations that fail, or only seem to. */
class VerifiedUserCreationTest extends WithCloud {

  private static final OwnershipProof GIVEN =
      new OwnershipProof(PASSWORD, new Secret("of-the-service"), false);

  @Test
  void createWhenNothingIsInTheWayMakesTheUserAsWanted() {
    create(PROOF);
    assertThat(cloud.account("ann"))
        .get()
        .returns(PASSWORD.reveal(), Account::password)
        .returns("10 GB", Account::quota)
        .returns(true, Account::enabled);
  }

  @Test
  void createWhenThereIsAPasswordDoesNotTellTheAddressSoThatTheCloudWritesNoLetter() {
    create(PROOF);
    assertThat(writes()).singleElement().asString().doesNotContain("email");
  }

  @Test
  void createWhenTheCloudIsToMailALinkTellsTheAddressAtOnce() {
    create(new OwnershipProof(new Secret(""), PASSWORD, false));
    assertThat(writes()).singleElement().asString().contains("email=ann@example.org");
  }

  @Test
  void createWhenAnAddressIsDemandedTellsItAtOnce() {
    cloud.demandAddresses(true);
    create(PROOF);
    assertThat(cloud.account("ann")).get().returns("ann@example.org", Account::email);
    assertThat(cloud.mails()).containsExactly("ann");
  }

  /** What the server answered to the creation is not looked at twice. */
  @Test
  void finishWhenAllWasTakenLooksOnceAtTheEnd() {
    provisioner.finish(wanted(), create(PROOF));
    assertThat(cloud.requests()).extracting(Request::method).containsExactly("POST", "PUT", "GET");
  }

  @Test
  void finishWhenTheServerOverlookedAFieldSetsItByItself() {
    CloudUser made = create(PROOF);
    cloud.account("ann").orElseThrow().setQuota("none");
    provisioner.finish(wanted(), made);
    assertThat(cloud.account("ann")).get().returns("10 GB", Account::quota);
  }

  @Test
  void finishWhenTheUserIsNotThereAfterAllFails() {
    CloudUser made = create(PROOF);
    strike("GET", Fault.ocs(404, ""));
    assertThat(failure(() -> provisioner.finish(wanted(), made)))
        .hasMessageEndingWith("it is not there after its creation")
        .extracting(failure -> failure.kind())
        .isEqualTo(CloudErrorKind.NOT_KEPT);
  }

  @Test
  void finishWhenTheServerCountsEditsLeavesTheAddressForLater() {
    CloudUser made = create(PROOF);
    strike("PUT", Fault.ocs(429, ""));
    assertThat(provisioner.finish(wanted(), made))
        .isEqualTo(new RemainingDifferences(true, false, Optional.empty()));
    assertThat(cloud.account("ann")).get().returns("10 GB", Account::quota);
  }

  @Test
  void finishWhenTheServerCountsEditsAndTheQuotaIsMissingFails() {
    cloud.addAccount("ann").setPassword(PASSWORD.reveal());
    CloudUser made = create(PROOF);
    strike("PUT", Fault.ocs(429, ""));
    assertThat(failure(() -> provisioner.finish(wanted(), made)).kind())
        .isEqualTo(CloudErrorKind.THROTTLED);
  }

  @Test
  void finishWhenTheLanguageIsForcedSaysWhatTheCloudWasTold() {
    cloud.forceLanguage("de");
    CloudUser made = create(PROOF);
    assertThat(provisioner.finish(wanted(), made))
        .isEqualTo(new RemainingDifferences(false, false, Optional.of("ru")));
  }

  @Test
  void finishWhenTheAddressIsRefusedForGoodLeavesNothingForLater() {
    CloudUser made = create(PROOF);
    strike("PUT", Fault.ocs(101, ""));
    assertThat(provisioner.finish(wanted(), made))
        .isEqualTo(new RemainingDifferences(false, false, Optional.empty()));
  }

  @Test
  void createWhenAnswerIsLostLooksAndIsContent() {
    strike("POST", Fault.dropAfter());
    create(PROOF);
    assertThat(cloud.account("ann")).isPresent();
  }

  @Test
  void createWhenAnswerIsLostAndNobodySignsInKnowsItsMark() {
    cloud.enforceTwoFactor();
    strike("POST", Fault.dropAfter());
    create(PROOF);
    assertThat(cloud.account("ann")).isPresent();
  }

  /** A mark is of one name and one secret: nobody can carry one over. */
  @Test
  void createWhenTheNameHasAnothersMarkRefuses() {
    cloud.enforceTwoFactor();
    Account ann = cloud.addAccount("ann");
    ann.profile().put("manager", PROOF.mark(new UserId("bob")).reveal());
    assertThat(reason(() -> create(PROOF))).isEqualTo(Reason.COLLISION);
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
    provisioner.finish(wanted(), create(PROOF));
    assertThat(cloud.account("ann"))
        .get()
        .returns("10 GB", Account::quota)
        .returns(true, Account::enabled);
  }

  @Test
  void createWhenServerFailedAndMadeNobodyFails() {
    strike("POST", Fault.ocs(996, "no"));
    assertThat(failure(() -> create(PROOF)).kind()).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void createWhenCredentialsAreRefusedDoesNotLook() {
    strike("POST", Fault.ocs(997, "no"));
    assertThat(failure(() -> create(PROOF)).kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(cloud.requests()).hasSize(1);
  }

  @Test
  void createWhenForbiddenDoesNotLook() {
    strike("POST", Fault.ocs(403, "no"));
    assertThat(failure(() -> create(PROOF)).kind()).isEqualTo(CloudErrorKind.FORBIDDEN);
    assertThat(cloud.requests()).hasSize(1);
  }

  @Test
  void createWhenTakenByStrangerRefusesAndChangesNothing() {
    Account stranger = cloud.addAccount("ann");
    assertThat(reason(() -> create(PROOF))).isEqualTo(Reason.COLLISION);
    assertThat(stranger.groups()).isEmpty();
  }

  @Test
  void createWhenTakenByOurOwnEarlierCallFinishes() {
    Account ours = cloud.addAccount("ann");
    ours.setPassword(PASSWORD.reveal());
    provisioner.finish(wanted(), create(PROOF));
    assertThat(ours.groups()).containsExactly("pro");
  }

  @Test
  void createWhenAnotherServiceHasSavedTheNameTooRefusesWhateverThePasswordProves() {
    Account twin = cloud.addAccount("ann");
    twin.setPassword(PASSWORD.reveal());
    assertThat(reason(() -> provisioner.create(wanted(), PROOF, id -> true)))
        .isEqualTo(Reason.COLLISION);
    assertThat(twin.groups()).isEmpty();
  }

  /** The twin's order came first, and Nextcloud says to the second so, or "exists". */
  @ParameterizedTest
  @ValueSource(ints = {101, 102})
  void createWhenATwinHasChosenTheSamePasswordRefuses(int code) {
    cloud.addAccount("ann").setPassword(PASSWORD.reveal());
    strike("POST", Fault.ocs(code, "Bad request"));
    assertThat(reason(() -> create(GIVEN))).isEqualTo(Reason.COLLISION);
  }

  @Test
  void createWhenThePasswordWasGivenAndTheAnswerIsLostKnowsItsMark() {
    strike("POST", Fault.dropAfter());
    create(GIVEN);
    assertThat(cloud.account("ann")).isPresent();
  }

  private CloudUser create(OwnershipProof proof) {
    return provisioner.create(wanted(), proof, id -> false);
  }
}
