package io.github.billnextcloud.command;

import static io.github.billnextcloud.billmanager.ServiceParams.URL;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Scope;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.provisioning.Refusal;
import io.github.billnextcloud.provisioning.Refusal.Reason;

/**
 * Where the customer's own cloud is (contract §4.8). The panel sends the customer's browser there,
 * so it is the saved address and nothing that was made of our credentials.
 */
final class TransitionControlPanel implements Command {

  @Override
  public Answer run(Event event) {
    Service service = event.service(Scope.ACCOUNT);
    String url =
        service
            .params()
            .find(URL)
            .filter(address -> address.matches("https?://.*"))
            .orElseThrow(
                () -> new Refusal(Reason.MISSING, "The service has no account in a cloud yet"));
    return XmlOut.doc()
        .element("url", url)
        .element("panelcount", "1")
        .open("panelname")
        .with("keyname", service.module().id())
        .text("Nextcloud / ownCloud")
        .close("panelname");
  }
}
