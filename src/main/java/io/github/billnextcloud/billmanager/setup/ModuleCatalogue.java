package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.List;
import java.util.Optional;

/** The processing modules that run this program, and where new ones belong. */
public final class ModuleCatalogue {

  private final JdbcSession database;
  private final NewModule wanted;

  public ModuleCatalogue(JdbcSession database, NewModule wanted) {
    this.database = database;
    this.wanted = wanted;
  }

  /** Ours at the wanted address; any of ours when no address is wanted. */
  Optional<Row> module(Optional<Row> type) {
    return ours(type).stream().filter(this::isAtWantedAddress).findFirst();
  }

  /** Ours, but for those whose tariffs are all of other product types. */
  List<Row> ours(Optional<Row> type) {
    return database
        .query(
            "SELECT * FROM processingmodule WHERE module = ? ORDER BY id",
            ProcessingModule.EXECUTABLE)
        .stream()
        .filter(module -> serves(module, type))
        .toList();
  }

  private boolean serves(Row module, Optional<Row> type) {
    List<Long> types =
        database
            .query(
                "SELECT p.itemtype FROM processingmodule2pricelist l JOIN pricelist p"
                    + " ON p.id = l.pricelist WHERE l.processingmodule = ?",
                module.number("id"))
            .stream()
            .map(row -> row.number("itemtype"))
            .toList();
    return types.isEmpty() || type.filter(row -> types.contains(row.number("id"))).isPresent();
  }

  private boolean isAtWantedAddress(Row module) {
    return wanted.address().isEmpty() || CloudAddress.isSame(address(module), wanted.address());
  }

  String address(Row module) {
    return setting(module, "base_url");
  }

  String setting(Row module, String name) {
    return database
        .query(
            "SELECT value FROM processingparam WHERE processingmodule = ? AND intname = ?",
            module.number("id"),
            name)
        .stream()
        .findFirst()
        .map(row -> row.text("value"))
        .orElse("");
  }

  /** True when a secret of this name is stored encrypted; what it is, nobody asks. */
  boolean hasSecret(Row module, String name) {
    return database
        .query(
            "SELECT value FROM processingcryptedparam WHERE processingmodule = ? AND intname = ?",
            module.number("id"),
            name)
        .stream()
        .anyMatch(row -> !row.text("value").isBlank());
  }

  /** Where the module belongs; empty when the panel has none, or not the one that was named. */
  Optional<Row> datacenter() {
    return datacenters().stream()
        .filter(row -> wanted.datacenter() == 0 || row.number("id") == wanted.datacenter())
        .findFirst();
  }

  /** Without those that another program of the panel's maker rules. */
  private List<Row> datacenters() {
    try {
      return database.query("SELECT * FROM datacenter ORDER BY id").stream()
          .filter(row -> row.text("external_id").isBlank())
          .toList();
    } catch (BillingException noSuchTable) {
      return List.of();
    }
  }
}
