package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.AddOnRow;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.OtherModuleAddresses;
import io.github.billnextcloud.billmanager.database.ServiceReader;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day's usage of a processing module's services, on its way into {@code itemstat} (contract
 * §6). mgrctl has no function for that, so it is the one table that we write ourselves.
 */
public final class DailyUsageStore implements AutoCloseable {

  private static final int PAGE = 5_000;

  /** Numbers that a tariff sells, and those that it sold to somebody who has them still. */
  private static final String METERED =
      "SELECT p.id, p.intname, p.measure, p.active, p.compound, m.intname AS unit,"
          + " t.intname AS type"
          + " FROM pricelist p"
          + " JOIN itemtype t ON t.id = p.itemtype LEFT JOIN measure m ON m.id = p.measure"
          + " WHERE p.parent = ? AND p.addontype = 2 AND (p.active = 'on' OR EXISTS"
          + " (SELECT 1 FROM item a WHERE a.pricelist = p.id AND "
          + AddOnRow.HAD
          + ")) AND (p.billtype IS NULL OR p.billtype NOT IN (4, 10))"
          + " ORDER BY p.active = 'on' DESC, COALESCE(p.compound, 0) = 0, p.id";

  private final LocalPanel panel;
  private final ProcessingModule module;
  private final JdbcSession database;
  private final Map<Long, List<OfferedAddOn>> offers = new HashMap<>();
  private final Map<Long, Tariff> tariffs = new HashMap<>();
  private final Map<String, Boolean> shown = new HashMap<>();
  private @Nullable MeasureConversion measures;

  public DailyUsageStore(LocalPanel panel, ProcessingModule module) {
    this.panel = panel;
    this.module = module;
    this.database = panel.database();
  }

  /**
   * A service whose user is to be counted.
   *
   * @param cloudUserId by which the cloud knows the user however called; empty where it has none
   */
  public record Counted(
      long item, long tariff, boolean suspended, String username, String cloudUserId) {}

  /** A tariff's add-on that is a number, with the key of its unit in the panel, if it has one. */
  public record Metered(AddOn addOn, OptionalLong measure) {}

  /**
   * One figure for one day.
   *
   * @param addOn what it is charged by
   * @param name of the add-on's names the one that carries the figure
   * @param value in the add-on's own unit
   */
  public record Figure(long item, Metered addOn, String name, BigDecimal value) {}

  /**
   * Active and suspended services, and those at work, that have a user in this cloud. What a user
   * stores who was announced and perhaps never made, or never came, is nobody's to pay.
   */
  public void eachService(Consumer<Counted> consumer) {
    OtherModuleAddresses clouds = new OtherModuleAddresses(database);
    eachRow(
        "SELECT i.id, i.pricelist, i.status, q.value AS username, u.value AS url,"
            + " COALESCE(c.value, '') AS stable FROM item i"
            + " JOIN itemparam q ON q.item = i.id AND q.intname = 'username' AND q.value <> ''"
            + " LEFT JOIN itemparam c ON c.item = i.id AND c.intname = '"
            + ServiceParams.CLOUD_USER_ID
            + "'"
            + " JOIN itemparam u ON u.item = i.id AND u.intname = ? AND u.value <> ''"
            + " AND (i.opendate IS NOT NULL OR EXISTS (SELECT 1 FROM itemparam o"
            + " WHERE o.item = i.id AND o.intname = '"
            + ServiceReader.IMPORTED
            + "')) AND NOT EXISTS (SELECT 1 FROM itemparam f WHERE f.item = i.id AND f.intname = '"
            + ServiceParams.UNFINISHED
            + "' AND f.value = '"
            + ServiceParams.AWAITED
            + "')",
        ServiceParams.URL,
        row -> {
          if (!clouds.isOfAnother(module, row.text("url"))) {
            consumer.accept(
                new Counted(
                    row.id(),
                    row.number("pricelist").orElse(0),
                    ItemStatus.of(row.number("status")).equals(Optional.of(ItemStatus.SUSPENDED)),
                    row.text("username").strip(),
                    row.text("stable").strip()));
          }
        });
  }

