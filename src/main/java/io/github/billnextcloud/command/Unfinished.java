package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.TOLD_LANGUAGE;
import static io.github.billnextcloud.billmanager.ServiceParams.UNFINISHED;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.BillingException;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.provisioning.Leftovers;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Proof;
import io.github.billnextcloud.provisioning.Provisioner;
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

  void keepLetter() {
    keep(LETTER);
  }

  boolean isLetter() {
    return kept.equals(LETTER);
  }

  /** Keeps what is left; forgets what was, when that is nothing. */
  public void keep(Leftovers left) {
    if (!left.toldLanguage().isEmpty()) {
      SavedParams.save(billing, service, TOLD_LANGUAGE, left.toldLanguage());
    }
    keep(left.profile() ? PROFILE : "");
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

  /** Sets what was left of the profile. */
  void finishProfile(Provisioner provisioner) {
    provisioner
        .findOwn(Policy.owner(service))
        .map(user -> provisioner.setProfile(Policy.profile(service), user))
        .ifPresent(this::keep);
  }
}
