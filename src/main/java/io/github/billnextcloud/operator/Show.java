package io.github.billnextcloud.operator;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.ServiceDocument;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Event;

/**
 * Prints a service as the document that every lifecycle command also takes from stdin, and beside
 * it the account: as promised, as it is, and what differs. Secrets are masked unless {@code
 * --reveal} asks for them. It changes nothing and takes no lock: it is asked while something hangs.
 */
final class Show implements Command {

  @Override
  public Answer run(Event event) {
    boolean reveal = event.invocation().reveal();
    Service service = event.service(Scope.EVERYTHING);
    XmlOut document = ServiceDocument.write(service, reveal);
    new AccountShown(service).addTo(document);
    return document;
  }
}
