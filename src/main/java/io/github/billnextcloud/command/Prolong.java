package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;

/** A renewal is a matter of the billing alone: nothing changes in the cloud. */
final class Prolong implements Command {

  @Override
  public Answer run(Event event) {
    event.billing().confirm("service.postprolong");
    return event.billing().answer();
  }
}
