package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.TakenLoginLookup;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.provisioning.RecordedAccountIndex;
import io.github.billnextcloud.provisioning.StaffAccounts;
import java.util.Comparator;
import java.util.List;

/**
 * Accounts of a cloud for which nobody pays, and what they store; the provider's own are none of
 * these.
 *
 * @param accounts that no service of any processing module has or had
 * @param closed how many belong to services that are closed: kept by the tariff, or not deleted yet
 * @param most the accounts that store the most
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

  /** What an account stores; the most first. */
  record AccountBytes(String login, long bytes) {

    static final Comparator<AccountBytes> MOST =
        Comparator.comparingLong(AccountBytes::bytes).reversed().thenComparing(AccountBytes::login);
  }

  /**
   * @param named how many are told of each
   */
  static UnbilledAccounts of(
      LocalPanel panel,
      ProcessingModule module,
      Cloud cloud,
      int named,
      TerminalProgress progress) {
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
    Sum unbilled = new Sum(named);
    Sum closed = new Sum(named);
    cloud.readAllUsers(
        user -> {
          read[0]++;
          progress.at("progress.accounts", read[0], read[0]);
          if (user.isShown() && staff.reason(user).isEmpty() && !living.has(user.id())) {
            (ever.has(user.id()) ? closed : unbilled).add(user);
          }
        });
    return new UnbilledAccounts(
        unbilled.accounts,
        unbilled.bytes,
        closed.accounts,
        closed.bytes,
        unbilled.most.all(),
        closed.most.all());
  }

  /** Of accounts of one kind, as they are read. */
  private static final class Sum {
    private long accounts;
    private long bytes;
    private final FirstInOrder<AccountBytes> most;

    Sum(int named) {
      most = new FirstInOrder<>(AccountBytes.MOST, named);
    }

    void add(CloudUser user) {
      long stored = user.usage().bytes().orElse(0);
      accounts++;
      bytes += stored;
      most.take(new AccountBytes(user.id().value(), stored));
    }
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
    FirstInOrder<AccountBytes> both = new FirstInOrder<>(AccountBytes.MOST, FirstInOrder.TEN);
    some.forEach(both::take);
    more.forEach(both::take);
    return both.all();
  }
}
