package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.database.ParamTable;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of an opening, which is the form of the administrator's own activation (contract §4.3).
 * That form may demand what its product type demands, saved or not; and a panel may have no such
 * function. ISPsystem's library takes one for services of every type.
 *
 * @param productType whose form it is
 */
record OpenConfirmation(LocalPanel panel, long item, String productType) {

  private static final Logger LOG = LoggerFactory.getLogger(OpenConfirmation.class);

  static final String FUNCTION = ".open";

  private static final String OF_ANY_TYPE = "vds" + FUNCTION;

  void confirm() {
    try {
      panel.insist(call());
    } catch (BillingException refused) {
      requireAnswer(refused);
      LOG.warn("{}; told what is saved", refused.getMessage());
      confirmAtLength(refused);
    }
  }

  /** What was not answered may come true yet: then nothing else is to be asked besides. */
  private static void requireAnswer(BillingException refused) {
    if (refused.kind() != BillingErrorKind.REFUSED) {
      throw refused;
    }
  }

  private MgrctlRequest call() {
    return MgrctlRequest.change(productType + FUNCTION, item);
  }

  private void confirmAtLength(BillingException first) {
    try {
      panel.insist(withParams(call()));
    } catch (BillingException second) {
      requireAnswer(second);
      LOG.warn("{}; {} is tried", second.getMessage(), OF_ANY_TYPE);
      try {
        panel.insist(MgrctlRequest.change(OF_ANY_TYPE, item));
      } catch (BillingException third) {
        LOG.warn("{}", third.getMessage());
        second.addSuppressed(first);
        throw second;
      }
    }
  }

  /** With what the service has of the form's fields. */
  private MgrctlRequest withParams(MgrctlRequest call) {
    try (JdbcSession database = panel.database()) {
      Map<String, String> plain = ParamTable.ofServices(database).of(item);
      Map<String, String> encrypted = ParamTable.ofServicesEncrypted(database).of(item);
      for (Row field : fields(database)) {
        String name = field.text("intname");
        if (plain.containsKey(name)) {
          call.with(name, plain.get(name));
        } else if (encrypted.containsKey(name)) {
          addSecret(call, name, encrypted.get(name));
        }
      }
      return call;
    }
  }

  /** One that another program stored may be of no key that we have. */
  private void addSecret(MgrctlRequest call, String name, String encrypted) {
    try {
      call.withSecret(name, panel.decrypt(name, encrypted));
    } catch (BillingException unreadable) {
      LOG.warn("passed over: {}", unreadable.getMessage());
    }
  }

  private List<Row> fields(JdbcSession database) {
    return database
        .query(
            "SELECT q.* FROM itemtypeparam q JOIN itemtype t ON t.id = q.itemtype"
                + " WHERE t.intname = ?",
            productType)
        .stream()
        .filter(field -> field.text("openvisible").equals("on"))
        .toList();
  }
}
