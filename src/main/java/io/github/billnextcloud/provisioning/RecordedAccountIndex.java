package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.RecordedAccount;
import io.github.billnextcloud.cloud.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which accounts of a cloud services have on record. A cloud that has ids of its own lets customers
 * rename themselves, also to what another was called: there a name says something only of a service
 * that has no id on record, and nothing of who was deleted, since an id does not come back.
 */
public final class RecordedAccountIndex {

  private final Set<String> stableIds = new HashSet<>();
  private final Set<UserId> unidentified = new HashSet<>();
  private final Set<UserId> names = new HashSet<>();

  public RecordedAccountIndex(Collection<RecordedAccount> accounts) {
    accounts.forEach(this::add);
  }

  private void add(RecordedAccount account) {
    UserId name = new UserId(account.name());
    names.add(name);
    if (account.stableId().isPresent()) {
      stableIds.add(account.stableId().get());
    } else if (!account.deleted()) {
      unidentified.add(name);
    }
  }

  /** True when a service has, or had, this account. */
  public boolean has(UserId account) {
    return account
        .stableId()
        .map(id -> stableIds.contains(id) || unidentified.contains(account))
        .orElseGet(() -> names.contains(account));
  }
}
