package io.github.billnextcloud.command.lifecycle;

import static io.github.billnextcloud.billmanager.model.ServiceParams.URL;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;
import java.util.Set;

/**
 * Where the customer's own cloud is (contract §4.8). The panel sends the customer's browser there,
 * so it is the saved address and nothing that was made of our credentials.
 */
public final class TransitionControlPanel implements Command {

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.ANSWERS_CUSTOMER);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Service service = event.service(ServiceReadScope.ACCOUNT);
    String url =
        service
            .params()
            .find(URL)
            .filter(address -> address.matches("https?://.*"))
            .orElseThrow(
                () -> new ProvisioningException(Reason.MISSING, Sentence.of("product.no_account")));
    return XmlBuilder.doc()
        .element("url", url)
        .element("panelcount", "1")
        .open("panelname")
        .with("keyname", service.module().id())
        .text("Nextcloud / ownCloud")
        .close("panelname");
  }
}
