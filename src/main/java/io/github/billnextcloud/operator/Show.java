package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.ServiceDocument;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;

/**
 * Prints a service as the document that every lifecycle command also takes from stdin. Secrets are
 * masked unless {@code --reveal} asks for them.
 */
final class Show implements Command {

  @Override
  public Answer run(Event event) {
    boolean reveal = event.invocation().reveal();
    return ServiceDocument.write(event.service(Scope.EVERYTHING), reveal);
  }
}
