package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;

/**
 * Where customers can rename themselves, whoever has the name that a service has on record may be
 * another by now: what cannot be undone is done to nobody whom the name alone has shown.
 */
final class AccountIdentityCheck {

  private AccountIdentityCheck() {}

  /** Refuses unless the id on record, or the saved password, says that this is who is meant. */
  static void require(Billing billing, Service service, Provisioner provisioner, CloudUser user) {
    boolean byNameAlone =
        user.id().isIdentified() && service.params().find(ServiceParams.CLOUD_USER_ID).isEmpty();
    if (byNameAlone && !provisioner.isProven(user, proof(billing))) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.name_alone", user.id()));
    }
  }

  /** Read once more, for on its way the service is read without its secrets. */
  private static OwnershipProof proof(Billing billing) {
    return OwnershipProof.of(billing.service(ServiceReadScope.EVERYTHING));
  }
}
