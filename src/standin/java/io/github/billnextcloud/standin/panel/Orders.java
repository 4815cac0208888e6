package io.github.billnextcloud.standin.panel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What clients and the billing do to services: order, change, set operations going. */
final class Orders {

  private final Sql sql;
  private final Items items;

  Orders(Sql sql, Items items) {
    this.sql = sql;
    this.items = items;
  }

  long service(long account, long tariff, long module) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", sql.value("SELECT name FROM pricelist WHERE id = ?", tariff).orElse(null));
    row.put("account", account);
    row.put("pricelist", tariff);
    row.put("processingmodule", module);
    row.put("period", 1);
    row.put("status", Items.ORDERED);
    row.put("createdate", LocalDateTime.now());
    row.put("expiredate", LocalDate.now().plusMonths(1));
    row.put("cost", 10);
    return sql.insert("item", row);
  }

  long addOn(long service, long addOnPricelist, Map<String, ?> columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("parent", service);
    row.put("pricelist", addOnPricelist);
    row.put("account", sql.number("SELECT account FROM item WHERE id = ?", service));
    row.put("status", Items.ACTIVE);
    row.putAll(columns);
    return sql.insert("item", row);
  }

  void changeTariff(long service, long tariff) {
    String change = "UPDATE item SET lastpricelist = pricelist, pricelist = ? WHERE id = ?";
    sql.update(change, tariff, service);
  }

  long operation(long service, String command) {
    items.beginProcessing(service);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("item", service);
    row.put("intname", command);
    row.put("createdate", LocalDateTime.now());
    row.put("trycount", 0);
    row.put("manual", "off");
    return sql.insert("runningoperation", row);
  }
}
