package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;

/**
 * The panel's encrypted params of services or of processing modules. mgrctl has no function that
 * writes just one of a module (contract §9.1, §14), so it is done here.
 *
 * @param table where they are
 * @param owner the column that tells whose they are
 */
public record EncryptedParamStore(
    JdbcSession database, PanelRsaKey key, String table, String owner) {

  public static EncryptedParamStore ofModules(JdbcSession database, PanelRsaKey key) {
    return new EncryptedParamStore(database, key, "processingcryptedparam", "processingmodule");
  }

  /** What could not be read again must not replace what can be read: within a transaction. */
  public void replace(long id, String name, Secret secret) {
    String encrypted = key.encrypt(name, secret);
    if (!key.decrypt(name, encrypted).equals(secret)) {
      throw new BillingException(
          BillingErrorKind.UNREADABLE_SECRET, Sentence.of("panel.secret_lost", name));
    }
    delete(id, name);
    database.update(
        "INSERT INTO " + table + " (" + owner + ", intname, value) VALUES (?, ?, ?)",
        id,
        name,
        encrypted);
  }

  public void delete(long id, String name) {
    database.update("DELETE FROM " + table + where(), id, name);
  }

  /** Blank where there is none. */
  public String stored(long id, String name) {
    return database.query("SELECT value FROM " + table + where(), id, name).stream()
        .map(row -> row.text("value"))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private String where() {
    return " WHERE " + owner + " = ? AND intname = ?";
  }
}
