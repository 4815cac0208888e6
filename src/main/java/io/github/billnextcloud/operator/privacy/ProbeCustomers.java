package io.github.billnextcloud.operator.privacy;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.ocs.CustomerVisibilityProbe;
import io.github.billnextcloud.cloud.ocs.CustomerVisibilityProbe.CustomerLogin;
import io.github.billnextcloud.cloud.privacy.CustomerView;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.text.Sentence;
import java.util.Set;

/**
 * Two customers who exist as long as it takes to look at one as the other: made as an order of
 * these tariffs makes them, and deleted whatever happens.
 *
 * @param groups in which both are
 */
public record ProbeCustomers(Cloud cloud, CustomerVisibilityProbe search, Set<String> groups) {

  private static final Quota LITTLE = Quota.ofBytes(1L << 20);

  public CustomerView look() {
    CustomerLogin seeker = named("probe-a-");
    CustomerLogin sought = named("probe-b-");
    try {
      make(seeker);
      make(sought);
      return search.look(seeker, sought, groups.stream().findFirst());
    } finally {
      delete(seeker, sought);
    }
  }

  private static CustomerLogin named(String begins) {
    return new CustomerLogin(
        new UserId(begins + PasswordGenerator.name()), PasswordGenerator.generate());
  }

  private void make(CustomerLogin customer) {
    UserProfile profile = new UserProfile("", customer.id().value(), "");
    cloud.createUser(new NewUser(customer.id(), customer.password(), LITTLE, profile, groups));
  }

  /** Both, also when the first cannot be. */
  private void delete(CustomerLogin first, CustomerLogin second) {
    try {
      delete(first);
    } finally {
      delete(second);
    }
  }

  private void delete(CustomerLogin customer) {
    try {
      cloud.deleteUser(customer.id());
    } catch (CloudException stays) {
      throw new CloudException(
          stays.kind(), Sentence.of("privacy.probe_stays", customer.id(), stays));
    }
  }
}
