package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.provisioning.RecordedAccountIndex;
import io.github.billnextcloud.provisioning.StaffAccounts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Accounts of a cloud for which nobody pays, and what they store; the provider's own are none of
 * these.
 *
 * @param accounts that no service of any processing module has or had
 * @param closed how many belong to services that are closed: kept by the tariff, or not deleted yet
 * @param most the ten accounts that store the most
 * @param mostOfClosed the same of closed services
 */
record UnbilledAccounts(
    long accounts,
    long bytes,
    long closed,
    long closedBytes,
    List<AccountBytes> most,
    List<AccountBytes> mostOfClosed) {

  static final UnbilledAccounts NONE = new UnbilledAccounts(0, 0, 0, 0, List.of(), List.of());

  private static final int KEPT = 10;

  /** What an account stores; the most first. */
  record AccountBytes(String login, long bytes) {

    static final Comparator<AccountBytes> ORDER =
        Comparator.comparingLong(AccountBytes::bytes).reversed().thenComparing(AccountBytes::login);
  }

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
            found[0] = found[0].plus(one(user.id().value(), bytes, ever.has(user.id())));
          }
        });
    return found[0];
  }

  private static UnbilledAccounts one(String login, long bytes, boolean closed) {
    List<AccountBytes> told = List.of(new AccountBytes(login, bytes));
    return closed
        ? new UnbilledAccounts(0, 0, 1, bytes, List.of(), told)
        : new UnbilledAccounts(1, bytes, 0, 0, told, List.of());
  }

  UnbilledAccounts plus(UnbilledAccounts other) {
    return new UnbilledAccounts(
        accounts + other.accounts,
        bytes + other.bytes,
        closed + other.closed,
        closedBytes + other.closedBytes,
        first(most, other.most),
        first(mostOfClosed, other.mostOfClosed));
  }

  private static List<AccountBytes> first(List<AccountBytes> some, List<AccountBytes> more) {
    return more.isEmpty()
        ? some
        : Stream.concat(some.stream(), more.stream())
            .sorted(AccountBytes.ORDER)
            .limit(KEPT)
            .toList();
  }
}
