package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.CustomerLinks;

/**
 * A service's params, saved only where they are not so already, to the letter: each costs a call of
 * the panel, but a name that was typed with a blank would not be found among those of others.
 */
final class ServiceParamWriter {

  private ServiceParamWriter() {}

  static void save(Billing billing, Service service, String name, String value) {
    if (!value.equals(service.params().plain().get(name))) {
      billing.saveParam(name, value);
    }
  }

  /** A cloud that was given another name is still this one: what has proven to be ours is here. */
  static void saveAddress(Billing billing, Service service) {
    if (service.hasAccount() && !service.isHere()) {
      billing.saveParam(ServiceParams.URL, CloudFactory.address(service.module()));
    }
  }

  /** By what we find the account again, and where the customer's programs do. */
  static void saveLinks(Billing billing, Service service, CloudUser user) {
    if (!user.id().stable().isEmpty()) {
      save(billing, service, ServiceParams.CLOUD_USER_ID, user.id().stable());
    }
    new CustomerLinks(CloudFactory.address(service.module()), user)
        .params()
        .forEach((name, value) -> save(billing, service, name, value));
  }
}
