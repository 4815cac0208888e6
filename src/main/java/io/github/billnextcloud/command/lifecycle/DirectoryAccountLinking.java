package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.LoginChoice;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account of a service whose customer brings it along from a directory or a single sign-on: it
 * gets quota and groups, is let in and kept out, and has neither password nor profile of ours. It
 * may appear with its first sign-in only; then the order is delivered, and the rest done as soon as
 * it is there.
 */
record DirectoryAccountLinking(CommandContext event, Service service) {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryAccountLinking.class);

  private static final Sentence ITS_PASSWORD = Sentence.of("product.directory_has_the_password");

  void open() {
    Provisioner provisioner = event.provisioner();
    Billing billing = event.billing();
    UserId id = login();
    WantedAccount wanted =
        Policy.wanted(service, new AccountOwnership(id, true, OptionalLong.empty()));
    Optional<CloudUser> user = provisioner.look(id);
    user.ifPresent(
        it ->
            provisioner.requireBrought(
                it, service.customer().mailAddress(), service.hasAccount() && service.isHere()));
    event.intend();
    AccountClosing.cancel(billing, service);
    // Who keeps the account gives the name to nobody else.
    event.deletedLogins().forget(id);
    ServiceParamWriter.save(billing, service, ServiceParams.USERNAME, id.value());
    ServiceParamWriter.save(
        billing, service, ServiceParams.URL, CloudFactory.address(service.module()));
    DeferredWork unfinished = new DeferredWork(billing, service);
    if (user.isEmpty()) {
      LOG.info("{} is not there yet: it comes with its first sign-in", id);
      unfinished.keepArrival();
      return;
    }
    Resume.comeBack(event, service, wanted);
    unfinished.keepAll(provisioner.finish(wanted, provisioner.require(wanted.owner())));
    ServiceParamWriter.saveLinks(billing, service, user.get());
  }

  /**
   * The one that was told; a number behind it would be another person's. Who comes back after a
   * closing has no other.
   */
  private UserId login() {
    UserId id = LoginChoice.choose(service, candidate -> false);
    boolean recorded = service.hasAccount() && !service.standing().elsewhere();
    if (!recorded && event.billing().isTakenNow(id.value())) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.brought_by_another", id));
    }
    return id;
  }

  /** Refuses what only the directory can set. */
  static void refusePassword(Service service) {
    if (TariffSettings.of(service).usesDirectory()) {
      throw new CloudException(CloudErrorKind.PASSWORD_REFUSED, ITS_PASSWORD);
    }
  }

  static void refuseLetter(Service service) {
    if (TariffSettings.of(service).usesDirectory()) {
      throw new ProvisioningException(Reason.NO_LETTER, ITS_PASSWORD);
    }
  }
}
