package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.LoginRegistry;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.command.ProgressReporter;
import io.github.billnextcloud.provisioning.RecordedAccounts;
import io.github.billnextcloud.provisioning.StaffAccounts;

/**
 * Accounts of a cloud that no service of any processing module has or had, and what they store; the
 * provider's own are none.
 */
record UnbilledAccounts(long accounts, long bytes) {

  static UnbilledAccounts of(
      LocalPanel panel, ProcessingModule module, Cloud cloud, ProgressReporter progress) {
    RecordedAccounts recorded = recorded(panel, module);
    StaffAccounts staff = StaffAccounts.of(module);
    long[] read = new long[1];
    long[] found = new long[2];
    cloud.readAllUsers(
        user -> {
          read[0]++;
          progress.at("progress.accounts", read[0], read[0]);
          if (user.isShown() && staff.reason(user).isEmpty() && !recorded.has(user.id())) {
            found[0]++;
            found[1] += user.usage().bytes().orElse(0);
          }
        });
    return new UnbilledAccounts(found[0], found[1]);
  }

  private static RecordedAccounts recorded(LocalPanel panel, ProcessingModule module) {
    try (JdbcSession database = panel.database()) {
      return new RecordedAccounts(
          new LoginRegistry(database).accounts(module, LoginRegistry.EVER, false, true));
    }
  }
}
