package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.PASSWORD;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.PasswordRule;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the user of an order to what was paid for. One who cannot be brought there is closed at
 * once: servers store a user before they look at its limit, and nothing is to be had without one.
 *
 * @param made whether the user was made by this very run, which proves that nothing is lost with it
 */
record AccountCompletion(
    CommandContext event,
    Service service,
    WantedAccount wanted,
    DeferredWork unfinished,
    boolean made) {

  private static final Logger LOG = LoggerFactory.getLogger(AccountCompletion.class);

  /** What has become of the user of a failed order: keys of sentences, with the failure in them. */
  private static final String DELETED = "product.order_deleted";

  private static final String OPEN = "product.order_open";
  private static final String DISABLED = "product.order_disabled";

  /** After these the next run would be refused likewise, so nothing is kept for it. */
  private static final Set<CloudErrorKind> CONSIDERED =
      Set.of(
          CloudErrorKind.QUOTA_REFUSED,
          CloudErrorKind.QUOTA_PENDING,
          CloudErrorKind.REFUSED,
          CloudErrorKind.GROUP_MISSING,
          CloudErrorKind.FORBIDDEN);

  void run(CloudUser user) {
    Policy.overlooked(service, user).ifPresent(it -> LOG.warn("left undone: {}", it));
    try {
      if (isLetterDue(user)) {
        finishWithLetter(user);
      } else {
        unfinished.keepAll(event.provisioner().finish(wanted, signedIn(user)));
      }
    } catch (CloudException failure) {
      throw mayBeClosed() ? closed(failure) : failure;
    } catch (BillingException unsaid) {
      if (mayBeClosed()) {
        event.provisioner().findOpenAndUnfinished(wanted).ifPresent(this::closeUnsaid);
      }
      throw unsaid;
    }
  }

  /** An earlier run may have come no further than to make the user. */
  private CloudUser signedIn(CloudUser user) {
    Optional<Secret> password = service.params().findSecret(PASSWORD);
    return made || !service.standing().isInWork() || password.isEmpty()
        ? user
        : event.provisioner().signInFirst(wanted, password.get(), user);
  }

  private boolean mayBeClosed() {
    return made || service.standing().isInWork();
  }

  /**
   * The cloud mails a link when it makes the user, as the last thing after it has taken the
   * address. Who has none, and never came in, was never written to.
   */
  private boolean isLetterDue(CloudUser user) {
    boolean mailed =
        TariffSettings.of(service).passwordRule() == PasswordRule.MAIL
            && user.profile().email().isEmpty()
            && user.usage().lastLogin().isEmpty();
    return mailed || unfinished.isLetter();
  }

  private void finishWithLetter(CloudUser user) {
    unfinished.keepLetter();
    unfinished.finish(event.provisioner(), wanted, user);
  }

  private CloudException closed(CloudException failure) {
    Optional<String> state;
    try {
      state = close(failure.kind());
    } catch (CloudException open) {
      LOG.warn("not closed: {}", open.getMessage());
      state = Optional.of(OPEN);
    }
    return state
        .map(
            it ->
                new CloudException(
                    failure.kind(), Sentence.of(it, failure), failure.retryAfter(), failure))
        .orElse(failure);
  }

  /** What became of the user; empty when nobody was to be closed. */
  private Optional<String> close(CloudErrorKind kind) {
    Provisioner provisioner = event.provisioner();
    Optional<CloudUser> open = provisioner.findOpenAndUnfinished(wanted);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    if (made && CONSIDERED.contains(kind)) {
      provisioner.delete(open.get());
      unfinished.forget();
      return Optional.of(DELETED);
    }
    try {
      unfinished.keepClosedAccount();
    } catch (BillingException unsaid) {
      closeUnsaid(open.get());
      if (!made) {
        throw unsaid;
      }
      LOG.warn("not saved: {}", unsaid.getMessage());
      return Optional.of(DELETED);
    }
    provisioner.disable(open.get());
    return Optional.of(DISABLED);
  }

  /** Where BILLmanager keeps no note, the next run might not know a disabled user for its own. */
  private void closeUnsaid(CloudUser open) {
    if (made) {
      event.provisioner().delete(open);
    } else {
      event.provisioner().disable(open);
    }
  }
}
