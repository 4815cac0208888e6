package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;

/** A renewal is a matter of the billing alone: nothing changes in the cloud. */
final class Prolong implements Command {

  @Override
  public Answer run(Event event) {
    if (Closing.hasHappened(event.service(Scope.ACCOUNT))) {
      return Closing.confirmAgain(event);
    }
    event.billing().confirm("service.postprolong");
    return event.billing().answer();
  }
}
