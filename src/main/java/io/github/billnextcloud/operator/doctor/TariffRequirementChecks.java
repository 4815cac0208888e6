package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.operator.doctor.TariffFeasibilityCheck.TeamOffers;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Whether the cloud has what the tariffs promise: their groups, and room. */
record TariffRequirementChecks(ModuleCheckContext visit) {

  private static final long GIB = 1L << 30;

  private static final Sentence CORRECT_TARIFF = Sentence.of("doctor.correct_settings_tariff");

  List<CheckDefinition> all() {
    return List.of(
        CheckDefinition.of(
            "groups",
            Sentence.of("doctor.tariffs_groups"),
            CORRECT_TARIFF,
            this::groups,
            "admin",
            "tariffs"),
        CheckDefinition.of(
            "promises",
            Sentence.of("doctor.tariffs_promises"),
            CORRECT_TARIFF,
            this::promises,
            "write",
            "groups"),
        CheckDefinition.of(
            "teams", Sentence.of("doctor.teams"), CORRECT_TARIFF, this::teams, "groups"),
        CheckDefinition.of(
                "functions",
                Sentence.of("doctor.functions"),
                CORRECT_TARIFF,
                this::functions,
                "groups")
            .longer(),
        CheckDefinition.of(
            "space",
            Sentence.of("doctor.free_space"),
            SharedRemedies.SEE_CLOUD_LOG,
            this::space,
            "admin"));
  }

  private CheckFinding groups() {
    Map<String, String> named = new LinkedHashMap<>();
    for (ServedTariff tariff : visit.tariffs()) {
      try {
        new TariffSettings(tariff.terms())
            .allGroups()
            .forEach(group -> named.putIfAbsent(group, tariff.name()));
      } catch (ProvisioningException unusable) {
        return CheckFinding.failed(
            Sentence.of("doctor.tariff_unusable", tariff.name(), unusable), CORRECT_TARIFF);
      }
    }
    if (named.isEmpty()) {
      return CheckFinding.fine(Sentence.of("doctor.tariffs_name_none"));
    }
    Set<String> there = visit.way().cloud().groups();
    List<String> missing =
        named.keySet().stream()
            .filter(group -> !there.contains(group))
            .map(group -> "'" + group + "' (" + named.get(group) + ")")
            .toList();
    if (missing.isEmpty()) {
      return CheckFinding.fine(Sentence.of("doctor.all_there", named.keySet()));
    }
    return visit.settings().isOn("make_groups")
        ? CheckFinding.fine(Sentence.of("doctor.will_made_when_needed", missing))
        : CheckFinding.failed(
            Sentence.of("doctor.cloud_lacks", missing), Sentence.of("doctor.make_them_there_occ"));
  }

  private CheckFinding promises() {
    TariffFeasibilityCheck promises = new TariffFeasibilityCheck(visit);
    List<Sentence> broken = promises.broken();
    if (!broken.isEmpty()) {
      return CheckFinding.failed(Sentence.list("; ", broken), CORRECT_TARIFF);
    }
    List<Sentence> overlooked = promises.overlooked();
    return overlooked.isEmpty()
        ? CheckFinding.fine(Sentence.of("doctor.cloud_can_all"))
        : CheckFinding.warning(Sentence.list("; ", overlooked), CORRECT_TARIFF);
  }

  /** What a team would get here, and what it would not, before one is sold. */
  private CheckFinding teams() {
    TeamOffers offers = new TariffFeasibilityCheck(visit).teams();
    if (offers.taken().isEmpty()) {
      return CheckFinding.fine(Sentence.of("doctor.teams_none"));
    }
    if (!offers.broken().isEmpty()) {
      boolean lacksTheApp = offers.lacks() && visit.status().product().equals(UserIdRule.NEXTCLOUD);
      return CheckFinding.failed(
          Sentence.list("; ", offers.broken()),
          lacksTheApp ? Sentence.of("doctor.teams_need_the_app") : CORRECT_TARIFF);
    }
    Sentence taken = Sentence.list("; ", offers.taken());
    return visit.status().product().equals(UserIdRule.OPENCLOUD)
        ? CheckFinding.warning(
            Sentence.of("doctor.teams_not_purged", taken),
            Sentence.of("doctor.teams_purge_by_hand"))
        : CheckFinding.fine(taken);
  }

  /** Whether the groups that add-ons give decide anything in the cloud. */
  private CheckFinding functions() {
    Set<String> groups = new TreeSet<>();
    visit.tariffs().forEach(it -> groups.addAll(functions(it)));
    if (groups.isEmpty()) {
      return CheckFinding.fine(Sentence.of("doctor.functions_none"));
    }
    ServerStatus status = visit.status();
    if (status.speaksGraph()) {
      return CheckFinding.failed(
          Sentence.of("doctor.functions_decide_nothing", groups, status.product()), CORRECT_TARIFF);
    }
    List<Sentence> doubts = new ArrayList<>(unsold());
    Sentence remedy = CORRECT_TARIFF;
    Sentence told = Sentence.of("doctor.functions_untold", groups);
    if (status.product().equals(UserIdRule.NEXTCLOUD)) {
      told = Sentence.of("doctor.functions_limited", groups);
      Set<String> idle = new TreeSet<>(groups);
      idle.removeAll(visit.way().switches().named());
      if (!idle.isEmpty()) {
        doubts.add(Sentence.of("doctor.functions_idle", idle));
        remedy = Sentence.of("doctor.functions_limit_them");
      }
    }
    return doubts.isEmpty()
        ? CheckFinding.fine(told)
        : CheckFinding.warning(Sentence.list("; ", doubts), remedy);
  }

  /** What a line names and nobody can order gives its group to nobody, or to everybody. */
  private List<Sentence> unsold() {
    List<Sentence> unsold = new ArrayList<>();
    for (ServedTariff tariff : visit.tariffs()) {
      Set<String> names = new TariffSettings(tariff.terms()).addOnGroups().unsold(tariff.sold());
      if (!names.isEmpty()) {
        Sentence what = Sentence.of("doctor.functions_unsold", names);
        unsold.add(Sentence.of("doctor.tariff_unusable", tariff.name(), what));
      }
    }
    return unsold;
  }

  private static Set<String> functions(ServedTariff tariff) {
    return new TariffSettings(tariff.terms()).addOnGroups().all();
  }

  private CheckFinding space() {
    OptionalLong free = visit.way().cloud().freeSpace();
    OptionalLong floor = visit.settings().number("min_free_gb");
    if (free.isEmpty()) {
      return floor.isPresent()
          ? CheckFinding.warning(
              Sentence.of("doctor.space_untold", floor.getAsLong()),
              Sentence.of("doctor.limit_by_accounts"))
          : CheckFinding.fine(Sentence.of("doctor.server_does_not_tell"));
    }
    long left = free.getAsLong() / GIB;
    return floor.isPresent() && left < floor.getAsLong()
        ? CheckFinding.warning(
            Sentence.of("doctor.space_little", left, floor.getAsLong()),
            Sentence.of("doctor.give_cloud_more_disk"))
        : CheckFinding.fine(Sentence.of("doctor.space_left", left));
  }
}
