package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Logins;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Refusal.Reason;
import java.util.Map;

/** Looks at the login that a customer wishes for while the order is being filled in (§4.11). */
final class CheckParam implements Command {

  @Override
  public Answer run(Event event) {
    String wish = event.invocation().value().orElse("");
    boolean login =
        event.invocation().param().filter(ServiceParams.USERNAME::equals).isPresent()
            && !wish.isEmpty();
    if (login && UserId.parse(wish).isEmpty()) {
      throw new Refusal(Reason.BAD_USERNAME, "No cloud takes the user id '" + wish + "'");
    }
    if (login && Logins.isForbidden(settings(event), wish)) {
      throw new Refusal(Reason.FORBIDDEN_USERNAME, "The name '" + wish + "' is not for customers");
    }
    return XmlOut.ok();
  }

  private static ProcessingModule settings(Event event) {
    if (event.invocation().module().isPresent()) {
      return event.module();
    }
    try {
      return event.service(Scope.ACCOUNT).module();
    } catch (RuntimeException orderedByNobodyYet) {
      return new ProcessingModule(0, Map.of(), Map.of());
    }
  }
}
