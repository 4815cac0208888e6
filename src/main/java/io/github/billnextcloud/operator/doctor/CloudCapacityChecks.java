package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.list;
import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.billmanager.checkup.PanelDiagnostics.ServedTariff;
import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.provisioning.ProductRefusal;
import io.github.billnextcloud.provisioning.TariffSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Whether the cloud has what the tariffs promise: their groups, and room. */
record CloudCapacityChecks(ModuleCheckContext visit) {

  private static final long GIB = 1L << 30;

  private static final BilingualText CORRECT_TARIFF =
      text("Correct the settings of the tariff", "Исправьте настройки тарифа");

  List<DoctorCheck> all() {
    return List.of(
        DoctorCheck.of(
            "groups",
            text("Tariffs' groups", "Группы тарифов"),
            CORRECT_TARIFF,
            this::groups,
            "admin",
            "tariffs"),
        DoctorCheck.of(
            "space",
            text("Free space", "Свободное место"),
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
      } catch (ProductRefusal unusable) {
        return CheckFinding.failed(
            text("tariff %s: %s", "тариф %s: %s", tariff.name(), unusable.getMessage()),
            CORRECT_TARIFF);
      }
    }
    if (named.isEmpty()) {
      return CheckFinding.fine(text("the tariffs name none", "тарифы групп не называют"));
    }
    Set<String> there = visit.way().cloud().groups();
    List<String> missing =
        named.keySet().stream()
            .filter(group -> !there.contains(group))
            .map(group -> "'" + group + "' (" + named.get(group) + ")")
            .toList();
    if (missing.isEmpty()) {
      return CheckFinding.fine(text("all are there: %s", "все есть: %s", list(named.keySet())));
    }
    return visit.settings().isOn("make_groups")
        ? CheckFinding.fine(
            text(
                "will be made when needed: %s",
                "будут созданы по мере надобности: %s", list(missing)))
        : CheckFinding.failed(
            text("the cloud lacks: %s", "в облаке нет: %s", list(missing)),
            text(
                "Make them there (occ group:add NAME), or switch on make_groups in the module",
                "Создайте их там (occ group:add ИМЯ) или включите make_groups в обработчике"));
  }

  private CheckFinding space() {
    OptionalLong free = visit.way().cloud().freeSpace();
    if (free.isEmpty()) {
      return CheckFinding.fine(text("the server does not tell", "сервер не сообщает"));
    }
    long left = free.getAsLong() / GIB;
    OptionalLong floor = visit.settings().number("min_free_gb");
    return floor.isPresent() && left < floor.getAsLong()
        ? CheckFinding.warning(
            text(
                "%s GB, less than min_free_gb %s: new orders go elsewhere",
                "%s ГБ, меньше min_free_gb %s: новые заказы уходят в другие облака",
                left,
                floor.getAsLong()),
            text("Give the cloud more disk", "Добавьте облаку диск"))
        : CheckFinding.fine(text("%s GB", "%s ГБ", left));
  }
}
