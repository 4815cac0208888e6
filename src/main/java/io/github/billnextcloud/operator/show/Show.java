package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.ServiceXml;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandOutput;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import java.util.Set;

/**
 * Prints a service as the document that every lifecycle command also takes from stdin, and beside
 * it the account: as promised, as it is, and what differs. Secrets are masked unless {@code
 * --reveal} asks for them. It changes nothing and takes no lock: it is asked while something hangs.
 */
public final class Show implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandOutput run(CommandContext event) {
    boolean reveal = event.invocation().reveal();
    Service service = event.service(ServiceReadScope.EVERYTHING);
    XmlBuilder document = ServiceXml.write(service, reveal);
    new AccountReport(service, event.panel(), event.language()).addTo(document);
    return document;
  }
}
