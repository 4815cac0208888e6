package io.github.billnextcloud.command;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.secret.Secret;
import java.util.OptionalLong;
import java.util.Set;

/** Who the faults happen to: ann, who is in the cloud, and bob, who is to be. */
final class Users {

  static final UserId ANN = new UserId("ann");
  static final UserId BOB = new UserId("bob");
  static final Quota QUOTA = Quota.ofBytes(5L << 30);
  static final Secret PASSWORD = new Secret("Kx7-what-bob-was-told");
  static final OwnershipProof PROOF = new OwnershipProof(PASSWORD, PASSWORD, false);

  private Users() {}

  static AccountOwnership owner(UserId id) {
    return new AccountOwnership(id, true, OptionalLong.empty());
  }

  static WantedAccount bob() {
    UserProfile profile = new UserProfile("bob@example.org", "Bob", "en");
    return new WantedAccount(
        owner(BOB), QUOTA, profile, Set.of("pro"), Set.of(), Set.of(), false, false);
  }
}
