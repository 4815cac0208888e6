package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.AWAITED;
import static io.github.billnextcloud.billmanager.model.ServiceParams.TOLD_LANGUAGE;
import static io.github.billnextcloud.billmanager.model.ServiceParams.UNFINISHED;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.RemainingDifferences;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.text.LocalizableException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an order was confirmed without, or stopped before: each kind kept in a param of the service,
 * and made good by whatever comes next.
 */
public final class DeferredWork {

  private static final Logger LOG = LoggerFactory.getLogger(DeferredWork.class);

  /** The account is the service's own beyond doubt, and closed until it can be finished. */
  private static final String ACCOUNT = OwnershipProof.CLOSED;

  /** The customer has had no letter with a link to set a password. */
  private static final String LETTER = "letter";

  /** E-mail address, display name or language. */
  private static final String PROFILE = "profile";

  /** The limit of somebody who must sign in before there is one to set. */
  private static final String QUOTA = WantedAccount.WAITS_FOR_QUOTA;

  private static final Set<String> PROFILE_AND_QUOTA = Set.of(PROFILE, QUOTA);

  private final Billing billing;
  private final Service service;
  private Set<String> kept;

  public DeferredWork(Billing billing, Service service) {
    this.billing = billing;
    this.service = service;
    this.kept = service.params().unfinished();
  }

  /**
   * Who is disabled proves nothing by signing in, so this is saved before the account is closed.
   */
  void keepClosedAccount() {
    save(Set.of(ACCOUNT));
  }

  /** Whoever is made anew lacks nothing of what a former one lacked. */
  void forget() {
    save(Set.of());
  }

  void keepLetter() {
    save(Set.of(LETTER));
  }

  /** True while the customer of a service was not written to. */
  public static boolean owesLetter(Service service) {
    return service.params().unfinished().contains(LETTER);
  }

  void keepArrival() {
    save(Set.of(AWAITED));
  }

  /** True while the account of a service was not seen yet, and may be nobody's. */
  public static boolean awaitsArrival(Service service) {
    return service.params().unfinished().contains(AWAITED);
  }

  /**
   * True while nobody is there whom a command could change: whoever has the login by now, and is
   * not the customer, is left alone.
   */
  static boolean isAwaited(Billing billing, Provisioner provisioner, Service service) {
    if (!awaitsArrival(service)) {
      return false;
    }
    // Some commands read the service without its customer.
    Optional<String> address = billing.service(ServiceReadScope.ORDER).customer().mailAddress();
    return provisioner
        .look(Policy.owner(service).id())
        .filter(user -> provisioner.isBrought(user, address))
        .isEmpty();
  }

  static boolean isAwaited(CommandContext event, Service service) {
    return isAwaited(event.billing(), event.provisioner(), service);
  }

  /** The same for a command by which staff says that whoever has the login is the customer. */
  static boolean isAbsent(CommandContext event, Service service) {
    return awaitsArrival(service) && event.provisioner().look(Policy.owner(service).id()).isEmpty();
  }

  /** True while the account has no limit: there is none yet to set. */
  boolean isQuota() {
    return kept.contains(QUOTA);
  }

  /** Beside what else is left; whoever is awaited gets it with all the rest. */
  void keepQuota() {
    if (!kept.contains(AWAITED)) {
      save(with(kept, QUOTA, true));
    }
  }

  boolean isLetter() {
    return kept.contains(LETTER);
  }

  /** After the account was finished, with its letter: what is left, or nothing any more. */
  void keepAll(RemainingDifferences left) {
    left.toldLanguage()
        .ifPresent(it -> ServiceParamWriter.save(billing, service, TOLD_LANGUAGE, it));
    save(with(with(Set.of(), QUOTA, left.quota()), PROFILE, left.profile()));
  }

  /**
   * After the profile was set. A letter that nobody sent, a closed account, or a limit that nothing
   * can have yet is not forgotten.
   */
  public void keep(RemainingDifferences left) {
    if (PROFILE_AND_QUOTA.containsAll(kept)) {
      boolean quota = isQuota() || left.quota();
      keepAll(new RemainingDifferences(left.profile(), quota, left.toldLanguage()));
    }
  }

  private static Set<String> with(Set<String> kinds, String kind, boolean left) {
    Set<String> changed = new TreeSet<>(kinds);
    if (left) {
      changed.add(kind);
    } else {
      changed.remove(kind);
    }
    return changed;
  }

  private void save(Set<String> kinds) {
    if (kinds.equals(kept)) {
      return;
    }
    if (kinds.isEmpty()) {
      billing.dropParam(UNFINISHED);
    } else {
      billing.saveParam(UNFINISHED, String.join(",", new TreeSet<>(kinds)));
    }
    kept = kinds;
  }

  /**
   * Sets what was left of the profile, or of the quota; no command fails over that. Few services
   * have something left, so that only for them the customer is read who else is of no interest.
   */
  static void tryAgain(CommandContext event, Service service) {
    Set<String> kept = service.params().unfinished();
    if (kept.isEmpty() || !PROFILE_AND_QUOTA.containsAll(kept)) {
      return;
    }
    try {
      Service whole = event.billing().service(ServiceReadScope.ORDER);
      new DeferredWork(event.billing(), whole).finishProfile(event.provisioner());
    } catch (LocalizableException notNow) {
      LOG.warn("still left undone: {}", notNow.getMessage());
    }
  }

  /** Sets what was left of the profile, or the quota, and has the letter sent that was not. */
  public void finishProfile(Provisioner provisioner) {
    provisioner
        .findOwn(Policy.owner(service))
        .ifPresent(
            user -> {
              if (awaitsArrival(service)) {
                arrive(provisioner, user, false);
                ServiceParamWriter.saveLinks(billing, service, user);
                return;
              }
              boolean isQuotaAlone = kept.equals(Set.of(QUOTA));
              if (isQuota()) {
                WantedAccount wanted = Policy.wanted(service, Policy.owner(service));
                save(with(kept, QUOTA, provisioner.limit(wanted, user).quota()));
              }
              if (isQuotaAlone) {
                return;
              }
              RemainingDifferences left = provisioner.setProfile(Policy.profile(service), user);
              if (isLetter()) {
                provisioner.sendLetter(Policy.owner(service), false);
                keepAll(left);
              } else {
                keep(left);
              }
            });
  }

  /**
   * Finishes what was ordered for an account that was not there; who comes while the service is
   * suspended is kept out, and waits.
   *
   * @param vouched whether staff says that it is the customer's
   */
  void arrive(Provisioner provisioner, CloudUser user, boolean vouched) {
    provisioner.requireBrought(user, service.customer().mailAddress(), vouched);
    if (service.standing().isSuspended()) {
      provisioner.disable(user);
      return;
    }
    finishArrived(provisioner, user);
  }

  /** The same of one who is to be let in, whatever the service was before. */
  void finishArrived(Provisioner provisioner, CloudUser user) {
    keepAll(provisioner.complete(Policy.wanted(service, Policy.owner(service)), user));
  }

  /** Brings the account to all that the service promises. */
  void finish(Provisioner provisioner, WantedAccount wanted, CloudUser user) {
    RemainingDifferences left = provisioner.complete(wanted, user);
    if (isLetter()) {
      provisioner.sendLetter(wanted.owner(), false);
    }
    keepAll(left);
  }
}
