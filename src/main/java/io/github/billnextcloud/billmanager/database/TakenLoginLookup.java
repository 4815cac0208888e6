package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.DeletedLoginNames;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.RecordedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Which other services have a user of some name in a cloud, by the params that they saved. */
public record TakenLoginLookup(JdbcSession database) {

  /** Active, suspended, in work: paid for, and with a user. */
  public static final Set<ItemStatus> LIVING =
      Set.of(ItemStatus.ACTIVE, ItemStatus.SUSPENDED, ItemStatus.IN_WORK);

  /** These, and the deleted ones. */
  public static final Set<ItemStatus> EVER =
      Set.of(ItemStatus.ACTIVE, ItemStatus.SUSPENDED, ItemStatus.DELETED, ItemStatus.IN_WORK);

  private static final int PAGE = 1_000;

  private static final String NAMED =
      "q.intname = 'username' AND LOWER(TRIM(q.value)) = LOWER(?) AND i.id <> ?"
          + " AND w.value <> ''";

  /**
   * Only services that have been paid for and have their user count (active, suspended, in work):
   * neither an unpaid order nor a mere wish may block anybody. Two processing modules may be the
   * same cloud. Of two that have ids of the cloud on record, the ids tell, not the names.
   */
  OptionalLong living(long item, ProcessingModule module, String username, String stable) {
    // By bytes: the panel's tables may take é for e, and clouds have both.
    OptionalLong named =
        namedBy(
            NAMED
                + " AND BINARY LOWER(TRIM(q.value)) = BINARY LOWER(?)"
                + " AND i.status IN (2, 3, 5) AND (? = '' OR NOT EXISTS (SELECT 1 FROM itemparam c"
                + " WHERE c.item = i.id AND c.intname = 'cloud_user_id' AND c.value <> ''))",
            module,
            username,
            item,
            username,
            stable);
    return named.isPresent() || stable.isEmpty()
        ? named
        : namedBy(
            "q.intname = 'cloud_user_id' AND q.value = ? AND i.id <> ? AND w.value <> ''"
                + " AND i.status IN (2, 3, 5)",
            module,
            stable,
            item);
  }

  /**
   * A service that has, or had, a user of this name. BILLmanager keeps deleted services with their
   * params: that is our memory of the names that must not be used again.
   */
  public OptionalLong ever(long item, ProcessingModule module, String username) {
    return recorded("2, 3, 4, 5", item, module, username);
  }

  /** The same but for services that were closed and have left their user to whoever keeps it. */
  public OptionalLong unlessClosed(long item, ProcessingModule module, String username) {
    return recorded("2, 3, 5", item, module, username);
  }

  private OptionalLong recorded(
      String statuses, long item, ProcessingModule module, String username) {
    return namedBy(
        "("
            + NAMED
            + " AND i.status IN ("
            + statuses
            + ") OR q.intname = 'deleted_logins'"
            + " AND LOCATE(CONCAT(',', LOWER(?), ','), CONCAT(',', LOWER(q.value), ',')) > 0"
            + " OR q.intname = 'team' AND LOWER(TRIM(q.value)) = LOWER(?) AND i.id <> ?"
            + " OR q.intname = 'team_members' AND i.id <> ?"
            + " AND LOCATE(CONCAT('; ', LOWER(?), ' '), CONCAT('; ', LOWER(q.value))) > 0)",
        module,
        username,
        item,
        username,
        username,
        item,
        item,
        username);
  }

