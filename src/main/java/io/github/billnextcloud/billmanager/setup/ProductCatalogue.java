package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the panel sells, as its tables tell at this moment (contract §4.13, §7.1). Columns are read
 * with {@code *} and may be missing.
 */
final class ProductCatalogue {

  /** In which the space of a tariff is counted. */
  static final String UNIT = "gib";

  private static final Set<String> DISK = Set.of("disk", "disc");

  private final JdbcSession database;
  private final Product product;

  ProductCatalogue(JdbcSession database, Product product) {
    this.database = database;
    this.product = product;
  }

  /** The row's id, or words that stand for it in a line that cannot be run yet. */
  static String id(Optional<Row> row, String what) {
    return row.map(it -> it.text("id")).orElse("<id of " + what + ">");
  }

  Optional<Row> type() {
    return database
        .query("SELECT * FROM itemtype WHERE intname = ? ORDER BY id", product.intname())
        .stream()
        .filter(ProductCatalogue::isOfItsOwn)
        .findFirst();
  }

  /** Not an add-on: those have a parent. */
  private static boolean isOfItsOwn(Row row) {
    return row.number("parent") == 0;
  }

  String typeId() {
    return id(type(), "the product type " + product.intname());
  }

  private long typeNumber() {
    return type().map(row -> row.number("id")).orElse(0L);
  }

  Optional<Row> param(String intname) {
    return first(
        "SELECT * FROM itemtypeparam WHERE itemtype = ? AND intname = ?", typeNumber(), intname);
  }

  /** The kind of add-on that counts space, by its own name or by the one that its rule gives. */
  Optional<Row> diskType() {
    return database
        .query("SELECT * FROM itemtype WHERE parent = ? ORDER BY id", typeNumber())
        .stream()
        .filter(type -> namesDisk(type.text("intname")) || namesDisk(rule(type).text("intname")))
        .findFirst();
  }

  private Row rule(Row addOnType) {
    return first("SELECT * FROM itemtyperule WHERE itemtype = ?", addOnType.number("id"))
        .orElse(new Row(Map.of()));
  }

  private static boolean namesDisk(String names) {
    return Stream.of(names.split("[\\s_-]+")).anyMatch(DISK::contains);
  }

  Optional<Row> tariff(String intname) {
    return database
        .query(
            "SELECT * FROM pricelist WHERE intname = ? AND itemtype = ? ORDER BY id",
            intname,
            typeNumber())
        .stream()
        .filter(ProductCatalogue::isOfItsOwn)
        .findFirst();
  }

  /** The processing modules that serve the tariff. */
  List<Long> modules(Row tariff) {
    return database
        .query(
            "SELECT processingmodule FROM processingmodule2pricelist WHERE pricelist = ?",
            tariff.number("id"))
        .stream()
        .map(row -> row.number("processingmodule"))
        .toList();
  }

  /** The tariff's add-on that counts space; without a name of its own it has its type's. */
  Optional<Row> disk(Row tariff) {
    return database
        .query(
            "SELECT p.*, t.intname AS type_intname FROM pricelist p"
                + " LEFT JOIN itemtype t ON t.id = p.itemtype WHERE p.parent = ? ORDER BY p.id",
            tariff.number("id"))
        .stream()
        .filter(ProductCatalogue::isDisk)
        .findFirst();
  }

  private static boolean isDisk(Row addOn) {
    String own = addOn.text("intname");
    return namesDisk(own.isBlank() ? addOn.text("type_intname") : own);
  }

  Optional<Row> unit() {
    return first("SELECT * FROM measure WHERE LOWER(intname) = ?", UNIT);
  }

  /** The internal name of a unit; empty when there is none. */
  String unitName(Row addOn) {
    return first("SELECT * FROM measure WHERE id = ?", addOn.number("measure"))
        .map(row -> row.text("intname"))
        .orElse("");
  }

  /** The provider whose tariffs these are. */
  Optional<Row> project() {
    return database.query("SELECT * FROM project ORDER BY id").stream()
        .filter(row -> !row.text("active").equals("off"))
        .filter(row -> product.project() == 0 || row.number("id") == product.project())
        .findFirst();
  }

  private Optional<Row> first(String sql, Object... values) {
    return database.query(sql, values).stream().findFirst();
  }
}
