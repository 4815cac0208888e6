package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.list;
import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.billmanager.PanelCheckup.ServedTariff;
import io.github.billnextcloud.operator.Text;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Whether the cloud has what the tariffs promise: their groups, and room. */
record SupplyChecks(Visit visit) {

  private static final long GIB = 1L << 30;

  private static final Text CORRECT_TARIFF =
      text("Correct the settings of the tariff", "Исправьте настройки тарифа");

  List<Check> all() {
    return List.of(
        Check.of(
            "groups",
            text("Tariffs' groups", "Группы тарифов"),
            CORRECT_TARIFF,
            this::groups,
            "admin",
            "tariffs"),
        Check.of(
            "space",
            text("Free space", "Свободное место"),
            Remedies.SEE_CLOUD_LOG,
            this::space,
            "admin"));
  }

  private Finding groups() {
    Map<String, String> named = new LinkedHashMap<>();
    for (ServedTariff tariff : visit.tariffs()) {
      try {
        new Terms(tariff.terms())
            .allGroups()
            .forEach(group -> named.putIfAbsent(group, tariff.name()));
      } catch (Refusal unusable) {
        return Finding.failed(
            text("tariff %s: %s", "тариф %s: %s", tariff.name(), unusable.getMessage()),
            CORRECT_TARIFF);
      }
    }
    if (named.isEmpty()) {
      return Finding.fine(text("the tariffs name none", "тарифы групп не называют"));
    }
    Set<String> there = visit.way().cloud().groups();
    List<String> missing =
        named.keySet().stream()
            .filter(group -> !there.contains(group))
            .map(group -> "'" + group + "' (" + named.get(group) + ")")
            .toList();
    if (missing.isEmpty()) {
      return Finding.fine(text("all are there: %s", "все есть: %s", list(named.keySet())));
    }
    return visit.settings().isOn("make_groups")
        ? Finding.fine(
            text(
                "will be made when needed: %s",
                "будут созданы по мере надобности: %s", list(missing)))
        : Finding.failed(
            text("the cloud lacks: %s", "в облаке нет: %s", list(missing)),
            text(
                "Make them there (occ group:add NAME), or switch on make_groups in the module",
                "Создайте их там (occ group:add ИМЯ) или включите make_groups в обработчике"));
  }

  private Finding space() {
    OptionalLong free = visit.way().cloud().freeSpace();
    if (free.isEmpty()) {
      return Finding.fine(text("the server does not tell", "сервер не сообщает"));
    }
    long left = free.getAsLong() / GIB;
    OptionalLong floor = visit.settings().number("min_free_gb");
    return floor.isPresent() && left < floor.getAsLong()
        ? Finding.warning(
            text(
                "%s GB, less than min_free_gb %s: new orders go elsewhere",
                "%s ГБ, меньше min_free_gb %s: новые заказы уходят в другие облака",
                left,
                floor.getAsLong()),
            text("Give the cloud more disk", "Добавьте облаку диск"))
        : Finding.fine(text("%s GB", "%s ГБ", left));
  }
}
