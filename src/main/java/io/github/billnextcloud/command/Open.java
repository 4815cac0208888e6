package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.BEFORE_SUSPENSION;
import static io.github.billnextcloud.billmanager.ServiceParams.PASSWORD;
import static io.github.billnextcloud.billmanager.ServiceParams.URL;
import static io.github.billnextcloud.billmanager.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Suspension;
import io.github.billnextcloud.provisioning.Terms;
import io.github.billnextcloud.provisioning.Wanted;
import io.github.billnextcloud.secret.Passwords;
import io.github.billnextcloud.secret.Secret;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account that was paid for. Says first in the billing what it is going to make, then
 * makes it, then confirms: stopped anywhere, the next run goes on from there.
 */
final class Open implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Open.class);

  /** How often strangers may snatch a name from us in the very moment between look and creation. */
  private static final int SNATCHED = 3;

  private final String confirmation;

  /**
   * @param confirmation the function that ends the operation; empty for {@code <type>.open}
   */
  Open(String confirmation) {
    this.confirmation = confirmation;
  }

  @Override
  public Answer run(Event event) {
    Service service = new NextModule(event).firstThatAnswers(this::open);
    Billing billing = event.billing();
    billing.confirm(confirmation.isEmpty() ? service.productType() + ".open" : confirmation);
    event.restoreConfig();
    return billing.answer();
  }

  private void open(Event event, Service service) {
    Wanted wanted = Policy.wanted(service, Policy.owner(service));
    Provisioner provisioner = event.provisioner();
    Optional<Owner> own = UserOfOrder.own(event, service);
    Optional<CloudUser> observed = own.flatMap(provisioner::observe);
    Owner owner = own.orElseGet(() -> UserOfOrder.unclaimed(event, service));
    event.intend();
    Closing.cancel(event.billing(), service);
    if (observed.isPresent()) {
      saveNames(event.billing(), service, owner);
      CloudUser user =
          endSuspension(event.billing(), service, provisioner, wanted.to(owner))
              .orElse(observed.get());
      provisioner.complete(wanted.to(owner), user);
      SavedParams.saveLinks(event.billing(), service, user);
    } else {
      CloudUser made = create(event, service, wanted, owner);
      SavedParams.saveLinks(event.billing(), service, made);
    }
  }

  /** The user as it is then; empty when there was nothing to end. */
  private static Optional<CloudUser> endSuspension(
      Billing billing, Service service, Provisioner provisioner, Wanted wanted) {
    return Suspension.saved(service)
        .flatMap(
            saved -> {
              provisioner.resume(wanted.owner(), saved.comingBackTo(wanted));
              billing.dropParam(BEFORE_SUSPENSION);
              return provisioner.observe(wanted.owner());
            });
  }

  private static CloudUser create(Event event, Service service, Wanted wanted, Owner first) {
    Closing.dropSuspension(event.billing(), service);
    Secret password = savePassword(event.billing(), service);
    Owner owner = first;
    for (int snatched = 1; ; snatched++) {
      saveNames(event.billing(), service, owner);
      try {
        return event.provisioner().create(wanted.to(owner), password);
      } catch (Refusal taken) {
        if (owner.recorded()) {
          throw taken;
        }
        event.billing().dropParam(USERNAME);
        if (snatched == SNATCHED) {
          throw taken;
        }
        LOG.warn("{}; another name is tried", taken.getMessage());
        owner = UserOfOrder.unclaimed(event, service);
      }
    }
  }

  /** The one that an earlier try has saved, or a new one; none when the cloud is to mail a link. */
  private static Secret savePassword(Billing billing, Service service) {
    Terms terms = new Terms(service.tariff());
    Optional<Secret> saved = service.params().findSecret(PASSWORD);
    if (saved.isPresent()) {
      return saved.get();
    }
    Secret password =
        switch (terms.passwordRule()) {
          case STRONG -> Passwords.generate();
          case LETTERS_DIGITS -> Passwords.withoutSymbols();
          case LONG -> Passwords.twiceAsLong();
          case MAIL -> new Secret("");
        };
    if (!password.isBlank()) {
      billing.saveParam(PASSWORD, password);
    }
    return password;
  }

  /** The address comes last: with it the user of this name is the service's own. */
  private static void saveNames(Billing billing, Service service, Owner owner) {
    SavedParams.save(billing, service, USERNAME, owner.id().value());
    SavedParams.save(billing, service, URL, Clouds.address(service.module()));
  }
}
