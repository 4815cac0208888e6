package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.cloud.probe.BruteForceStatus;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.text.Sentence;
import java.util.List;

/** What a cloud tells everybody: asked before anybody signs in, so that no try is wasted. */
record PublicCloudChecks(ModuleCheckContext visit) {

  private static final int OLDEST_NEXTCLOUD = 28;
  private static final int OWNCLOUD = 10;

  List<CheckDefinition> all() {
    return List.of(
        CheckDefinition.of(
            "status",
            Sentence.of("doctor.cloud"),
            Sentence.of("doctor.open_base_url_status"),
            this::status,
            "certificate"),
        CheckDefinition.of(
            "version",
            Sentence.of("doctor.cloud_version"),
            SharedRemedies.SETTINGS_FORM,
            this::version,
            "status"),
        CheckDefinition.of(
            "clock",
            Sentence.of("doctor.cloud_clock"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::clock,
            "status"),
        CheckDefinition.of(
            "guard",
            Sentence.of("doctor.login_guard"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::guard,
            "status"));
  }

  private CheckFinding status() {
    ServerStatus status = visit.way().status();
    visit.reached(status);
    if (!status.installed()) {
      return CheckFinding.failed(
          Sentence.of("doctor.not_installed_yet"),
          Sentence.of("doctor.finish_installation_browser_or"));
    }
    if (status.maintenance()) {
      return CheckFinding.failed(
          Sentence.of("doctor.maintenance_mode"), Sentence.of("doctor.when_work_there_done"));
    }
    return status.needsUpgrade()
        ? CheckFinding.failed(
            Sentence.of("doctor.waits_upgrade"), Sentence.of("doctor.run_there_occ_upgrade"))
        : CheckFinding.fine(Sentence.of("doctor.at_work"));
  }

  private CheckFinding version() {
    ServerStatus status = visit.status();
    Sentence named = Sentence.joined(status.product(), " ", status.version());
    int generation = status.generation();
    if (status.product().equals("ownCloud") && generation == OWNCLOUD
        || status.product().equals("Nextcloud") && generation >= OLDEST_NEXTCLOUD) {
      return CheckFinding.fine(named);
    }
    return status.product().equals("Nextcloud") || status.product().equals("ownCloud")
        ? CheckFinding.warning(
            Sentence.of("doctor.never_tried_program", named),
            Sentence.of("doctor.upgrade_cloud_nextcloud_or", OLDEST_NEXTCLOUD, OWNCLOUD))
        : CheckFinding.failed(
            Sentence.of("doctor.no_provisioning_api", named),
            Sentence.of("doctor.type_address_nextcloud_or"));
  }

  private CheckFinding clock() {
    return visit
        .status()
        .clock()
        .map(
            theirs ->
                ClockDifferenceCheck.compare(
                    theirs, visit.clock.instant(), Sentence.of("doctor.cloud_host")))
        .orElseGet(() -> CheckFinding.fine(Sentence.of("doctor.server_does_not_tell")));
  }

  private CheckFinding guard() {
    BruteForceStatus guard = visit.way().guard();
    if (!guard.known()) {
      return CheckFinding.fine(Sentence.of("doctor.server_tells_none"));
    }
    if (guard.excepted()) {
      return CheckFinding.fine(Sentence.of("doctor.lets_host_alone"));
    }
    return guard.delay().isZero()
        ? CheckFinding.fine(Sentence.of("doctor.holds_nothing_against_host"))
        : CheckFinding.warning(
            Sentence.of("doctor.slows_host_ms_because", guard.delay().toMillis()),
            AdminRightsChecks.EXCEPT_US);
  }
}
