package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.secret.Secret;
import java.util.List;
import java.util.Set;

/** A param of a service as the panel's tables have it: whether it was really saved. */
public record SavedParamCheck(LocalPanel panel, long item, String name) {

  /** Without one of these an account is lost, or a way back. */
  private static final Set<String> DEAR =
      Set.of(
          ServiceParams.USERNAME,
          ServiceParams.PASSWORD,
          ServiceParams.MARK_SECRET,
          ServiceParams.URL,
          ServiceParams.UNFINISHED,
          ServiceParams.BEFORE_SUSPENSION,
          ServiceParams.DELETE_AFTER,
          ServiceParams.DELETED_LOGINS);

  public boolean isDear() {
    return DEAR.contains(name);
  }

  public boolean isStored(String value) {
    return rows("itemparam").stream().anyMatch(row -> row.text("value").equals(value));
  }

  public boolean isStored(Secret value) {
    return rows("itemcryptedparam").stream().anyMatch(row -> holds(row.text("value"), value));
  }

  /** What the panel can encrypt and we cannot decrypt is there all the same. */
  private boolean holds(String stored, Secret value) {
    try {
      return panel.decrypt(name, stored).equals(value);
    } catch (BillingException unreadable) {
      return unreadable.kind() == BillingErrorKind.UNREADABLE_SECRET;
    }
  }

  private List<Row> rows(String table) {
    try (JdbcSession database = panel.database()) {
      return database.query(
          "SELECT value FROM " + table + " WHERE item = ? AND intname = ?", item, name);
    }
  }
}
