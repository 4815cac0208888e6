package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the panel's tables of names and values (contract §4.13). Of a name that stands twice the
 * row that came last counts, whichever key the database reads by.
 *
 * @param name of the table
 * @param owner the column that tells whose they are
 */
public record ParamTable(JdbcSession database, String name, String owner) {

  private static final Comparator<Row> BY_NAME =
      Comparator.comparing((Row row) -> row.text("intname"))
          .thenComparingLong(row -> row.number("id").orElse(0));

  /** What services have saved readably. */
  public static ParamTable ofServices(JdbcSession database) {
    return new ParamTable(database, "itemparam", "item");
  }

  /** What services have saved encrypted, as the panel keeps it. */
  public static ParamTable ofServicesEncrypted(JdbcSession database) {
    return new ParamTable(database, "itemcryptedparam", "item");
  }

  /** All of one owner. */
  public Map<String, String> of(long id) {
    return of(List.of(id)).getOrDefault(id, Map.of());
  }

  /** All of these, of whom there is at least one: owner → name → value. */
  public Map<Long, Map<String, String>> of(Collection<Long> ids) {
    Map<Long, Map<String, String>> all = new HashMap<>();
    for (Row row : rows(ids)) {
      all.computeIfAbsent(row.number(owner).orElseThrow(), first -> new LinkedHashMap<>())
          .put(row.text("intname"), row.text("value"));
    }
    return all;
  }

  /** By name, those of one name as they were saved; no panel has to have numbered them. */
  List<Row> rows(Collection<Long> ids) {
    List<Row> rows =
        new ArrayList<>(
            database.query(
                "SELECT * FROM "
                    + name
                    + " WHERE "
                    + owner
                    + " IN ("
                    + JdbcSession.places(ids.size())
                    + ")",
                ids.toArray()));
    rows.sort(BY_NAME);
    return rows;
  }
}
