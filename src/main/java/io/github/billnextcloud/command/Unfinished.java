package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.TOLD_LANGUAGE;
import static io.github.billnextcloud.billmanager.ServiceParams.UNFINISHED;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.BillingException;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.Leftovers;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Proof;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.Wanted;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an order was confirmed without, or stopped before: kept in a param of the service, and made
 * good by whatever comes next.
 */
public final class Unfinished {

  private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

  /** The account is the service's own beyond doubt, and closed until it can be finished. */
  private static final String ACCOUNT = Proof.CLOSED;

  /** The customer has had no letter with a link to set a password. */
  private static final String LETTER = "letter";

  /** E-mail address, display name or language. */
  private static final String PROFILE = "profile";

  private final Billing billing;
  private final Service service;
  private String kept;

  public Unfinished(Billing billing, Service service) {
    this.billing = billing;
    this.service = service;
    this.kept = service.params().find(UNFINISHED).orElse("");
  }

  /**
   * Who is disabled proves nothing by signing in, so this is saved before the account is closed.
   */
  void keepClosedAccount() {
    keep(ACCOUNT);
  }

  /** Whoever is made anew lacks nothing of what a former one lacked. */
  void forget() {
    keep("");
  }

  void keepLetter() {
    keep(LETTER);
  }

  /** True while the customer of a service was not written to. */
  public static boolean owesLetter(Service service) {
    return service.params().find(UNFINISHED).equals(Optional.of(LETTER));
  }

  boolean isLetter() {
    return kept.equals(LETTER);
  }

  /** After the account was finished, with its letter: what is left, or nothing any more. */
  void keepAll(Leftovers left) {
    if (!left.toldLanguage().isEmpty()) {
      SavedParams.save(billing, service, TOLD_LANGUAGE, left.toldLanguage());
    }
    keep(left.profile() ? PROFILE : "");
  }

  /**
   * After the profile was set. A letter that nobody sent, or a closed account, is not forgotten.
   */
  public void keep(Leftovers left) {
    if (kept.isEmpty() || kept.equals(PROFILE)) {
      keepAll(left);
    }
  }

  private void keep(String what) {
    if (kept.equals(what)) {
      return;
    }
    if (what.isEmpty()) {
      billing.dropParam(UNFINISHED);
    } else {
      billing.saveParam(UNFINISHED, what);
    }
    kept = what;
  }

  /**
   * Sets what was left of the profile; no command fails over that. Few services have something
   * left, so that only for them the customer is read who else is of no interest.
   */
  static void tryAgain(Event event, Service service) {
    if (!service.params().find(UNFINISHED).equals(Optional.of(PROFILE))) {
      return;
    }
    try {
      Service whole = event.billing().service(Scope.ORDER);
      new Unfinished(event.billing(), whole).finishProfile(event.provisioner());
    } catch (CloudException | BillingException notNow) {
      LOG.warn("still left undone: {}", notNow.getMessage());
    }
  }

  /** Sets what was left of the profile, and has the letter sent that was not. */
  void finishProfile(Provisioner provisioner) {
    provisioner
        .findOwn(Policy.owner(service))
        .ifPresent(
            user -> {
              Leftovers left = provisioner.setProfile(Policy.profile(service), user);
              if (isLetter()) {
                provisioner.sendWelcome(user.id());
                keepAll(left);
              } else {
                keep(left);
              }
            });
  }

  /** Brings the account to all that the service promises. */
  void finish(Provisioner provisioner, Wanted wanted, CloudUser user) {
    Leftovers left = provisioner.complete(wanted, user);
    if (isLetter()) {
      provisioner.sendWelcome(user.id());
    }
    keepAll(left);
  }
}
