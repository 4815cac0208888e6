package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.BEFORE_SUSPENSION;
import static io.github.billnextcloud.billmanager.ServiceParams.MARK_SECRET;
import static io.github.billnextcloud.billmanager.ServiceParams.PASSWORD;
import static io.github.billnextcloud.billmanager.ServiceParams.URL;
import static io.github.billnextcloud.billmanager.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.Kind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NameRule;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Owner;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Proof;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Refusal.Reason;
import io.github.billnextcloud.provisioning.Suspension;
import io.github.billnextcloud.provisioning.Terms;
import io.github.billnextcloud.provisioning.Terms.PasswordRule;
import io.github.billnextcloud.provisioning.Wanted;
import io.github.billnextcloud.secret.Passwords;
import io.github.billnextcloud.secret.Secret;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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

  /** How many names are tried that the cloud does not take though nobody has them. */
  private static final int REFUSED = 10;

  private final String confirmation;

  /**
   * @param confirmation the function that ends the operation; empty for {@code <type>.open}
   */
  Open(String confirmation) {
    this.confirmation = confirmation;
  }

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.EVERYTHING);
    if (confirmation.isEmpty() && Closing.hasHappened(service)) {
      return Closing.confirmAgain(event);
    }
    service = new NextModule(event).firstThatAnswers(service, this::open);
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
    if (observed.isEmpty()) {
      requireLetters(service, provisioner);
    }
    Owner owner = own.orElseGet(() -> UserOfOrder.unclaimed(event, service, Set.of()));
    event.intend();
    Closing.cancel(event.billing(), service);
    Unfinished unfinished = new Unfinished(event.billing(), service);
    if (observed.isPresent()) {
      saveNames(event.billing(), service, owner);
      Wanted ours = wanted.to(owner);
      CloudUser user =
          endSuspension(event.billing(), service, provisioner, ours).orElse(observed.get());
      new Finishing(event, service, ours, unfinished, false).run(user);
      SavedParams.saveLinks(event.billing(), service, user);
    } else {
      unfinished.forget();
      CloudUser made = create(event, service, wanted, owner);
      Wanted ours = wanted.to(new Owner(made.id(), true, 0));
      new Finishing(event, service, ours, unfinished, true).run(made);
      SavedParams.saveLinks(event.billing(), service, made);
    }
  }

  private static void requireLetters(Service service, Provisioner provisioner) {
    boolean mailed = new Terms(service.tariff()).passwordRule() == PasswordRule.MAIL;
    if (mailed && service.params().findSecret(PASSWORD).isEmpty()) {
      provisioner.requireLetters();
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
    Proof proof = saveProof(event.billing(), service);
    Set<UserId> refused = new LinkedHashSet<>();
    CloudException firstRefusal = null;
    Owner owner = first;
    while (true) {
      saveNames(event.billing(), service, owner);
      try {
        return event.provisioner().create(wanted.to(owner), proof);
      } catch (Refusal taken) {
        refused.add(owner.id());
        if (owner.recorded()) {
          throw taken;
        }
        event.billing().dropParam(USERNAME);
        if (refused.size() == SNATCHED) {
          throw taken;
        }
        LOG.warn("{}; another name is tried", taken.getMessage());
      } catch (CloudException notTaken) {
        refused.add(owner.id());
        firstRefusal = firstRefusal == null ? notTaken : firstRefusal;
        boolean linkNeedsAddress = proof.password().isBlank() && wanted.profile().email().isEmpty();
        if (linkNeedsAddress || !mayTakeAnother(notTaken, refused)) {
          forget(event.billing(), first, owner);
          throw firstRefusal;
        }
        LOG.warn("{}; another name is tried", notTaken.getMessage());
      }
      owner = UserOfOrder.unclaimed(event, service, refused);
    }
  }

  /**
   * Whether it is the name that the cloud does not like, no code tells for sure: files of that name
   * may be left, or it waits for its deletion. Only another name tells.
   */
  private static boolean mayTakeAnother(CloudException notTaken, Set<UserId> refused) {
    UserId name = refused.iterator().next();
    if (notTaken.kind() == Kind.NAME_REFUSED && !NameRule.OF_EVERY_CLOUD.takes(name)) {
      throw new Refusal(
          Reason.BAD_USERNAME,
          "This cloud does not take the user id '" + name + "': " + notTaken.getMessage());
    }
    return notTaken.kind() == Kind.NAME_REFUSED && refused.size() < REFUSED
        || notTaken.kind() == Kind.PASSWORD_REFUSED && refused.size() < 2;
  }

  /** It was not the name, so the service keeps the one that it had. */
  private static void forget(Billing billing, Owner first, Owner last) {
    if (!first.id().equals(last.id())) {
      billing.saveParam(USERNAME, first.id().value());
    }
  }

  /** Before the user is made, so that whatever comes of that, its maker is known. */
  private static Proof saveProof(Billing billing, Service service) {
    Secret password = savePassword(billing, service);
    if (!password.isBlank()) {
      return new Proof(password, password, false);
    }
    Optional<Secret> saved = service.params().findSecret(MARK_SECRET);
    Secret secret = saved.orElseGet(Passwords::generate);
    if (saved.isEmpty()) {
      billing.saveParam(MARK_SECRET, secret);
    }
    return new Proof(password, secret, false);
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
