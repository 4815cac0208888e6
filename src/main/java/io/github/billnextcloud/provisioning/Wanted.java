package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.cloud.Profile;
import io.github.billnextcloud.cloud.Quota;
import java.util.Set;

/**
 * What a service promises its customer.
 *
 * @param profile its empty parts are left as the cloud has them
 * @param groups those that the tariff names
 * @param formerGroups those that only the previous tariff named: to be left
 */
public record Wanted(
    Owner owner, Quota quota, Profile profile, Set<String> groups, Set<String> formerGroups) {

  public Wanted {
    groups = Set.copyOf(groups);
    formerGroups = Set.copyOf(formerGroups);
  }
}
