package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.MARK_SECRET;
import static io.github.billnextcloud.billmanager.model.ServiceParams.PASSWORD;
import static io.github.billnextcloud.billmanager.model.ServiceParams.USERNAME;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.team.TeamWork;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.PasswordRule;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account that was paid for. Says first in the billing what it is going to make, then
 * makes it, then confirms: stopped anywhere, the next run goes on from there.
 */
public final class Open implements LivingServiceCommand {

  private static final Logger LOG = LoggerFactory.getLogger(Open.class);

  /** How often strangers may snatch a name from us in the very moment between look and creation. */
  private static final int SNATCHED = 3;

  /** How many names are tried that the cloud does not take though nobody has them. */
  private static final int REFUSED = 10;

  private final String confirmation;

  /**
   * @param confirmation the function that ends the operation; empty for {@code <type>.open}
   */
  public Open(String confirmation) {
    this.confirmation = confirmation;
  }

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.EVERYTHING;
  }

  /** To bring a service back is what reopening is for. */
  @Override
  public boolean isFor(Service service) {
    return !confirmation.isEmpty() || LivingServiceCommand.super.isFor(service);
  }

  @Override
  public CommandResult run(CommandContext event, Service service) {
    service = new ModuleFailover(event).firstThatAnswers(service, this::open);
    Billing billing = event.billing();
    billing.confirm(confirmation.isEmpty() ? service.productType() + ".open" : confirmation);
    event.restoreConfig();
    return billing.answer();
  }

  private void open(CommandContext event, Service service) {
    if (TariffSettings.of(service).usesDirectory()) {
      new DirectoryAccountLinking(event, service).open();
      return;
    }
    WantedAccount wanted = Policy.wanted(service, Policy.owner(service));
    Provisioner provisioner = event.provisioner();
    Optional<AccountOwnership> own = LoginAllocation.own(event, service);
    Optional<CloudUser> observed = own.flatMap(provisioner::observe);
    Optional<TeamWork> team = team(event, service);
    if (observed.isEmpty()) {
      requireLetters(service, provisioner);
      team.ifPresent(TeamWork::requireSpaces);
    }
    AccountOwnership owner =
        own.orElseGet(() -> LoginAllocation.unclaimed(event, service, id -> false));
    event.intend();
    AccountClosing.cancel(event.billing(), service);
    DeferredWork unfinished = new DeferredWork(event.billing(), service);
    AccountOwnership claimed = owner;
    Set<UserId> lost = new LinkedHashSet<>();
    if (observed.isPresent()) {
      claimed = LoginAllocation.claim(event, service, owner, lost);
    }
    if (observed.isPresent() && claimed.equals(owner)) {
      WantedAccount ours = wanted.to(owner);
      boolean changed = Resume.comeBack(event, service, ours);
      CloudUser user = (changed ? provisioner.observe(owner) : observed).orElse(observed.get());
      new AccountCompletion(event, service, ours, unfinished, false).run(user);
      ServiceParamWriter.saveLinks(event.billing(), service, user);
      team.ifPresent(it -> it.resume(user.id()));
    } else {
      unfinished.forget();
      team.ifPresent(TeamWork::makeSharedFolder);
      CloudUser made = create(event, service, wanted, claimed, lost);
      WantedAccount ours = wanted.to(new AccountOwnership(made.id(), true, OptionalLong.empty()));
      new AccountCompletion(event, service, ours, unfinished, true).run(made);
      ServiceParamWriter.saveLinks(event.billing(), service, made);
      team.ifPresent(it -> it.resume(made.id()));
    }
  }

  private static Optional<TeamWork> team(CommandContext event, Service service) {
    return TariffSettings.of(service).sellsTeams()
        ? Optional.of(TeamWork.of(event, service))
        : Optional.empty();
  }

  private static void requireLetters(Service service, Provisioner provisioner) {
    boolean mailed = TariffSettings.of(service).passwordRule() == PasswordRule.MAIL;
    if (mailed && service.params().findSecret(PASSWORD).isEmpty()) {
      provisioner.requireLetters();
    }
  }

  private static CloudUser create(
      CommandContext event,
      Service service,
      WantedAccount wanted,
      AccountOwnership first,
      Set<UserId> lost) {
    AccountClosing.dropSuspension(event.billing(), service, event.provisioner());
    OwnershipProof proof = saveProof(event.billing(), service);
    Set<UserId> refused = new LinkedHashSet<>();
    CloudException firstRefusal = null;
    AccountOwnership wished = first;
    AccountOwnership kept = null;
    while (true) {
      AccountOwnership owner = LoginAllocation.claim(event, service, wished, lost);
      kept = kept == null ? owner : kept;
      try {
        return event
            .provisioner()
            .create(wanted.to(owner), proof, id -> event.billing().isTaken(id.value()));
      } catch (ProvisioningException taken) {
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
          forget(event.billing(), kept, owner);
          throw firstRefusal;
        }
        LOG.warn("{}; another name is tried", notTaken.getMessage());
      }
      lost.addAll(refused);
      wished = LoginAllocation.unclaimed(event, service, lost::contains);
    }
  }

  /**
   * Whether it is the name that the cloud does not like, no code tells for sure: files of that name
   * may be left, or it waits for its deletion. Only another name tells.
   */
  private static boolean mayTakeAnother(CloudException notTaken, Set<UserId> refused) {
    UserId name = refused.iterator().next();
    if (notTaken.kind() == CloudErrorKind.NAME_REFUSED && !UserIdRule.OF_EVERY_CLOUD.takes(name)) {
      throw new ProvisioningException(
          Reason.BAD_USERNAME, Sentence.of("product.user_id_not_taken", name, notTaken));
    }
    return notTaken.kind() == CloudErrorKind.NAME_REFUSED && refused.size() < REFUSED
        || notTaken.kind() == CloudErrorKind.PASSWORD_REFUSED && refused.size() < 2;
  }

  /** It was not the name, so the service keeps the one that it had. */
  private static void forget(Billing billing, AccountOwnership first, AccountOwnership last) {
    if (!first.id().equals(last.id())) {
      billing.saveParam(USERNAME, first.id().value());
    }
  }

  /** Before the user is made, so that whatever comes of that, its maker is known. */
  private static OwnershipProof saveProof(Billing billing, Service service) {
    Secret password = savePassword(billing, service);
    Optional<Secret> saved = service.params().findSecret(MARK_SECRET);
    if (saved.isEmpty() && !password.isBlank() && isGenerated(service)) {
      return new OwnershipProof(password, password, false);
    }
    Secret secret = saved.orElseGet(PasswordGenerator::generate);
    if (saved.isEmpty()) {
      billing.saveParam(MARK_SECRET, secret);
    }
    return new OwnershipProof(password, secret, false);
  }

  /**
   * Whether the customer cannot have chosen the password: it was not there before, or an earlier
   * try has saved the name with no other secret for the mark, which it had done for one that was
   * given.
   */
  private static boolean isGenerated(Service service) {
    return service.params().findSecret(PASSWORD).isEmpty()
        || service.hasAccount() && !service.standing().opened();
  }

  /** The one that an earlier try has saved, or a new one; none when the cloud is to mail a link. */
  private static Secret savePassword(Billing billing, Service service) {
    TariffSettings terms = TariffSettings.of(service);
    Optional<Secret> saved = service.params().findSecret(PASSWORD);
    if (saved.isPresent()) {
      return saved.get();
    }
    Secret password =
        switch (terms.passwordRule()) {
          case STRONG -> PasswordGenerator.generate();
          case LETTERS_DIGITS -> PasswordGenerator.withoutSymbols();
          case LONG -> PasswordGenerator.twiceAsLong();
          case MAIL -> new Secret("");
        };
    if (!password.isBlank()) {
      billing.saveParam(PASSWORD, password);
    }
    return password;
  }
}
