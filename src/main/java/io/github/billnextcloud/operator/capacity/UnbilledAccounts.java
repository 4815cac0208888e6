package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.provisioning.RecordedAccountIndex;
import io.github.billnextcloud.provisioning.StaffAccounts;

/**
 * Accounts of a cloud for which nobody pays, and what they store; the provider's own are none of
 * these.
 *
 * @param accounts that no service of any processing module has or had
 * @param closed how many belong to services that are closed: kept by the tariff, or not deleted yet
 */
record UnbilledAccounts(long accounts, long bytes, long closed, long closedBytes) {

  static final UnbilledAccounts NONE = new UnbilledAccounts(0, 0, 0, 0);

  static UnbilledAccounts of(
      LocalPanel panel, ProcessingModule module, Cloud cloud, TerminalProgress progress) {
    RecordedAccountIndex living;
    RecordedAccountIndex ever;
    try (JdbcSession database = panel.database()) {
      TakenLoginLookup registry = new TakenLoginLookup(database);
      living =
          new RecordedAccountIndex(
              registry.accounts(module, TakenLoginLookup.LIVING, false, false));
      ever =
          new RecordedAccountIndex(registry.accounts(module, TakenLoginLookup.EVER, false, true));
    }
    StaffAccounts staff = StaffAccounts.of(module);
    long[] read = new long[1];
    UnbilledAccounts[] found = {NONE};
    cloud.readAllUsers(
        user -> {
          read[0]++;
          progress.at("progress.accounts", read[0], read[0]);
          if (user.isShown() && staff.reason(user).isEmpty() && !living.has(user.id())) {
            long bytes = user.usage().bytes().orElse(0);
            found[0] =
                found[0].plus(
                    ever.has(user.id())
                        ? new UnbilledAccounts(0, 0, 1, bytes)
                        : new UnbilledAccounts(1, bytes, 0, 0));
          }
        });
    return found[0];
  }

  UnbilledAccounts plus(UnbilledAccounts other) {
    return new UnbilledAccounts(
        accounts + other.accounts,
        bytes + other.bytes,
        closed + other.closed,
        closedBytes + other.closedBytes);
  }
}
