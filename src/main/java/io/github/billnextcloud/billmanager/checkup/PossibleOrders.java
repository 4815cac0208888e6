package io.github.billnextcloud.billmanager.checkup;

import io.github.billnextcloud.billmanager.database.AddOnRow;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.ServiceReader;
import io.github.billnextcloud.billmanager.model.AddOn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The add-ons that services of a tariff would have: as it stands, and with each item of each list;
 * read as those of services are. Of an amount of which nothing is included the least is ordered.
 */
final class PossibleOrders {

  private static final String LIST = "3";
  private static final String AMOUNT = "2";
  private static final String BILLED_BY_STATISTICS = "3";

  private PossibleOrders() {}

  /** None where parts of a compound add-on are chosen from: which, only a customer tells. */
  static List<List<AddOn>> of(JdbcSession database, long tariff) {
    List<Row> rows = database.query(AddOnRow.OF_TARIFF, tariff);
    if (rows.stream().anyMatch(row -> row.reference("p_compound").isPresent())) {
      return List.of();
    }
    List<List<Row>> choices = rows.stream().map(row -> choices(database, row)).toList();
    List<Row> usual = choices.stream().map(all -> all.get(0)).toList();
    List<List<Row>> orders = new ArrayList<>();
    orders.add(usual);
    for (int at = 0; at < rows.size(); at++) {
      for (Row choice : choices.get(at)) {
        List<Row> order = new ArrayList<>(usual);
        order.set(at, choice);
        orders.add(order);
      }
    }
    Row service = new Row(Map.of());
    return orders.stream().map(order -> ServiceReader.addOns(service, order)).distinct().toList();
  }

  private static List<Row> choices(JdbcSession database, Row addOn) {
    if (addOn.text("p_addontype").equals(LIST)) {
      List<Row> items =
          database
              .query(
                  "SELECT intname FROM enumerationitem WHERE enumeration = ? ORDER BY id",
                  addOn.reference("p_enumeration").orElse(0L))
              .stream()
              .map(item -> with(addOn, "p_enumeration_intname", item.text("intname")))
              .toList();
      return items.isEmpty() ? List.of(addOn) : items;
    }
    boolean isOrdered =
        addOn.text("p_addontype").equals(AMOUNT)
            && !addOn.text("p_billtype").equals(BILLED_BY_STATISTICS);
    return List.of(
        isOrdered && includesNothing(addOn) ? with(addOn, "a_intvalue", least(addOn)) : addOn);
  }

  private static boolean includesNothing(Row addOn) {
    return addOn.decimal("p_addonlimit").orElse(BigDecimal.ZERO).signum() == 0;
  }

  private static String least(Row addOn) {
    return addOn
        .decimal("p_addonmin")
        .filter(least -> least.signum() > 0)
        .orElse(BigDecimal.ONE)
        .toPlainString();
  }

  private static Row with(Row addOn, String column, String value) {
    Map<String, String> columns = new HashMap<>(addOn.columns());
    columns.put(column, value);
    return new Row(columns);
  }
}
