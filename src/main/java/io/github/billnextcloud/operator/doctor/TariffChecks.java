package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.list;
import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.billmanager.ProcessingModules;
import io.github.billnextcloud.billmanager.ProcessingModules.OurModule;
import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics;
import io.github.billnextcloud.billmanager.checkup.PanelFacts;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.BilingualText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the panel sells with this program: its processing modules, and tariffs served by them. */
final class TariffChecks {

  private static final BilingualText SET_UP =
      text(
          "See what is missing for a product: processing/pmnextcloud setup",
          "Посмотрите, чего не хватает для товара: processing/pmnextcloud setup");

  private static final BilingualText SEND_FACTS =
      text(
          "Send what this writes to those who write the program: pmnextcloud doctor --panel FILE",
          "Отправьте тем, кто пишет программу, что запишет: pmnextcloud doctor --panel ФАЙЛ");

  private final PanelDiagnostics checkup;
  private final Optional<Long> wanted;
  private List<OurModule> modules = List.of();

  /**
   * @param wanted the one module that is asked about; empty for all
   */
  TariffChecks(PanelDiagnostics checkup, Optional<Long> wanted) {
    this.checkup = checkup;
    this.wanted = wanted;
  }

  List<DoctorCheck> all() {
    return List.of(
        DoctorCheck.of(
            "modules",
            text("Processing modules", "Обработчики услуг"),
            SharedRemedies.LOOK_AT_DATABASE,
            this::lookAtModules,
            "mgrctl",
            "database",
            "tables"),
        DoctorCheck.of(
            "tariffs",
            text("Tariffs", "Тарифы"),
            SharedRemedies.LOOK_AT_DATABASE,
            this::lookAtTariffs,
            "modules"),
        DoctorCheck.of(
            "opening",
            text("Opening of services", "Открытие услуг"),
            SEND_FACTS,
            this::lookAtOpening,
            "modules"));
  }

  /** Those to be looked at one by one, once it has been found out. */
  List<OurModule> modules() {
    return modules;
  }

  private CheckFinding lookAtModules() {
    List<OurModule> all = new ProcessingModules(checkup.panel()).all();
    modules = all.stream().filter(it -> wanted.isEmpty() || wanted.get() == it.id()).toList();
    String names = list(all.stream().map(it -> it.id() + " '" + it.name() + "'").toList());
    if (wanted.isPresent() && modules.isEmpty()) {
      return CheckFinding.failed(
          text(
              "none of this program has the number %s; there are: %s",
              "под номером %s у этой программы нет обработчика; есть: %s",
              wanted.get(),
              all.isEmpty() ? "–" : names),
          text("Give another number after --module", "Укажите после --module другой номер"));
    }
    if (all.isEmpty()) {
      return CheckFinding.warning(
          text("the panel has none of this program", "у этой программы в панели нет ни одного"),
          SET_UP);
    }
    List<String> off =
        modules.stream().filter(it -> !it.active()).map(it -> String.valueOf(it.id())).toList();
    return off.isEmpty()
        ? CheckFinding.fine(text("%s", "%s", names))
        : CheckFinding.warning(
            text("switched off: %s", "выключены: %s", list(off)),
            text(
                "Switch them on: Integration → Processing modules",
                "Включите их: Интеграция → Обработчики услуг"));
  }

  /** Ahead of the first order, which would be refused. */
  private CheckFinding lookAtOpening() {
    PanelFacts survey = new PanelFacts(checkup.panel());
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
          text(
              "demands what is not saved here: %s",
              "требует того, чего модуль не сохраняет: %s", list(demanded)),
          text(
              "Make these params of the product type optional, or let the order ask for them",
              "Сделайте эти параметры типа продукта необязательными или спрашивайте их в заказе"));
    }
    return unknown.isEmpty()
        ? CheckFinding.fine(text("the panel can do it", "панель это умеет"))
        : CheckFinding.warning(
            text(
                "the panel does not know %s; vds.open is tried",
                "панель не знает %s; будет вызвана vds.open", list(unknown)),
            SEND_FACTS);
  }

  private CheckFinding lookAtTariffs() {
    long served = modules.stream().mapToLong(it -> checkup.tariffs(it.id()).size()).sum();
    return served > 0
        ? CheckFinding.fine(text("served by them: %s", "с ними связано: %s", served))
        : CheckFinding.warning(
            text("none is served by a module", "с обработчиками не связан ни один"), SET_UP);
  }
}
