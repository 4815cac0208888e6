package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups that a tariff names and the cloud has not, made only when that is asked for. */
class MissingGroupTest extends WithCloud {

  private static final WantedAccount WANTED = wanted(TEN, Set.of("pro", "team a", "новая"));

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void createWhenGroupsAreMadeMakesThoseThatAreMissing(Flavour flavour) {
    in(flavour);
    Provisioner making = provisioner(true);
    making.finish(WANTED, making.create(WANTED, PROOF, id -> false));
    Account ann = cloud.account("ann").orElseThrow();
    assertThat(ann.groups()).containsExactlyInAnyOrder("pro", "team a", "новая");
    assertThat(ann.quota()).isEqualTo("10 GB");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void createWhenGroupsAreNotMadeFailsAndMakesNothing(Flavour flavour) {
    in(flavour);
    assertThat(failure(() -> provisioner.create(WANTED, PROOF, id -> false)).kind())
        .isEqualTo(CloudErrorKind.GROUP_MISSING);
    assertThat(cloud.account("ann")).isEmpty();
    assertThat(writes()).noneMatch(line -> line.startsWith("POST groups"));
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void changeWhenGroupsAreMadeMakesThoseThatAreMissing(Flavour flavour) {
    in(flavour);
    Account ann = ann();
    provisioner(true).change(WANTED);
    assertThat(ann.groups()).containsExactlyInAnyOrder("pro", "team a", "новая");
    assertThat(writes())
        .containsExactly(
            "POST users/ann/groups groupid=team a",
            "POST groups groupid=team a",
            "POST users/ann/groups groupid=team a",
            "POST users/ann/groups groupid=новая",
            "POST groups groupid=новая",
            "POST users/ann/groups groupid=новая");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void changeWhenGroupsAreNotMadeFailsBeforeAnythingHasChanged(Flavour flavour) {
    in(flavour);
    Account ann = ann();
    ann.setQuota("1 GB");
    assertThat(failure(() -> provisioner.change(WANTED)).kind())
        .isEqualTo(CloudErrorKind.GROUP_MISSING);
    assertThat(ann.quota()).isEqualTo("1 GB");
    assertThat(ann.groups()).containsExactly("pro");
  }

  @Test
  void suspendWhenGroupsAreMadeMakesTheGroupOfTheSuspended() {
    Account ann = ann();
    PreSuspensionState suspension = new PreSuspensionState(TEN, Set.of("pro"), Set.of("unpaid"));
    Provisioner making = provisioner(true);
    making.suspend(making.observe(ANN).orElseThrow(), suspension, false);
    assertThat(ann.groups()).containsExactly("unpaid");
  }

  @Test
  void createWhenTheServerMakesNoGroupSaysWhatFailed() {
    cloud.fault(request -> request.line().startsWith("POST groups"), Fault.ocs(997, "no"));
    assertThat(failure(() -> provisioner(true).create(WANTED, PROOF, id -> false)).kind())
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(cloud.account("ann")).isEmpty();
  }
}
