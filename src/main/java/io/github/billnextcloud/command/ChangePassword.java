package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.PASSWORD;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.BadRequest;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Terms;
import io.github.billnextcloud.provisioning.Terms.PasswordRule;
import io.github.billnextcloud.secret.Secret;

/**
 * Gives the customer's account the password that the customer typed in the panel, which hands it on
 * encrypted with its own key (contract §4.7). The cloud comes first: what its policy refuses must
 * not be shown as the password.
 */
final class ChangePassword implements Command {

  @Override
  public Answer run(Event event) {
    String encrypted =
        event
            .invocation()
            .option("--password")
            .orElseThrow(() -> new BadRequest("changepassword needs --password", null));
    Service service = event.service(Scope.ACCOUNT);
    if (Closing.hasHappened(service)) {
      return Closing.confirmAgain(event);
    }
    Secret password = event.panel().decrypt("--password", encrypted);
    event.provisioner().setPassword(Policy.owner(service), password);
    if (new Terms(service.tariff()).passwordRule() != PasswordRule.MAIL) {
      event.billing().saveParam(PASSWORD, password);
    }
    Unfinished.tryAgain(event, service);
    event.billing().confirm("service.postchangepassword");
    return event.billing().answer();
  }
}
