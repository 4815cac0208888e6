package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;

/** Ends the service: its own account is deleted, or what the tariff says instead. */
final class Close implements Command {

  static final String CONFIRMATION = "service.postclose";

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    new Closing(service, event.billing(), event.provisioner()).run();
    event.billing().confirm(CONFIRMATION);
    return event.billing().answer();
  }
}
