package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.PASSWORD;
import static io.github.billnextcloud.billmanager.ServiceParams.URL;
import static io.github.billnextcloud.billmanager.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Wanted;
import io.github.billnextcloud.secret.Passwords;
import io.github.billnextcloud.secret.Secret;
import java.util.Optional;

/**
 * Makes the account that was paid for. Says first in the billing what it is going to make, then
 * makes it, then confirms: stopped anywhere, the next run goes on from there.
 */
final class Open implements Command {

  @Override
  public XmlOut run(Event event) {
    Service service = event.service(Scope.EVERYTHING);
    Wanted wanted = Policy.wanted(service);
    Provisioner provisioner = event.provisioner();
    Billing billing = event.billing();
    Optional<CloudUser> observed = provisioner.observe(wanted.owner());
    if (observed.isPresent()) {
      saveNames(billing, service, wanted);
      provisioner.complete(wanted, observed.get());
    } else {
      Secret password = savePassword(billing, service);
      saveNames(billing, service, wanted);
      create(billing, provisioner, wanted, password);
    }
    billing.confirm(service.productType() + ".open");
    return billing.answer();
  }

  /** The one that an earlier try has saved, or a new one. */
  private static Secret savePassword(Billing billing, Service service) {
    Optional<Secret> saved = service.params().findSecret(PASSWORD);
    if (saved.isPresent()) {
      return saved.get();
    }
    Secret password = Passwords.generate();
    billing.saveParam(PASSWORD, password);
    return password;
  }

  /** The user's name comes last: with it the user is the service's own. */
  private static void saveNames(Billing billing, Service service, Wanted wanted) {
    save(billing, service, URL, Clouds.address(service.module()));
    save(billing, service, USERNAME, wanted.owner().id().value());
  }

  private static void save(Billing billing, Service service, String name, String value) {
    if (!service.params().find(name).equals(Optional.of(value))) {
      billing.saveParam(name, value);
    }
  }

  /** A stranger who took the name between our look and our creation must not become ours. */
  private static void create(
      Billing billing, Provisioner provisioner, Wanted wanted, Secret password) {
    try {
      provisioner.create(wanted, password);
    } catch (Refusal taken) {
      if (!wanted.owner().recorded()) {
        billing.dropParam(USERNAME);
      }
      throw taken;
    }
  }
}
