package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.LoginChoice;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;

/** Looks at the login that a customer wishes for while the order is being filled in (§4.11). */
public final class CheckParam implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.ANSWERS_CUSTOMER);
  }

  @Override
  public CommandResult run(CommandContext event) {
    String wish = event.invocation().value().orElse("");
    boolean login =
        event.invocation().param().filter(ServiceParams.USERNAME::equals).isPresent()
            && !wish.isEmpty();
    if (login) {
      judge(wish, event);
    }
    return XmlBuilder.ok();
  }

  private static void judge(String wish, CommandContext event) {
    UserId id =
        UserId.parse(wish)
            .orElseThrow(
                () ->
                    new ProvisioningException(
                        Reason.BAD_USERNAME, Sentence.of("product.bad_user_id", wish)));
    Optional<ProcessingModule> module = module(event);
    if (LoginChoice.isForbidden(module, wish)) {
      throw new ProvisioningException(
          Reason.FORBIDDEN_USERNAME, Sentence.of("product.forbidden_name", wish));
    }
    if (!UserIdRule.OF_EVERY_CLOUD.takes(id)) {
      module
          .flatMap(it -> product(it, event))
          .flatMap(product -> new UserIdRule(product).complaint(id))
          .ifPresent(
              why -> {
                throw new ProvisioningException(
                    Reason.BAD_USERNAME, Sentence.of("product.user_id_not_taken", wish, why));
              });
    }
  }

  /** Asked only where the products disagree, since a customer waits; empty when it is not known. */
  private static Optional<String> product(ProcessingModule module, CommandContext event) {
    try {
      return Optional.of(
          ModuleCloud.diagnosis(module, Timeouts.GLANCE, event.panel()).status().product());
    } catch (CloudException | ProvisioningException untold) {
      return Optional.empty();
    }
  }

  /** Unknown where the panel does not keep the order yet; whatever else fails, fails. */
  private static Optional<ProcessingModule> module(CommandContext event) {
    if (event.invocation().module().isPresent()) {
      return Optional.of(event.module());
    }
    try {
      return Optional.of(event.service(ServiceReadScope.ACCOUNT).module());
    } catch (InvalidInputException nothingToRead) {
      return Optional.empty();
    } catch (BillingException failure) {
      if (failure.kind() == BillingErrorKind.NO_SERVICE) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
