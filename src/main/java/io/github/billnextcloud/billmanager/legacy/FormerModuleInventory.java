package io.github.billnextcloud.billmanager.legacy;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.List;

/**
 * What ISPsystem's module of our name has left in the panel, and what of it works differently now
 * (contract §14 tells how that module worked).
 */
public record FormerModuleInventory(LocalPanel panel) {

  private static final String OURS = " m.module = '" + ProcessingModule.EXECUTABLE + "' ";

  /** A processing module of this name. */
  public record Module(long id, String name, String address) {}

  /** A tariff of such a module. */
  public record FormerTariff(long id, String name) {}

  /** A service that has a login and no address: only with both is the account its own. */
  public record Unaddressed(long item, long module, String username) {}

  public List<Module> modules() {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT m.id, m.name, u.value AS address FROM processingmodule m"
                  + " LEFT JOIN processingparam u ON u.processingmodule = m.id"
                  + " AND u.intname = 'base_url' WHERE"
                  + OURS
                  + "ORDER BY m.id")
          .stream()
          .map(row -> new Module(row.id(), row.text("name"), row.text("address")))
          .toList();
    }
  }

  /** Tariffs in which that module stored the group's number in its list, which is always 0. */
  public List<FormerTariff> withoutGroup() {
    return tariffs(
        " JOIN pricelistparam g ON g.pricelist = p.id AND g.intname = 'usergroup'"
            + " AND g.value = '0'");
  }

  /**
   * Tariffs whose disk add-on has several names: that module did not find it there, and gave each
   * account 100 MiB instead.
   */
  public List<FormerTariff> withTooLittle() {
    return tariffs(
        " JOIN pricelist d ON d.parent = p.id AND d.active = 'on' AND d.addontype = 2"
            + " AND TRIM(d.intname) LIKE '% %'"
            + " AND CONCAT(' ', d.intname, ' ') REGEXP ' (disk|disc) '");
  }

  private List<FormerTariff> tariffs(String join) {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT DISTINCT p.id, p.name FROM pricelist p"
                  + " JOIN processingmodule2pricelist l ON l.pricelist = p.id"
                  + " JOIN processingmodule m ON m.id = l.processingmodule"
                  + join
                  + " WHERE"
                  + OURS
                  + "ORDER BY p.id")
          .stream()
          .map(row -> new FormerTariff(row.id(), row.text("name")))
          .toList();
    }
  }

  /** Services with the login that that module gave, and no address. */
  public List<Unaddressed> unaddressed() {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT i.id, i.processingmodule, q.value AS username FROM item i JOIN"
                  + " processingmodule m ON m.id = i.processingmodule JOIN itemparam q ON q.item ="
                  + " i.id AND q.intname = 'username' LEFT JOIN itemparam w ON w.item = i.id AND"
                  + " w.intname = 'url' AND w.value <> '' WHERE"
                  + OURS
                  + "AND i.status IN (2, 3) AND w.item IS NULL"
                  + " AND q.value = CONCAT('user_', i.id) ORDER BY i.id")
          .stream()
          .map(
              row ->
                  new Unaddressed(
                      row.id(), row.number("processingmodule").orElseThrow(), row.text("username")))
          .toList();
    }
  }

  /** How many services of these modules are active or suspended. */
  public long countServices() {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT COUNT(*) AS services FROM item i JOIN processingmodule m"
                  + " ON m.id = i.processingmodule WHERE"
                  + OURS
                  + "AND COALESCE(i.parent, 0) = 0 AND i.status IN (2, 3, 5)")
          .get(0)
          .number("services")
          .orElseThrow();
    }
  }
}