  /** By pages, so that a hundred thousand services fit. */
  private void eachRow(String select, String param, Consumer<Row> consumer) {
    long last = 0;
    List<Row> page;
    do {
      page =
          database.query(
              select
                  + " WHERE i.processingmodule = ? AND i.status IN (2, 3, 5) AND i.id > ?"
                  + " ORDER BY i.id LIMIT "
                  + PAGE,
              param,
              module.id(),
              last);
      page.forEach(consumer);
      last = page.isEmpty() ? last : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }

  /**
   * What a service may be charged by. The panel finds figures by their name: of add-ons that share
   * one, the one that comes first carries them.
   */
  public List<Metered> addOns(Counted service) {
    List<Metered> all = new ArrayList<>();
    for (OfferedAddOn offered : offers.computeIfAbsent(service.tariff(), this::readOffers)) {
      Metered metered = offered.metered();
      if (offered.isOf(service.item())
          && all.stream().noneMatch(it -> it.addOn().sharesNameWith(metered.addOn()))) {
        all.add(metered);
      }
    }
    return all;
  }

  /**
   * @param owners the services that have it; empty where all have
   */
  private record OfferedAddOn(Metered metered, Optional<Set<Long>> owners) {

    boolean isOf(long item) {
      return owners.isEmpty() || owners.get().contains(item);
    }
  }

  /**
   * As {@link ServiceReader#addOns} has them: one that is not sold any more, and a part of a
   * compound one, only whoever has ordered it. What is sold comes first, and what was ordered.
   */
  private List<OfferedAddOn> readOffers(long tariff) {
    return database.query(METERED, tariff).stream()
        .map(
            row ->
                new OfferedAddOn(
                    metered(row),
                    row.isOn("active") && row.number("compound").orElse(0) == 0
                        ? Optional.empty()
                        : Optional.of(owners(row.id()))))
        .toList();
  }

  private Set<Long> owners(long addOn) {
    return database
        .query(
            "SELECT DISTINCT a.parent AS id FROM item a WHERE a.pricelist = ? AND a.parent IS NOT"
                + " NULL AND "
                + AddOnRow.HAD,
            addOn)
        .stream()
        .map(row -> row.id())
        .collect(Collectors.toSet());
  }

  private static Metered metered(Row row) {
    String name =
        Stream.of(row.text("intname"), row.text("type"))
            .filter(it -> !it.isBlank())
            .findFirst()
            .orElse("");
    return new Metered(
        new AddOn(name, AddOn.Type.INTEGER, "", row.text("unit")), row.number("measure"));
  }

  public MeasureConversion measures() {
    if (measures == null) {
      measures = panel.reader(database).measures();
    }
    return measures;
  }

  /**
   * Writes figures of one day, each in place of what the day has of its add-on already: nothing is
   * ever added up, whichever key the table has.
   */
  public void write(LocalDate day, List<Figure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    List<Object> pairs = new ArrayList<>();
    List<Object> services = new ArrayList<>();
    List<Object> fresh = new ArrayList<>();
    for (Figure figure : figures) {
      services.add(figure.item());
      for (String name : figure.addOn().addOn().names()) {
        pairs.addAll(List.of(figure.item(), name));
      }
      fresh.addAll(List.of(figure.item(), day.toString(), figure.name(), figure.value()));
      fresh.add(figure.addOn().measure().orElse(0));
    }
    List<Object> old = new ArrayList<>(List.of(day.toString()));
    old.addAll(services);
    old.addAll(pairs);
    database.inOneGo(
        () -> {
          database.update(deletion(pairs.size() / 2, services.size()), old.toArray());
          database.update(
              "INSERT INTO itemstat (item, statdate, param, value, measure) VALUES "
                  + repeated("(?, ?, ?, ?, NULLIF(?, 0))", figures.size()),
              fresh.toArray());
        });
  }

  /** Old servers use no key for pairs: they would read, and lock, all rows (contract §6). */
  static String deletion(int pairs, int services) {
    return "DELETE FROM itemstat WHERE statdate = ? AND item IN ("
        + repeated("?", services)
        + ") AND (item, param) IN ("
        + repeated("(?, ?)", pairs)
        + ")";
  }

  private static String repeated(String values, int times) {
    return String.join(", ", Collections.nCopies(times, values));
  }

  /** What the module's services have saved under this name: item → value. */
  public Map<Long, String> params(String name) {
    Map<Long, String> values = new HashMap<>();
    eachRow(
        "SELECT i.id, q.value FROM item i JOIN itemparam q ON q.item = i.id AND q.intname = ?",
        name,
        row -> values.put(row.id(), row.text("value")));
    return values;
  }

  /** Deleted services whose user was kept until a day that has come. */
  public List<Long> due(LocalDate day) {
    return database
        .query(
            "SELECT i.id FROM item i JOIN itemparam q ON q.item = i.id"
                + " WHERE i.processingmodule = ? AND i.status = 4 AND q.intname = ?"
                + " AND q.value <> '' AND q.value <= ? ORDER BY i.id",
            module.id(),
            ServiceParams.DELETE_AFTER,
            day.toString())
        .stream()
        .map(row -> row.id())
        .toList();
  }

  /** Services that were opened without something, which may be made good by now. */
  public List<Long> unfinished() {
    return database
        .query(
            "SELECT i.id FROM item i JOIN itemparam q ON q.item = i.id"
                + " WHERE i.processingmodule = ? AND i.status IN (2, 3) AND q.intname = ?"
                + " AND q.value <> '' ORDER BY i.id",
            module.id(),
            ServiceParams.UNFINISHED)
        .stream()
        .map(row -> row.id())
        .toList();
  }

  /** For saving params of one of the services. */
  public PanelBilling billing(long item) {
    return new PanelBilling(panel, item);
  }

  /** That of whoever is to be told about a service. */
  public Language language(long item) {
    return database.query("SELECT account FROM item WHERE id = ?", item).stream()
        .findFirst()
        .map(row -> panel.reader(database).customer(row))
        .flatMap(Customer::language)
        .map(Language::of)
        .orElse(Language.EN);
  }

  /**
   * Since when a service is open, and whether it costs nothing.
   *
   * @param opened empty where the panel keeps no such day
   */
  public record Billed(Optional<LocalDate> opened, boolean isFree) {}

  /** What is not known to be free is not. */
  public Billed billed(long item) {
    return database
        .query("SELECT DATE(opendate) AS opened, cost FROM item WHERE id = ?", item)
        .stream()
        .findFirst()
        .map(
            row ->
                new Billed(
                    row.find("opened").map(LocalDate::parse),
                    row.decimal("cost").filter(cost -> cost.signum() == 0).isPresent()))
        .orElseThrow();
  }

  /** What this tariff's form says. */
  public Tariff tariff(long id) {
    return tariffs.computeIfAbsent(id, it -> panel.reader(database).tariff(it));
  }

  /** Whether services of this tariff have a place for the param, where people see it. */
  public boolean isShown(long tariff, String param) {
    return shown.computeIfAbsent(
        tariff + " " + param,
        key ->
            !database
                .query(
                    "SELECT q.id FROM itemtypeparam q JOIN pricelist p ON p.itemtype = q.itemtype"
                        + " WHERE p.id = ? AND q.intname = ? LIMIT 1",
                    tariff,
                    param)
                .isEmpty());
  }

  /**
   * Gives services that have saved this param another value, in one statement: mgrctl would be
   * started for each of them, every day.
   */
  public void replaceParams(String name, Map<Long, String> values) {
    if (values.isEmpty()) {
      return;
    }
    List<Object> all = new ArrayList<>();
    values.forEach((item, value) -> all.addAll(List.of(item, value)));
    all.add(name);
    all.addAll(values.keySet());
    database.update(
        "UPDATE itemparam SET value = CASE item"
            + " WHEN ? THEN ?".repeat(values.size())
            + " ELSE value END WHERE intname = ? AND item IN ("
            + repeated("?", values.size())
            + ")",
        all.toArray());
  }

  /** Tells BILLmanager that the day's statistics are there. */
  public void confirm(LocalDate day) {
    panel.insist(MgrctlRequest.of("service.poststat").with("elid", module.id()).with("date", day));
  }

  @Override
  public void close() {
    database.close();
  }
}
