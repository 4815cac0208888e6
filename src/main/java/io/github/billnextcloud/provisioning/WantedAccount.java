package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserProfile;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a service promises its customer.
 *
 * @param profile its empty parts are left as the cloud has them
 * @param groups those that the tariff names
 * @param ownGroups of these, those in which no other customer is: made where they are missing
 * @param shrinks whether the quota may go below what is stored
 * @param quotaMayWait whether all is well without it, where the user has to sign in first
 * @param formerGroups those that only the previous tariff named: to be left
 */
public record WantedAccount(
    AccountOwnership owner,
    Quota quota,
    UserProfile profile,
    Set<String> groups,
    Set<String> ownGroups,
    Set<String> formerGroups,
    boolean shrinks,
    boolean quotaMayWait) {

  /** What {@link ServiceParams#UNFINISHED} says of one that was delivered without its quota. */
  public static final String WAITS_FOR_QUOTA = "quota";

  public WantedAccount {
    groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    ownGroups = Collections.unmodifiableSet(new TreeSet<>(ownGroups));
    formerGroups = Collections.unmodifiableSet(new TreeSet<>(formerGroups));
  }

  /** The same promise to another user. */
  public WantedAccount to(AccountOwnership other) {
    return new WantedAccount(
        other, quota, profile, groups, ownGroups, formerGroups, shrinks, quotaMayWait);
  }
}
