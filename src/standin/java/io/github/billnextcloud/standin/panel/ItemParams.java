package io.github.billnextcloud.standin.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of services at rest: plain ones in one table, secrets encrypted in another. */
final class ItemParams {

  private static final String UPSERT =
      " (item, intname, value) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)";

  private final Sql sql;
  private final PanelRsaKey key;

  ItemParams(Sql sql, PanelRsaKey key) {
    this.sql = sql;
    this.key = key;
  }

  /** The other table keeps whatever it has under this name: the panel doesn't tidy up. */
  void save(long item, String name, String value, boolean crypted) {
    if (crypted) {
      sql.update("INSERT INTO itemcryptedparam" + UPSERT, item, name, key.encrypt(name, value));
    } else {
      sql.update("INSERT INTO itemparam" + UPSERT, item, name, value);
    }
  }

  void drop(long item, String name) {
    sql.update("DELETE FROM itemparam WHERE item = ? AND intname = ?", item, name);
    sql.update("DELETE FROM itemcryptedparam WHERE item = ? AND intname = ?", item, name);
  }

  Map<String, String> plain(long item) {
    Map<String, String> found = new LinkedHashMap<>();
    String all = "SELECT intname, value FROM itemparam WHERE item = ? ORDER BY intname";
    sql.query(all, item).forEach(row -> found.put(row.get("intname"), row.get("value")));
    return found;
  }

  Optional<String> secret(long item, String name) {
    String one = "SELECT value FROM itemcryptedparam WHERE item = ? AND intname = ?";
    return sql.value(one, item, name).map(key::decrypt);
  }
}
