package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.setup.Product.NewModule;
import io.github.billnextcloud.billmanager.setup.Product.ProductAddOn;
import io.github.billnextcloud.billmanager.setup.Product.ProductTariff;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the panel sells, as its tables tell at this moment (contract §4.13, §7.1). Columns that not
 * every panel has are read with {@code *}.
 */
record ExistingProductLookup(JdbcSession database, Product product) {

  /** The row's id, or words that stand for it in a line that cannot be run yet. */
  static String id(Optional<Row> row, String what) {
    return row.map(it -> it.text("id")).orElse("<id of " + what + ">");
  }

  /** Not an add-on: those have a parent. */
  Optional<Row> type() {
    return first(
        "SELECT * FROM itemtype WHERE intname = ? AND COALESCE(parent, 0) = 0 ORDER BY id",
        product.intname());
  }

  String typeId() {
    return id(type(), "the product type " + product.intname());
  }

  Optional<Row> param(String intname) {
    return type()
        .flatMap(
            type ->
                first(
                    "SELECT * FROM itemtypeparam WHERE itemtype = ? AND intname = ?",
                    type.id(),
                    intname));
  }

  /** The type of a kind of add-on, by its own name or by the one that its rule gives. */
  Optional<Row> addOnType(ProductAddOn kind) {
    return ofParent(
            "SELECT t.*, r.intname AS rule_intname FROM itemtype t"
                + " LEFT JOIN itemtyperule r ON r.itemtype = t.id WHERE t.parent = ? ORDER BY t.id",
            type())
        .filter(
            type -> kind.isNamed(type.text("intname")) || kind.isNamed(type.text("rule_intname")))
        .findFirst();
  }

  Optional<Row> tariff(ProductTariff tariff) {
    return type()
        .flatMap(
            type ->
                first(
                    "SELECT * FROM pricelist WHERE intname = ? AND itemtype = ?"
                        + " AND COALESCE(parent, 0) = 0 ORDER BY id",
                    tariff.intname(),
                    type.id()));
  }

  boolean isServed(Row tariff) {
    return first(
            "SELECT m.id FROM processingmodule2pricelist l"
                + " JOIN processingmodule m ON m.id = l.processingmodule"
                + " WHERE l.pricelist = ? AND m.module = ?",
            tariff.id(),
            ProcessingModule.EXECUTABLE)
        .isPresent();
  }

  /** The tariff's add-on of this kind; without a name of its own it has its type's. */
  Optional<Row> addOn(ProductTariff tariff, ProductAddOn kind) {
    return ofParent(
            "SELECT p.*, t.intname AS type_intname FROM pricelist p"
                + " LEFT JOIN itemtype t ON t.id = p.itemtype WHERE p.parent = ? ORDER BY p.id",
            tariff(tariff))
        .filter(
            row ->
                kind.isNamed(row.text(row.text("intname").isBlank() ? "type_intname" : "intname")))
        .findFirst();
  }

  boolean includes(Row addOn, ProductAddOn kind, long amount) {
    return addOn.number("addonlimit").equals(OptionalLong.of(amount))
        && (!kind.needsUnit() || unitName(addOn).filter(kind.units()::contains).isPresent());
  }

  Optional<Row> unit(ProductAddOn kind) {
    return kind.units().stream()
        .flatMap(unit -> first("SELECT * FROM measure WHERE LOWER(intname) = ?", unit).stream())
        .findFirst();
  }

  /** What a tariff's form says that it shares. */
  Optional<Row> team(ProductTariff tariff) {
    return tariff(tariff)
        .flatMap(
            row ->
                first(
                    "SELECT * FROM pricelistparam WHERE pricelist = ? AND intname = ?",
                    row.id(),
                    Product.TEAM));
  }

  /** The internal name of a unit. */
  Optional<String> unitName(Row addOn) {
    return addOn
        .reference("measure")
        .flatMap(id -> first("SELECT * FROM measure WHERE id = ?", id))
        .map(row -> row.text("intname"));
  }

  /** The provider whose tariffs these are. */
  Optional<Row> project() {
    return database.query("SELECT * FROM project ORDER BY id").stream()
        .filter(row -> !row.text("active").equals("off"))
        .filter(row -> isWanted(row, product.project()))
        .findFirst();
  }

  /** Our processing module at the wanted address; any of ours when no address is wanted. */
  Optional<Row> module() {
    Optional<String> wanted = product.module().address();
    return modules().filter(row -> wanted.isEmpty() || isAt(row, wanted.get())).findFirst();
  }

  private boolean isAt(Row module, String wanted) {
    return address(module).filter(it -> CloudAddress.isSame(it, wanted)).isPresent();
  }

  /** The newest of ours that was saved without its settings. */
  Optional<Row> moduleWithoutAddress() {
    return modules().filter(row -> address(row).isEmpty()).reduce((earlier, later) -> later);
  }

  /** Ours, but for those whose tariffs are all of other product types. */
  private Stream<Row> modules() {
    String sold =
        "EXISTS (SELECT * FROM processingmodule2pricelist l JOIN pricelist p ON p.id = l.pricelist"
            + " WHERE l.processingmodule = m.id";
    return database
        .query(
            "SELECT m.* FROM processingmodule m WHERE m.module = ? AND (NOT "
                + sold
                + ") OR "
                + sold
                + " AND p.itemtype IN (SELECT t.id FROM itemtype t WHERE t.intname = ?"
                + " AND COALESCE(t.parent, 0) = 0))) ORDER BY m.id",
            ProcessingModule.EXECUTABLE,
            product.intname())
        .stream();
  }

  Optional<String> address(Row module) {
    return setting("processingparam", module, "base_url");
  }

  /** As they were wanted; what an encrypted one is, nobody asks. */
  boolean hasAllSettings(Row module) {
    NewModule wanted = product.module();
    return wanted.settings().entrySet().stream()
            .allMatch(
                it ->
                    setting("processingparam", module, it.getKey())
                        .equals(Optional.of(it.getValue())))
        && wanted.secrets().keySet().stream()
            .noneMatch(name -> setting("processingcryptedparam", module, name).isEmpty());
  }

  private Optional<String> setting(String table, Row module, String name) {
    return first(
            "SELECT value FROM " + table + " WHERE processingmodule = ? AND intname = ?",
            module.id(),
            name)
        .map(row -> row.text("value"))
        .filter(value -> !value.isBlank());
  }

  /**
   * Where the module belongs; empty when the panel has none, or not the one that was named. Those
   * that another program of the panel's maker rules do not count.
   */
  Optional<Row> datacenter() {
    try {
      return database.query("SELECT * FROM datacenter ORDER BY id").stream()
          .filter(row -> row.text("external_id").isBlank())
          .filter(row -> isWanted(row, product.module().datacenter()))
          .findFirst();
    } catch (BillingException noSuchTable) {
      return Optional.empty();
    }
  }

  private static boolean isWanted(Row row, Optional<Long> named) {
    return named.isEmpty() || row.id() == named.get();
  }

  private Stream<Row> ofParent(String sql, Optional<Row> parent) {
    return parent.stream().flatMap(row -> database.query(sql, row.id()).stream());
  }

  private Optional<Row> first(String sql, Object... values) {
    return database.query(sql, values).stream().findFirst();
  }
}
