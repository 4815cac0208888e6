package io.github.billnextcloud.standin.panel;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the staff sets up before anything can be sold: modules, tariffs, add-ons, clients. */
final class Catalogue {

  static final String MODULE = "pmnextcloud";

  private static final String TYPE = "SELECT id FROM itemtype WHERE intname = ? AND parent IS NULL";
  private static final String ADDON_TYPE =
      "SELECT id FROM itemtype WHERE intname = ? AND parent = ?";

  private final Sql sql;
  private final PanelRsaKey key;
  private final String productType;

  Catalogue(Sql sql, PanelRsaKey key, String productType) {
    this.sql = sql;
    this.key = key;
    this.productType = productType;
    sql.update("UPDATE itemtype SET intname = ? WHERE intname = 'backupservice'", productType);
  }

  long module(Map<String, String> plain, Map<String, String> secret) {
    long module = sql.insert("processingmodule", Map.of("name", "Nextcloud", "module", MODULE));
    plain.forEach(
        (name, value) -> setting("processingparam", "processingmodule", module, name, value));
    secret.forEach(
        (name, value) -> {
          String stored = key.encrypt(name, value);
          setting("processingcryptedparam", "processingmodule", module, name, stored);
        });
    return module;
  }

  private void setting(String table, String owner, long id, String name, String value) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(owner, id);
    row.put("intname", name);
    row.put("value", value);
    sql.insert(table, row);
  }

  long tariff(TariffSpec spec) {
    String type = spec.itemtype().isEmpty() ? productType : spec.itemtype();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", spec.intname());
    row.put("intname", spec.intname());
    row.put("project", 1);
    row.put("active", "on");
    row.put("itemtype", typeOrNew(TYPE, type, null));
    long tariff = sql.insert("pricelist", row);
    spec.params()
        .forEach((name, value) -> setting("pricelistparam", "pricelist", tariff, name, value));
    if (spec.module() > 0) {
      Map<String, Object> link = Map.of("processingmodule", spec.module(), "pricelist", tariff);
      sql.insert("processingmodule2pricelist", link);
    }
    return tariff;
  }

  long addOn(long tariff, AddOnSpec spec) {
    long productId = sql.number("SELECT itemtype FROM pricelist WHERE id = ?", tariff);
    Map<String, Object> row = new LinkedHashMap<>(spec.columns());
    row.put("parent", tariff);
    row.put("itemtype", typeOrNew(ADDON_TYPE, spec.type(), productId));
    if (!spec.measure().isEmpty()) {
      row.put("measure", measure(spec.measure()));
    }
    return sql.insert("pricelist", row);
  }

  private long typeOrNew(String select, String intname, Long parent) {
    long known = parent == null ? sql.number(select, intname) : sql.number(select, intname, parent);
    if (known > 0) {
      return known;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("intname", intname);
    row.put("name", intname);
    row.put("parent", parent);
    return sql.insert("itemtype", row);
  }

  private long measure(String intname) {
    return sql.value("SELECT id FROM measure WHERE intname = ?", intname)
        .map(Long::parseLong)
        .orElseThrow(() -> new IllegalArgumentException("no measure " + intname));
  }

  long account(String name, String email, String realname, String language) {
    long account = sql.insert("account", Map.of("name", name, "level", 16, "project", 1));
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("account", account);
    user.put("name", email);
    user.put("email", email);
    user.put("realname", realname);
    user.put("language", language);
    user.put("level", 16);
    sql.insert("user", user);
    return account;
  }
}
