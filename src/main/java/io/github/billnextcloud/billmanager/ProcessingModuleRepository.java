package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.EncryptedParamStore;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panel's processing modules themselves: which a tariff has, how full they are, their cache.
 */
public record ProcessingModuleRepository(LocalPanel panel) {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessingModuleRepository.class);

  /**
   * A processing module of this program.
   *
   * @param active false when the staff has switched it off
   */
  public record OurModule(long id, String name, boolean active) {}

  public List<OurModule> all() {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT * FROM processingmodule WHERE module = ? ORDER BY id",
              ProcessingModule.EXECUTABLE)
          .stream()
          .map(row -> new OurModule(row.id(), row.text("name"), !row.text("active").equals("off")))
          .toList();
    }
  }

  /**
   * The modules of ours that are linked to a tariff, in BILLmanager's order: Sort is a field of the
   * module itself, its namesake of the link is always empty (contract §8.4).
   */
  public List<Long> ofTariff(long tariff) {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT m.* FROM processingmodule2pricelist l"
                  + " JOIN processingmodule m ON m.id = l.processingmodule"
                  + " WHERE l.pricelist = ? AND m.module = ? AND m.active = 'on'",
              tariff,
              ProcessingModule.EXECUTABLE)
          .stream()
          .sorted(
              Comparator.comparingLong((Row row) -> row.number("orderpriority").orElse(0))
                  .thenComparingLong(row -> row.number("ipmgr").orElse(0))
                  .thenComparingLong(row -> row.id()))
          .map(row -> row.id())
          .toList();
    }
  }

  /**
   * @throws BillingException of kind {@code NO_MODULE} that names those that there are, when none
   *     of this program has the number
   */
  public void require(long module) {
    Map<Long, String> ours = new LinkedHashMap<>();
    all().forEach(it -> ours.put(it.id(), it.id() + " " + it.name()));
    if (!ours.containsKey(module)) {
      throw new BillingException(
          BillingErrorKind.NO_MODULE,
          ours.isEmpty()
              ? Sentence.of("panel.no_module", module)
              : Sentence.of("panel.no_module_among", module, ours.values()));
    }
  }

  /** How many services have, or are about to have, their user by this module. */
  public long countServices(long module) {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT COUNT(*) AS services FROM item WHERE processingmodule = ?"
                  + " AND COALESCE(parent, 0) = 0 AND status IN (2, 3, 5)",
              module)
          .get(0)
          .number("services")
          .orElseThrow();
    }
  }

  /** What an earlier run has stored for forms to show; empty when there is nothing readable. */
  public Optional<XmlElement> config(long module) {
    try (JdbcSession database = panel.database()) {
      return database.query("SELECT * FROM processingmodule WHERE id = ?", module).stream()
          .map(row -> row.text("config"))
          .filter(config -> !config.isBlank())
          .findFirst()
          .map(XmlElement::parse);
    } catch (InvalidInputException foreign) {
      LOG.warn(
          "the stored configuration of module {} is of no use: {}", module, foreign.getMessage());
      return Optional.empty();
    }
  }

  /** Stores it for {@link #config} (contract §8.2). */
  public void saveConfig(long module, XmlBuilder config) {
    panel.insist(
        MgrctlRequest.change("processing.setconfig", module).with("config", config.text()));
  }

  /**
   * Saves one of its secrets as the panel would, and reads it back.
   *
   * @param secret blank to remove it
   */
  public void saveSecret(long module, String name, Secret secret) {
    saveSecrets(module, Map.of(name, secret));
  }

  /** The same for several that belong together: all or none. */
  public void saveSecrets(long module, Map<String, Secret> secrets) {
    try (JdbcSession database = panel.database()) {
      EncryptedParamStore params = EncryptedParamStore.ofModules(database, panel.key());
      database.inOneGo(() -> secrets.forEach((name, secret) -> save(params, module, name, secret)));
    }
    ProcessingModule saved = panel.processingModule(module);
    secrets.forEach(
        (name, secret) -> {
          if (!saved.secret(name).equals(secret)) {
            throw new BillingException(
                BillingErrorKind.NO_ANSWER, Sentence.of("panel.secret_not_saved", name, module));
          }
        });
  }

  private static void save(EncryptedParamStore params, long module, String name, Secret secret) {
    if (secret.isBlank()) {
      params.delete(module, name);
    } else {
      params.replace(module, name, secret);
    }
  }
}
