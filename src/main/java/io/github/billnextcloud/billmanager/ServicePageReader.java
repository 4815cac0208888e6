package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.AddOnRow;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.OtherModuleAddresses;
import io.github.billnextcloud.billmanager.database.ParamTable;
import io.github.billnextcloud.billmanager.database.ServiceReader;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.RecordedAccount;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.Tariff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All services of a processing module, read by the hundred: what {@link ServiceReader} reads of one
 * service, but for secrets and for other services that have the same user.
 */
public final class ServicePageReader implements AutoCloseable {

  private static final int PAGE = 500;

  private final ProcessingModule module;
  private final JdbcSession database;
  private final ServiceReader reader;
  private final OtherModuleAddresses clouds;
  private final MeasureConversion measures;
  private final Map<Long, Tariff> tariffs = new HashMap<>();

  public ServicePageReader(LocalPanel panel, ProcessingModule module) {
    this.module = module;
    this.database = panel.database();
    this.reader = panel.reader(database);
    this.clouds = new OtherModuleAddresses(database);
    this.measures = reader.measures();
  }

  /** How many there are, deleted ones included. */
  public long count() {
    return database
        .query(
            "SELECT COUNT(*) AS services FROM item WHERE processingmodule = ?"
                + " AND COALESCE(parent, 0) = 0",
            module.id())
        .get(0)
        .number("services")
        .orElseThrow();
  }

  /**
   * Accounts of this cloud that services of any processing module have: paid for and living ones,
   * and with {@code deleted} also those that were deleted here and must not be used again.
   */
  public List<RecordedAccount> recorded(boolean others, boolean deleted) {
    return new TakenLoginLookup(database)
        .accounts(module, TakenLoginLookup.LIVING, others, deleted);
  }

  /** What services of any processing module have saved under this name. */
  public Set<String> saved(String param) {
    return new TakenLoginLookup(database).saved(param);
  }

  /** Hands over each, in the order of their ids. */
  public void each(Consumer<Service> consumer) {
    long last = 0;
    List<Row> page;
    do {
      page =
          database.query(
              ServiceReader.ITEMS
                  + " WHERE i.processingmodule = ?"
                  + " AND COALESCE(i.parent, 0) = 0 AND i.id > ? ORDER BY i.id LIMIT "
                  + PAGE,
              module.id(),
              last);
      services(page).forEach(consumer);
      last = page.isEmpty() ? last : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }

  private List<Service> services(List<Row> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    Set<Long> ids = references(items, "id");
    Map<Long, Map<String, String>> params = ParamTable.ofServices(database).of(ids);
    Map<Long, List<Row>> addOns =
        in(AddOnRow.OF_SERVICES, ids, AddOnRow.ORDER).stream()
            .collect(Collectors.groupingBy(row -> row.number("s_id").orElseThrow()));
    Set<Long> accounts = references(items, "account");
    Map<Long, List<Row>> users =
        in("SELECT * FROM user WHERE account IN ", accounts, " ORDER BY id").stream()
            .collect(Collectors.groupingBy(row -> row.number("account").orElseThrow()));
    Map<Long, Row> payers = byId(in("SELECT * FROM account WHERE id IN ", accounts, ""));
    List<Service> services = new ArrayList<>();
    for (Row item : items) {
      long id = item.id();
      ServiceParams saved = new ServiceParams(params.getOrDefault(id, Map.of()), Map.of());
      services.add(
          new Service(
              id,
              item.text("product_type"),
              item.reference("pricelist").map(this::tariff),
              item.reference("lastpricelist").map(this::tariff),
              ServiceReader.addOns(item, addOns.getOrDefault(id, List.of())),
              measures,
              item.reference("account")
                  .map(account -> customer(account, users, payers))
                  .orElse(Customer.UNKNOWN),
              saved,
              module,
              OptionalLong.empty(),
              ServiceReader.standing(item, saved, isElsewhere(saved))));
    }
    return services;
  }

  private static Customer customer(
      long account, Map<Long, List<Row>> users, Map<Long, Row> payers) {
    return ServiceReader.customer(
        account,
        ServiceReader.spokesman(users.getOrDefault(account, List.of())),
        payers.getOrDefault(account, new Row(Map.of())));
  }

  private boolean isElsewhere(ServiceParams saved) {
    return saved.find(ServiceParams.URL).filter(url -> clouds.isOfAnother(module, url)).isPresent();
  }

  private Tariff tariff(long id) {
    return tariffs.computeIfAbsent(id, reader::tariff);
  }

  private List<Row> in(String select, Set<Long> ids, String order) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.query(
        select + "(" + JdbcSession.places(ids.size()) + ")" + order, ids.toArray());
  }

  private static Set<Long> references(List<Row> rows, String column) {
    return rows.stream()
        .flatMap(row -> row.reference(column).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<Long, Row> byId(List<Row> rows) {
    Map<Long, Row> all = new HashMap<>();
    rows.forEach(row -> all.put(row.id(), row));
    return all;
  }

  @Override
  public void close() {
    database.close();
  }
}
