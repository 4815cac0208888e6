package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.PASSWORD;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.PasswordRule;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;

/**
 * Gives the customer's account the password that the customer typed in the panel, which hands it on
 * encrypted with its own key (contract §4.7). The cloud comes first: what its policy refuses must
 * not be shown as the password. Whatever else may fail is read before.
 */
public final class ChangePassword implements LivingServiceCommand {

  @Override
  public ServiceReadScope scope() {
    return ServiceReadScope.ACCOUNT;
  }

  /** Without a password nothing is asked of anybody. */
  @Override
  public CommandResult run(CommandContext event) {
    encrypted(event);
    return LivingServiceCommand.super.run(event);
  }

  private static String encrypted(CommandContext event) {
    return event
        .invocation()
        .option("--password")
        .orElseThrow(() -> new InvalidInputException(Sentence.of("command.needs_password")));
  }

  @Override
  public CommandResult run(CommandContext event, Service service) {
    DirectoryAccountLinking.refusePassword(service);
    boolean isKept = TariffSettings.of(service).passwordRule() != PasswordRule.MAIL;
    Secret password = event.panel().decrypt("--password", encrypted(event));
    AccountOwnership owner = Policy.owner(service);
    CloudUser user = event.provisioner().require(owner);
    AccountIdentityCheck.require(event.billing(), service, event.provisioner(), user);
    event.provisioner().setPassword(user, password);
    if (isKept) {
      event.billing().saveParam(PASSWORD, password);
    }
    DeferredWork.tryAgain(event, service);
    event.billing().confirm("service.postchangepassword");
    return event.billing().answer();
  }
}
