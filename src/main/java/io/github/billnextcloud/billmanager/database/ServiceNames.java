package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people call that of which a service knows the numbers, and what the panel is doing about it
 * (contract §4.13). Names only, so that nothing depends on them; what a panel does not have is
 * empty.
 *
 * @param operations in the order in which they were begun
 */
public record ServiceNames(
    Optional<String> customer,
    Optional<String> tariff,
    Optional<String> module,
    List<PendingOperation> operations) {

  private static final Pattern ERROR = Pattern.compile("<error[^>]* type=\"(\\w{1,80})\"");

  private static final Pattern REASON =
      Pattern.compile("<(?:param [^>]{0,80}name=\"reason\"[^>]{0,80}|msg)>([^<]{1,4000})<");

  private static final int PAGE = 500;

  /** Of a service that no panel tells of. */
  public static final ServiceNames UNKNOWN =
      new ServiceNames(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /**
   * A background operation that has not ended.
   *
   * @param item of which service; empty of an operation of a processing module itself
   * @param module of which it is then, where the panel's table tells
   * @param tries how often it was begun
   * @param byHand nobody begins it again but a person
   * @param failure the id of the error with which it ended last
   * @param reason what exactly happened then, in the words of that time
   */
  public record PendingOperation(
      long id,
      OptionalLong item,
      OptionalLong module,
      String command,
      OptionalLong tries,
      boolean byHand,
      Optional<String> failure,
      Optional<String> reason) {

    /** True when a person has to know of it: it has failed, or nobody begins it again. */
    public boolean isAmiss() {
      return byHand || failure.isPresent();
    }

    /**
     * True when it may be a change of tariff, which BILLmanager takes back when it fails: nothing
     * of it comes by the operation alone.
     */
    public boolean mayBeTakenBack() {
      return command.equals("setparam");
    }

    /** True when it has ended badly before, whether anybody knows why or not. */
    public boolean wasTried() {
      return byHand || tries.orElse(0) > 0;
    }

    /** As people type it; empty when it has not failed, as far as is known. */
    public String failureName() {
      return failure.orElse("").replaceFirst("^pmnextcloud_", "");
    }

    /** With what else has told why it failed: {@code ID: SENTENCE}. */
    public PendingOperation withFailure(String told) {
      String[] parts = told.split(": ", 2);
      Optional<String> why = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
      return new PendingOperation(
          id, item, module, command, tries, byHand, Optional.of(parts[0]), why);
    }
  }

  public ServiceNames {
    operations = List.copyOf(operations);
  }

  /**
   * @param language a code, by which panels name tariffs twice
   */
  public static ServiceNames read(JdbcSession database, long item, String language) {
    return database.query("SELECT * FROM item WHERE id = ?", item).stream()
        .findFirst()
        .map(
            row ->
                new ServiceNames(
                    name(database, "account", row.reference("account"), language),
                    name(database, "pricelist", row.reference("pricelist"), language),
                    name(database, "processingmodule", row.reference("processingmodule"), language),
                    operations(database, item)))
        .orElse(UNKNOWN);
  }

  /**
   * Whose these services are, and what was bought: by the hundred, since they may be thousands.
   *
   * @param language a code, by which panels name tariffs twice
   * @param customers gets the names by the services' numbers
   * @param tariffs the same of what was bought
   */
  public static void ofServices(
      JdbcSession database,
      Collection<Long> items,
      String language,
      Map<Long, String> customers,
      Map<Long, String> tariffs) {
    eachPage(
        items,
        page -> {
          List<Row> rows =
              database.query(
                  "SELECT id, account, pricelist FROM item WHERE id IN ("
                      + JdbcSession.places(page.size())
                      + ")",
                  page.toArray());
          name(database, "account", rows, language, customers);
          name(database, "pricelist", rows, language, tariffs);
        });
  }

  private static void name(
      JdbcSession database,
      String table,
      List<Row> items,
      String language,
      Map<Long, String> names) {
    List<Long> ids =
        items.stream().flatMap(row -> row.reference(table).stream()).distinct().toList();
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, String> found = new HashMap<>();
    database
        .query(
            "SELECT * FROM " + table + " WHERE id IN (" + JdbcSession.places(ids.size()) + ")",
            ids.toArray())
        .forEach(row -> name(row, language).ifPresent(name -> found.put(row.id(), name)));
    items.forEach(
        row -> row.reference(table).map(found::get).ifPresent(name -> names.put(row.id(), name)));
  }

  private static void eachPage(Collection<Long> items, Consumer<List<Long>> reader) {
    List<Long> all = List.copyOf(items);
    for (int from = 0; from < all.size(); from += PAGE) {
      reader.accept(all.subList(from, Math.min(all.size(), from + PAGE)));
    }
  }

  /** By what services' accounts are called, as far as they have any: service → login. */
  public static Map<Long, String> logins(JdbcSession database, Collection<Long> items) {
    Map<Long, String> logins = new HashMap<>();
    eachPage(
        items,
        page -> {
          List<Object> values = new ArrayList<>(page);
          values.add(ServiceParams.USERNAME);
          database
              .query(
                  "SELECT item, value FROM itemparam WHERE item IN ("
                      + JdbcSession.places(page.size())
                      + ") AND intname = ?",
                  values.toArray())
              .forEach(row -> logins.put(row.number("item").orElseThrow(), row.text("value")));
        });
    logins.values().removeIf(String::isBlank);
    return logins;
  }

  public static Optional<String> ofModule(JdbcSession database, long module, String language) {
    return name(database, "processingmodule", Optional.of(module), language);
  }

  /**
   * @param language a code, by which panels name tariffs twice
   */
  public static Optional<String> ofTariff(JdbcSession database, long tariff, String language) {
    return name(database, "pricelist", Optional.of(tariff), language);
  }

  private static Optional<String> name(
      JdbcSession database, String table, Optional<Long> id, String language) {
    return id.flatMap(
            it ->
                database.query("SELECT * FROM " + table + " WHERE id = ?", it).stream().findFirst())
        .flatMap(row -> name(row, language));
  }

  private static Optional<String> name(Row row, String language) {
    return Stream.of("name_" + language, "name")
        .map(row::text)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /** Those of all services of a processing module, and its own, where the panel tells whose. */
  public static List<PendingOperation> operationsOf(JdbcSession database, long module) {
    Stream<PendingOperation> ofServices =
        database
            .query(
                "SELECT o.* FROM runningoperation o JOIN item i ON i.id = o.item"
                    + " WHERE i.processingmodule = ? ORDER BY o.id",
                module)
            .stream()
            .map(ServiceNames::operation);
    Stream<PendingOperation> own =
        operationsOfModules(database).stream()
            .filter(it -> it.module().equals(OptionalLong.of(module)));
    return Stream.concat(ofServices, own).toList();
  }

  /** Those of no service, of whatever processing modules. */
  public static List<PendingOperation> operationsOfModules(JdbcSession database) {
    return database
        .query("SELECT * FROM runningoperation WHERE COALESCE(item, 0) = 0 ORDER BY id")
        .stream()
        .map(ServiceNames::operation)
        .toList();
  }

  private static List<PendingOperation> operations(JdbcSession database, long item) {
    return database
        .query("SELECT * FROM runningoperation WHERE item = ? ORDER BY id", item)
        .stream()
        .map(ServiceNames::operation)
        .toList();
  }

  private static PendingOperation operation(Row row) {
    return new PendingOperation(
        row.id(),
        reference(row, "item"),
        reference(row, "processingmodule"),
        row.text("intname"),
        row.number("trycount"),
        row.isOn("manual"),
        row.find("errorxml").filter(it -> !it.isBlank()).map(ServiceNames::error),
        row.find("errorxml").flatMap(ServiceNames::reason));
  }

  private static OptionalLong reference(Row row, String column) {
    return row.reference(column).stream().mapToLong(Long::longValue).findFirst();
  }

  /** As we have written it there, or as the panel tells errors of others. */
  private static Optional<String> reason(String recorded) {
    Matcher reason = REASON.matcher(recorded);
    return reason.find()
        ? Optional.of(
            reason
                .group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&"))
        : Optional.empty();
  }

  /** Whatever else is recorded there is a failure, too. */
  private static String error(String recorded) {
    Matcher type = ERROR.matcher(recorded);
    return type.find() ? type.group(1) : "?";
  }
}
