package io.github.billnextcloud.billmanager.legacy;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.EncryptedParamStore;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Passwords that ISPsystem's module of our name left readable in the panel's tables, and their way
 * into the encrypted ones (contract §9.1, §14). mgrctl has no function that moves just one value of
 * a processing module, so it is done in the tables, in one transaction, and read back.
 */
public record PlaintextPasswordMigration(LocalPanel panel) {

  /** Where such a password lies. */
  public enum SecretPlace {
    MODULE("processingparam", "processingcryptedparam", "processingmodule"),
    SERVICE("itemparam", "itemcryptedparam", "item");

    private final String plain;
    private final String crypted;
    private final String owner;

    SecretPlace(String plain, String crypted, String owner) {
      this.plain = plain;
      this.crypted = crypted;
      this.owner = owner;
    }
  }

  /**
   * One of them.
   *
   * @param owner the id of the processing module, or of the service
   * @param name the param's name; the value is nobody's business
   */
  public record PlainSecret(SecretPlace place, long owner, String name) {}

  public List<PlainSecret> find() {
    try (JdbcSession database = panel.database()) {
      List<PlainSecret> found = new ArrayList<>();
      database
          .query(
              "SELECT q.processingmodule AS owner, q.intname FROM processingparam q"
                  + " JOIN processingmodule m ON m.id = q.processingmodule WHERE m.module = ?"
                  + " AND q.intname IN ('nc_password', 'nc_token') AND q.value <> ''"
                  + " ORDER BY q.processingmodule, q.intname",
              ProcessingModule.EXECUTABLE)
          .forEach(row -> found.add(secret(SecretPlace.MODULE, row)));
      database
          .query(
              "SELECT q.item AS owner, q.intname FROM itemparam q JOIN item i ON i.id = q.item"
                  + " JOIN processingmodule m ON m.id = i.processingmodule WHERE m.module = ?"
                  + " AND q.intname = ? AND q.value <> '' ORDER BY q.item",
              ProcessingModule.EXECUTABLE,
              ServiceParams.PASSWORD)
          .forEach(row -> found.add(secret(SecretPlace.SERVICE, row)));
      return found;
    }
  }

  private static PlainSecret secret(SecretPlace place, Row row) {
    return new PlainSecret(place, row.number("owner").orElseThrow(), row.text("intname"));
  }

  /** An encrypted one that is there already is what counts: then the readable one only goes. */
  public void encrypt(PlainSecret secret) {
    SecretPlace place = secret.place();
    String plain = place.plain + " WHERE " + place.owner + " = ? AND intname = ?";
    try (JdbcSession database = panel.database()) {
      EncryptedParamStore encrypted =
          new EncryptedParamStore(database, panel.key(), place.crypted, place.owner);
      database.inOneGo(
          () -> {
            if (encrypted.stored(secret.owner(), secret.name()).isEmpty()) {
              encrypted.replace(
                  secret.owner(), secret.name(), new Secret(readable(database, plain, secret)));
            }
            database.update("DELETE FROM " + plain, secret.owner(), secret.name());
          });
    }
  }

  private static String readable(JdbcSession database, String from, PlainSecret secret) {
    return database.query("SELECT value FROM " + from, secret.owner(), secret.name()).stream()
        .map(row -> row.text("value"))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseThrow(
            () ->
                new BillingException(
                    BillingErrorKind.REFUSED, Sentence.of("panel.secret_moved", secret.name())));
  }
}
