package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.probe.BruteForceStatus;
import io.github.billnextcloud.cloud.probe.EndOfLife;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.text.Sentence;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a cloud tells everybody: asked before anybody signs in, so that no try is wasted. */
record ServerStatusChecks(ModuleCheckContext visit) {

  /** The oldest generation of each product that was tried. */
  private static final Map<String, Integer> OLDEST =
      Map.of(
          UserIdRule.NEXTCLOUD, 28,
          UserIdRule.OWNCLOUD, 10,
          UserIdRule.INFINITE_SCALE, 5,
          UserIdRule.OPENCLOUD, 3);

  /** After which ownCloud goes on as another program. */
  private static final int LAST_OWNCLOUD = 10;

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
    Integer oldest = OLDEST.get(status.product());
    if (oldest == null) {
      return CheckFinding.failed(
          Sentence.of("doctor.no_provisioning_api", named),
          Sentence.of("doctor.type_address_nextcloud_or"));
    }
    int newest = status.product().equals(UserIdRule.OWNCLOUD) ? LAST_OWNCLOUD : Integer.MAX_VALUE;
    return status.generation().stream().anyMatch(it -> it >= oldest && it <= newest)
        ? CheckFinding.fine(maintained(named, status))
        : CheckFinding.warning(
            Sentence.of("doctor.never_tried_program", named),
            Sentence.of("doctor.upgrade_cloud", status.product(), oldest));
  }

  /** Told, and no more: an old cloud works here as well as a new one. */
  private Sentence maintained(Sentence named, ServerStatus status) {
    return EndOfLife.of(status)
        .map(
            last ->
                Sentence.of(
                    last.isBefore(YearMonth.from(visit.clock.instant().atZone(ZoneOffset.UTC)))
                        ? "doctor.not_maintained"
                        : "doctor.maintained",
                    named,
                    last))
        .orElse(named);
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
    if (visit.status().speaksGraph()) {
      return CheckFinding.fine(Sentence.of("doctor.has_no_guard"));
    }
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
            AdminAccountChecks.EXCEPT_US);
  }
}
