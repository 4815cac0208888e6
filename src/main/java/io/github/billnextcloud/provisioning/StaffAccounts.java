package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which accounts of a cloud are the provider's own, so that nobody is billed for them: the one that
 * we work with, those that the processing module's settings list, and administrators. Pure.
 */
public final class StaffAccounts {

  /** The setting of a processing module that lists them, by commas or lines. */
  public static final String LIST = "staff_accounts";

  private final UserId acting;
  private final Set<UserId> listed;

  private StaffAccounts(UserId acting, Set<UserId> listed) {
    this.acting = acting;
    this.listed = listed;
  }

  public static StaffAccounts of(ProcessingModule module) {
    return new StaffAccounts(
        new UserId(module.setting(CloudFactory.LOGIN)),
        Arrays.stream(module.setting(LIST).split("[,\\r\\n]+"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(UserId::new)
            .collect(Collectors.toSet()));
  }

  /** Somebody whom the settings name, by the login or by the id that the cloud gave. */
  public boolean lists(UserId account) {
    return account.equals(acting)
        || listed.contains(account)
        || account.stableId().map(UserId::new).filter(listed::contains).isPresent();
  }

  /** Why this account is the provider's; empty of everybody else's. */
  public Optional<Sentence> reason(CloudUser user) {
    if (user.id().equals(acting)) {
      return Optional.of(Sentence.of("product.staff_acting"));
    }
    if (lists(user.id())) {
      return Optional.of(Sentence.of("product.staff_listed"));
    }
    return user.isAdministrator()
        ? Optional.of(Sentence.of("product.staff_administrator"))
        : Optional.empty();
  }
}