  /**
   * All accounts of this module's cloud that services of any processing module have.
   *
   * @param statuses of the services whose account counts
   * @param others leaves out the module's own services
   * @param deleted also names that were deleted there, and must not be used again
   */
  public List<RecordedAccount> accounts(
      ProcessingModule module, Set<ItemStatus> statuses, boolean others, boolean deleted) {
    List<RecordedAccount> accounts = new ArrayList<>();
    long last = 0;
    List<Row> page;
    do {
      page = page(last);
      page.stream()
          .filter(row -> isOfCloud(row, module))
          .forEach(row -> add(accounts, row, module, statuses, others, deleted));
      last = page.isEmpty() ? last : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
    return accounts;
  }

  /** Of so many services what tells their accounts: all at once would take a panel's memory. */
  private List<Row> page(long last) {
    return database.query(
        "SELECT i.id, i.processingmodule, i.status, COALESCE(q.value, '') AS username,"
            + " COALESCE(d.value, '') AS deleted, COALESCE(c.value, '') AS stable,"
            + " COALESCE(m.value, '') AS members, COALESCE(t.value, '') AS team,"
            + " w.value AS url FROM item i"
            + " JOIN itemparam w ON w.item = i.id AND w.intname = 'url'"
            + " LEFT JOIN itemparam q ON q.item = i.id AND q.intname = 'username'"
            + " LEFT JOIN itemparam d ON d.item = i.id AND d.intname = 'deleted_logins'"
            + " LEFT JOIN itemparam c ON c.item = i.id AND c.intname = 'cloud_user_id'"
            + " LEFT JOIN itemparam m ON m.item = i.id AND m.intname = 'team_members'"
            + " LEFT JOIN itemparam t ON t.item = i.id AND t.intname = 'team'"
            + " WHERE i.id > ? ORDER BY i.id LIMIT "
            + PAGE,
        last);
  }

  private static void add(
      List<RecordedAccount> accounts,
      Row row,
      ProcessingModule module,
      Set<ItemStatus> statuses,
      boolean others,
      boolean deleted) {
    // Who is in a team is its service's own, of whichever module that is.
    accounts.addAll(RecordedAccount.ofTeam(row.text("members")));
    // Where a technical account shares its folder, it is called so.
    String team = row.text("team").strip();
    if (!team.isEmpty()) {
      accounts.add(RecordedAccount.named(team));
    }
    if (others && isOfModule(row, module)) {
      return;
    }
    String name = row.text("username").strip();
    DeletedLoginNames former = new DeletedLoginNames(row.text("deleted").strip());
    if (deleted) {
      former.possible().forEach(it -> accounts.add(RecordedAccount.deleted(it)));
    }
    if (!name.isEmpty()
        && ItemStatus.of(row.number("status")).filter(statuses::contains).isPresent()) {
      boolean gone = former.has(name);
      accounts.add(
          new RecordedAccount(
              name, Optional.of(row.text("stable").strip()).filter(id -> !id.isEmpty()), gone));
    }
  }

  /** What all services, of whichever processing module, have on record under this name. */
  public Set<String> saved(String param) {
    return database.query("SELECT DISTINCT value FROM itemparam WHERE intname = ?", param).stream()
        .map(row -> row.text("value").strip())
        .collect(Collectors.toSet());
  }

  /** Also a service of the module's own whose saved address is a former one of the cloud. */
  private static boolean isOfCloud(Row row, ProcessingModule module) {
    return isOfModule(row, module) || module.isAt(row.text("url"));
  }

  private static boolean isOfModule(Row row, ProcessingModule module) {
    return row.number("processingmodule").equals(module.knownId());
  }

  private OptionalLong namedBy(String condition, ProcessingModule module, Object... values) {
    return database
        .query(
            "SELECT i.id, i.processingmodule, u.value AS base_url, w.value AS url FROM itemparam q"
                + " JOIN item i ON i.id = q.item LEFT JOIN processingparam u"
                + " ON u.processingmodule = i.processingmodule AND u.intname = 'base_url'"
                + " LEFT JOIN itemparam w ON w.item = i.id AND w.intname = 'url' WHERE "
                + condition,
            values)
        .stream()
        .filter(
            row ->
                isOfModule(row, module)
                    || module.isAt(row.text("base_url"))
                    || module.isAt(row.text("url")))
        .mapToLong(row -> row.id())
        .findFirst();
  }
}
