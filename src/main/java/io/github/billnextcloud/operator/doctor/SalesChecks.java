package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.list;
import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.PanelCheckup;
import io.github.billnextcloud.billmanager.PanelCheckup.OurModule;
import io.github.billnextcloud.billmanager.PanelSurvey;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.operator.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the panel sells with this program: its processing modules, and tariffs served by them. */
final class SalesChecks {

  private static final Text SET_UP =
      text(
          "See what is missing for a product: processing/pmnextcloud setup",
          "Посмотрите, чего не хватает для товара: processing/pmnextcloud setup");

  private static final Text SEND_FACTS =
      text(
          "Send what this writes to those who write the program: pmnextcloud doctor --panel FILE",
          "Отправьте тем, кто пишет программу, что запишет: pmnextcloud doctor --panel ФАЙЛ");

  private final PanelCheckup checkup;
  private final Optional<Long> wanted;
  private List<OurModule> modules = List.of();

  /**
   * @param wanted the one module that is asked about; empty for all
   */
  SalesChecks(PanelCheckup checkup, Optional<Long> wanted) {
    this.checkup = checkup;
    this.wanted = wanted;
  }

  List<Check> all() {
    return List.of(
        Check.of(
            "modules",
            text("Processing modules", "Обработчики услуг"),
            Remedies.LOOK_AT_DATABASE,
            this::lookAtModules,
            "mgrctl",
            "database",
            "tables"),
        Check.of(
            "tariffs",
            text("Tariffs", "Тарифы"),
            Remedies.LOOK_AT_DATABASE,
            this::lookAtTariffs,
            "modules"),
        Check.of(
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

  private Finding lookAtModules() {
    List<OurModule> all = checkup.modules();
    modules = all.stream().filter(it -> wanted.isEmpty() || wanted.get() == it.id()).toList();
    String names = list(all.stream().map(it -> it.id() + " '" + it.name() + "'").toList());
    if (wanted.isPresent() && modules.isEmpty()) {
      return Finding.failed(
          text(
              "none of this program has the number %s; there are: %s",
              "под номером %s у этой программы нет обработчика; есть: %s",
              wanted.get(),
              all.isEmpty() ? "–" : names),
          text("Give another number after --module", "Укажите после --module другой номер"));
    }
    if (all.isEmpty()) {
      return Finding.warning(
          text("the panel has none of this program", "у этой программы в панели нет ни одного"),
          SET_UP);
    }
    List<String> off =
        modules.stream().filter(it -> !it.active()).map(it -> String.valueOf(it.id())).toList();
    return off.isEmpty()
        ? Finding.fine(text("%s", "%s", names))
        : Finding.warning(
            text("switched off: %s", "выключены: %s", list(off)),
            text(
                "Switch them on: Integration → Processing modules",
                "Включите их: Интеграция → Обработчики услуг"));
  }

  /** Ahead of the first order, which would be refused. */
  private Finding lookAtOpening() {
    PanelSurvey survey = new PanelSurvey(checkup.panel());
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
      return Finding.warning(
          text(
              "demands what is not saved here: %s",
              "требует того, чего модуль не сохраняет: %s", list(demanded)),
          text(
              "Make these params of the product type optional, or let the order ask for them",
              "Сделайте эти параметры типа продукта необязательными или спрашивайте их в заказе"));
    }
    return unknown.isEmpty()
        ? Finding.fine(text("the panel can do it", "панель это умеет"))
        : Finding.warning(
            text(
                "the panel does not know %s; vds.open is tried",
                "панель не знает %s; будет вызвана vds.open", list(unknown)),
            SEND_FACTS);
  }

  private Finding lookAtTariffs() {
    long served = modules.stream().mapToLong(it -> checkup.tariffs(it.id()).size()).sum();
    return served > 0
        ? Finding.fine(text("served by them: %s", "с ними связано: %s", served))
        : Finding.warning(
            text("none is served by a module", "с обработчиками не связан ни один"), SET_UP);
  }
}
