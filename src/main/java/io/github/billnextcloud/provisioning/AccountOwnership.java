package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whose the user of a service is. A user is the service's own when the service has saved its name;
 * a user who merely has the name that we would choose is a stranger.
 *
 * @param recorded whether the service has saved this name
 * @param otherService another service that has saved it too
 * @param demanded until a service was open once, its saved name is what was to be made, and at
 *     another address than the saved one it may be anybody's: whoever has it must prove to be the
 *     service's own
 */
public record AccountOwnership(
    UserId id, boolean recorded, OptionalLong otherService, Optional<OwnershipProof> demanded) {

  public AccountOwnership(UserId id, boolean recorded, OptionalLong otherService) {
    this(id, recorded, otherService, Optional.empty());
  }

  /** Who the service has on record, proven or not; whose name is blank where that is nobody. */
  public static UserId recorded(Service service) {
    return new UserId(
        service.params().find(ServiceParams.USERNAME).orElse(""),
        service.params().find(ServiceParams.CLOUD_USER_ID).orElse(""));
  }

  /** True when the service may touch this user, as far as the billing and a look can tell. */
  public boolean isOurs(CloudUser user) {
    return recorded && otherService.isEmpty() && !user.isAdministrator();
  }

  /** True when no proof is demanded, or whoever has the name gives it. */
  public boolean isProven(CloudUser user, Cloud cloud) {
    return demanded.isEmpty() || demanded.get().isGivenBy(user, cloud);
  }

  /** Refuses to touch a user who is not the service's own. */
  void requireOurs(CloudUser user) {
    if (!recorded) {
      throw new ProvisioningException(Reason.COLLISION, Sentence.of("product.stranger", user.id()));
    }
    if (otherService.isPresent()) {
      throw new ProvisioningException(
          Reason.SHARED, Sentence.of("product.shared", user.id(), otherService.getAsLong()));
    }
    if (user.isAdministrator()) {
      throw new ProvisioningException(
          Reason.ADMINISTRATOR, Sentence.of("product.is_administrator", user.id()));
    }
  }
}
