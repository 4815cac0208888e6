package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.AddOnRow;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.ServiceReader;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.RecordedAccount;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes services of accounts that a processing module's cloud has already (contract §8.1). */
public final class ServiceImport {

  private final LocalPanel panel;
  private final ProcessingModule module;
  private final String url;

  /**
   * @param url where the module's cloud is, as opened services save it
   */
  public ServiceImport(LocalPanel panel, ProcessingModule module, String url) {
    this.panel = panel;
    this.module = module;
    this.url = url;
  }

  /**
   * The product type of the module's tariffs.
   *
   * @throws InvalidInputException when they are of several, or there are none
   */
  public String productType() {
    try (JdbcSession database = panel.database()) {
      List<String> types =
          database
              .query(
                  "SELECT DISTINCT t.intname FROM processingmodule2pricelist l"
                      + " JOIN pricelist p ON p.id = l.pricelist"
                      + " JOIN itemtype t ON t.id = p.itemtype WHERE l.processingmodule = ?",
                  module.id())
              .stream()
              .map(row -> row.text("intname"))
              .toList();
      if (types.size() == 1) {
        return types.get(0);
      }
      throw new InvalidInputException(
          types.isEmpty()
              ? Sentence.of("request.no_tariffs")
              : Sentence.of("request.several_types", types));
    }
  }

  /** Whether the panel has such a product type: of another it takes nothing. */
  public boolean hasType(String intname) {
    return isThere(
        "SELECT id FROM itemtype WHERE intname = ? AND COALESCE(parent, 0) = 0", intname);
  }

  /** Whether the panel has such a tariff. */
  public boolean hasTariff(String intname) {
    return isThere(
        "SELECT id FROM pricelist WHERE intname = ? AND COALESCE(parent, 0) = 0", intname);
  }

  private boolean isThere(String query, String intname) {
    try (JdbcSession database = panel.database()) {
      return !database.query(query, intname).isEmpty();
    }
  }

  /** Accounts that services of this cloud have or had, closed and deleted ones included. */
  public List<RecordedAccount> recorded() {
    try (JdbcSession database = panel.database()) {
      return new TakenLoginLookup(database).accounts(module, TakenLoginLookup.EVER, false, true);
    }
  }

  /** What services of any processing module have saved under this name. */
  public Set<String> saved(String param) {
    try (JdbcSession database = panel.database()) {
      return new TakenLoginLookup(database).saved(param);
    }
  }

  /**
   * The service that an import would make of a tariff of the module, without params: it has what
   * the tariff includes, and nothing ordered.
   *
   * @param tariff its {@code intname}
   */
  public Optional<Service> preview(String productType, String tariff) {
    try (JdbcSession database = panel.database()) {
      return database
          .query(
              "SELECT p.id FROM processingmodule2pricelist l JOIN pricelist p ON p.id = l.pricelist"
                  + " JOIN itemtype t ON t.id = p.itemtype WHERE l.processingmodule = ?"
                  + " AND t.intname = ? AND p.intname = ? AND COALESCE(p.parent, 0) = 0",
              module.id(),
              productType,
              tariff)
          .stream()
          .findFirst()
          .map(row -> preview(database, productType, row.id()));
    }
  }

  private Service preview(JdbcSession database, String productType, long tariff) {
    ServiceReader reader = panel.reader(database);
    return new Service(
        0,
        productType,
        Optional.of(reader.tariff(tariff)),
        Optional.empty(),
        ServiceReader.addOns(new Row(Map.of()), database.query(AddOnRow.OF_TARIFF, tariff)),
        reader.measures(),
        Customer.UNKNOWN,
        new ServiceParams(Map.of(), Map.of()),
        module,
        OptionalLong.empty(),
        ServiceStatus.UNKNOWN);
  }

  /**
   * An account that the cloud has.
   *
   * @param stable by which the cloud knows it however called; empty where it has no such id
   */
  public record ImportedAccount(String login, Optional<String> stableId, boolean enabled) {}

  /**
   * Makes a service that is paid for a month and whose own this account is: its id, where the cloud
   * has such, comes with the service itself, since a name alone may be another's tomorrow.
   *
   * @param tariff its {@code intname}; empty when the staff is to choose it
   * @param more params that the service has besides
   * @return the new service
   * @throws BillingException when the panel does not take it
   */
  public long take(
      String productType,
      Optional<String> tariff,
      ImportedAccount account,
      Map<String, String> more) {
    MgrctlRequest call =
        MgrctlRequest.of("processing.import.service")
            .with("sok", "ok")
            .with("module", module.id())
            .with("import_pricelist_intname", tariff.orElse(""))
            .with("import_service_name", account.login())
            .with("status", (account.enabled() ? ItemStatus.ACTIVE : ItemStatus.SUSPENDED).code())
            .with("expiredate", LocalDate.now().plusMonths(1))
            .with("import_itemtype_intname", productType)
            .with(ServiceParams.USERNAME, account.login())
            .with(ServiceParams.URL, url);
    account.stableId().ifPresent(id -> call.with(ServiceParams.CLOUD_USER_ID, id));
    more.forEach(call::with);
    XmlElement reply = panel.call(call);
    String service = reply.text("service_id");
    if (!service.matches("[1-9]\\d{0,17}")) {
      throw new BillingException(
          BillingErrorKind.REFUSED, Sentence.of("panel.import_without_service"));
    }
    return Long.parseLong(service);
  }
}
