package io.github.billnextcloud.standin.panel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Services as the panel's functions see them: their status and what is being done to them. */
final class Items {

  static final int ORDERED = 1;
  static final int ACTIVE = 2;
  static final int SUSPENDED = 3;
  static final int DELETED = 4;
  static final int PROCESSING = 5;

  private final Sql sql;

  /** The real panel's place for this is unknown, so it is kept out of the database. */
  private final Map<Long, Integer> statusBefore = new ConcurrentHashMap<>();

  Items(Sql sql) {
    this.sql = sql;
  }

  /** The service that parameter {@code elid} of the call names. */
  long of(Call call) {
    String elid = call.param("elid");
    if (elid.isEmpty()) {
      throw PanelError.missed("elid", "");
    }
    return sql.value("SELECT id FROM item WHERE id = ?", elid)
        .map(Long::parseLong)
        .orElseThrow(() -> PanelError.missed("item", elid));
  }

  int status(long item) {
    return (int) sql.number("SELECT status FROM item WHERE id = ?", item);
  }

  /** From now on the service is being processed; its status is remembered. */
  void beginProcessing(long item) {
    int status = status(item);
    if (status != PROCESSING) {
      statusBefore.put(item, status);
    }
    sql.update("UPDATE item SET status = ? WHERE id = ?", PROCESSING, item);
  }

  /** The operation is done and has led to this status. */
  void finish(long item, int status) {
    statusBefore.remove(item);
    sql.update("UPDATE item SET status = ? WHERE id = ?", status, item);
    sql.update("DELETE FROM runningoperation WHERE item = ?", item);
  }

  /** The operation is done and the service is again what it was before. */
  void finishUnchanged(long item) {
    int status = status(item);
    finish(item, status == PROCESSING ? statusBefore.getOrDefault(item, ACTIVE) : status);
  }
}
