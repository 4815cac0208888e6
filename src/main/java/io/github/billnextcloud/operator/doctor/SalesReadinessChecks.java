package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.billmanager.checkup.PanelSurveyQueries;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.command.lifecycle.OrderRehearsal;
import io.github.billnextcloud.operator.privacy.OwnGroupClashes;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the panel sells with this program: its processing modules, and tariffs served by them. */
final class SalesReadinessChecks {

  private static final Sentence SET_UP = Sentence.of("doctor.see_what_missing_product");

  private static final Sentence SEND_FACTS = Sentence.of("doctor.send_what_writes_those");

  private final PanelDiagnostics checkup;
  private final Optional<Long> wanted;
  private final Map<Long, Optional<ProcessingModule>> settings = new HashMap<>();
  private List<OurModule> all = List.of();
  private List<OurModule> modules = List.of();
  private boolean known;

  /**
   * @param wanted the one module that is asked about; empty for all
   */
  SalesReadinessChecks(PanelDiagnostics checkup, Optional<Long> wanted) {
    this.checkup = checkup;
    this.wanted = wanted;
  }

  List<CheckDefinition> all() {
    return List.of(
        CheckDefinition.of(
            "modules",
            Sentence.of("doctor.processing_modules"),
            SharedRemedies.LOOK_AT_DATABASE,
            this::lookAtModules,
            "mgrctl",
            "database",
            "tables"),
        CheckDefinition.of(
            "tariffs",
            Sentence.of("doctor.tariffs"),
            SharedRemedies.LOOK_AT_DATABASE,
            this::lookAtTariffs,
            "modules"),
        CheckDefinition.of(
            "opening",
            Sentence.of("doctor.opening_services"),
            SEND_FACTS,
            this::lookAtOpening,
            "modules"));
  }

  /** Those to be looked at one by one, once it has been found out. */
  List<OurModule> modules() {
    return modules;
  }

  /** False while the panel does not tell which there are. */
  boolean isKnown() {
    return known;
  }

  private CheckFinding lookAtModules() {
    all = new ProcessingModuleRepository(checkup.panel()).all();
    known = true;
    modules = all.stream().filter(it -> wanted.isEmpty() || wanted.get() == it.id()).toList();
    List<String> names = all.stream().map(it -> it.id() + " '" + it.name() + "'").toList();
    if (wanted.isPresent() && modules.isEmpty()) {
      return CheckFinding.failed(
          Sentence.of(
              "doctor.none_program_number_there", wanted.get(), all.isEmpty() ? "–" : names),
          Sentence.of("doctor.give_another_number_after"));
    }
    if (all.isEmpty()) {
      return CheckFinding.warning(Sentence.of("doctor.panel_none_program"), SET_UP);
    }
    List<String> off =
        modules.stream().filter(it -> !it.active()).map(it -> String.valueOf(it.id())).toList();
    return off.isEmpty()
        ? CheckFinding.fine(Sentence.joined(names))
        : CheckFinding.warning(
            Sentence.of("doctor.switched_off", off),
            Sentence.of("doctor.switch_them_integration_processing"));
  }

  /** Ahead of the first order, which would be refused. */
  private CheckFinding lookAtOpening() {
    PanelSurveyQueries survey = new PanelSurveyQueries(checkup.panel());
    List<String> unknown = new ArrayList<>();
    List<String> demanded = new ArrayList<>();
    for (String type : survey.productTypes()) {
      if (survey.function(type + ".open").isBlank()) {
        unknown.add(type + ".open");
      }
      demanded.addAll(survey.demandedToOpen(type));
    }
    demanded.removeAll(ServiceParams.alwaysSaved());
    if (!demanded.isEmpty()) {
      return CheckFinding.warning(
          Sentence.of("doctor.demands_what_not_saved", demanded),
          Sentence.of("doctor.make_these_params_product"));
    }
    return unknown.isEmpty()
        ? CheckFinding.fine(Sentence.of("doctor.panel_can_do"))
        : CheckFinding.warning(Sentence.of("doctor.panel_does_not_know", unknown), SEND_FACTS);
  }

  private CheckFinding lookAtTariffs() {
    Map<OurModule, List<ServedTariff>> byModule = new LinkedHashMap<>();
    modules.forEach(it -> byModule.put(it, checkup.tariffs(it.id())));
    List<ServedTariff> served = byModule.values().stream().flatMap(List::stream).toList();
    if (served.isEmpty()) {
      return CheckFinding.warning(Sentence.of("doctor.none_served_module"), SET_UP);
    }
    Set<String> unlisted =
        served.stream()
            .filter(it -> new TariffSettings(it.terms()).sellsTeams())
            .map(ServedTariff::productType)
            .filter(type -> !checkup.hasParam(type, ServiceParams.MEMBERS))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Sentence> refused = new LinkedHashSet<>();
    byModule.forEach((module, tariffs) -> refused.addAll(refused(module, tariffs)));
    if (!refused.isEmpty()) {
      return CheckFinding.warning(
          Sentence.list("; ", List.copyOf(refused)),
          Sentence.of("doctor.correct_tariff_or_addons"));
    }
    List<Sentence> clashes = clashes(byModule);
    if (!clashes.isEmpty()) {
      return CheckFinding.warning(
          Sentence.list("; ", clashes), Sentence.of("privacy.own_group_remedy"));
    }
    return unlisted.isEmpty()
        ? CheckFinding.fine(Sentence.of("doctor.served_them", served.size()))
        : CheckFinding.warning(
            Sentence.of("doctor.teams_unlisted", unlisted), Sentence.of("doctor.teams_set_up"));
  }

  /** Also between modules that lead to one cloud, of which one is asked about. */
  private List<Sentence> clashes(Map<OurModule, List<ServedTariff>> served) {
    Set<Sentence> clashes = new LinkedHashSet<>();
    for (OurModule module : modules) {
      List<ServedTariff> tariffs =
          all.stream()
              .filter(it -> it.equals(module) || areAtOneCloud(module, it))
              .flatMap(it -> served.computeIfAbsent(it, this::read).stream())
              .toList();
      clashes.addAll(OwnGroupClashes.of(tariffs));
    }
    return List.copyOf(clashes);
  }

  private List<ServedTariff> read(OurModule module) {
    return checkup.tariffs(module.id());
  }

  private boolean areAtOneCloud(OurModule one, OurModule other) {
    return settings(one)
        .flatMap(it -> settings(other).filter(that -> it.isAt(that.setting("base_url"))))
        .isPresent();
  }

  /** Empty where they cannot be read: the check of its settings tells. */
  private Optional<ProcessingModule> settings(OurModule module) {
    return settings.computeIfAbsent(
        module.id(),
        id -> {
          try {
            return Optional.of(checkup.panel().processingModule(id));
          } catch (BillingException unreadable) {
            return Optional.empty();
          }
        });
  }

  /** What orders would fail on, said by the code that they are read by. */
  private List<Sentence> refused(OurModule which, List<ServedTariff> tariffs) {
    Optional<ProcessingModule> module = settings(which);
    if (module.isEmpty()) {
      return List.of();
    }
    List<Sentence> refused = new ArrayList<>();
    for (ServedTariff tariff : tariffs) {
      tariff.orders().stream()
          .flatMap(
              order ->
                  OrderRehearsal.objection(
                      module.get(), tariff.productType(), tariff.terms(), order, tariff.measures())
                      .stream())
          .distinct()
          .map(why -> Sentence.of("doctor.order_fails", tariff.name(), tariff.terms().id(), why))
          .forEach(refused::add);
    }
    return refused;
  }
}
