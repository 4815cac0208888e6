package io.github.billnextcloud.billmanager;

/** Which other services have a user of some name in a cloud, by the params that they saved. */
record NameOwners(BillingDatabase database) {

  private static final String NAMED =
      "q.intname = 'username' AND LOWER(q.value) = LOWER(?) AND i.id <> ? AND w.value <> ''";

  /**
   * Only services that have been paid for and have their user count (active, suspended, in work):
   * neither an unpaid order nor a mere wish may block anybody. Two processing modules may be the
   * same cloud.
   */
  long living(long item, ProcessingModule module, String username) {
    return namedBy(NAMED + " AND i.status IN (2, 3, 5)", module, username, item);
  }

  /**
   * A service that has, or had, a user of this name. BILLmanager keeps deleted services with their
   * params: that is our memory of the names that must not be used again.
   */
  long ever(long item, ProcessingModule module, String username) {
    return namedBy(
        "("
            + NAMED
            + " AND i.status IN (2, 3, 4, 5) OR q.intname = 'deleted_logins'"
            + " AND LOCATE(CONCAT(',', LOWER(?), ','), CONCAT(',', LOWER(q.value), ',')) > 0)",
        module,
        username,
        item,
        username);
  }

  private long namedBy(String condition, ProcessingModule module, Object... values) {
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
                row.number("processingmodule") == module.id()
                    || module.isAt(row.text("base_url"))
                    || module.isAt(row.text("url")))
        .findFirst()
        .map(row -> row.number("id"))
        .orElse(0L);
  }
}
