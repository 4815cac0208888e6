package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.CustomerLinks;
import java.util.Optional;

/** A service's params, saved only where they are not so already: each costs a call of the panel. */
final class SavedParams {

  private SavedParams() {}

  static void save(Billing billing, Service service, String name, String value) {
    if (!service.params().find(name).equals(Optional.of(value))) {
      billing.saveParam(name, value);
    }
  }

  /** Where the customer's programs find the account. */
  static void saveLinks(Billing billing, Service service, CloudUser user) {
    new CustomerLinks(Clouds.address(service.module()), user)
        .params()
        .forEach((name, value) -> save(billing, service, name, value));
  }
}
