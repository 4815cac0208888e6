package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.secret.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service of the panel on this machine. */
public final class PanelBilling implements Billing {

  private static final Logger LOG = LoggerFactory.getLogger(PanelBilling.class);

  private final Panel panel;
  private final long item;
  private ProcessingModule module;

  public PanelBilling(Panel panel, long item) {
    this.panel = panel;
    this.item = item;
  }

  @Override
  public Service service(Scope scope) {
    Service service = panel.service(item, scope);
    module = service.module();
    return service;
  }

  /** The form of ISPsystem's current library: the param's own name (contract §4.15). */
  @Override
  public void saveParam(String name, String value) {
    panel.insist(save().with(name, value).with("crypted", "off"));
    LOG.info("saved: {} = {}", name, value);
  }

  @Override
  public void saveParam(String name, Secret value) {
    panel.insist(save().with("crypted", "on").withSecret(name, value));
    LOG.info("saved: {}, encrypted", name);
  }

  private MgrctlCall save() {
    return MgrctlCall.change("service.saveparam", item);
  }

  @Override
  public void dropParam(String name) {
    panel.insist(MgrctlCall.change("service.dropparam", item).with("name", name));
    LOG.info("took back: {}", name);
  }

  @Override
  public void confirm(String function) {
    try {
      if (function.endsWith(Opening.FUNCTION)) {
        new Opening(panel, item, function.replace(Opening.FUNCTION, "")).confirm();
      } else {
        panel.insist(MgrctlCall.change(function, item));
      }
    } catch (BillingException refused) {
      if (refused.kind() == BillingException.Kind.REFUSED) {
        // Some confirm without having read the service.
        panel.requireService(item);
      }
      throw refused;
    }
    LOG.info("confirmed: {}", function);
  }

  @Override
  public boolean isTaken(String username) {
    return panel.everOwner(item, module, username) != 0;
  }

  /** BILLmanager itself knows which modules the tariff has, and which were tried (§4.3). */
  @Override
  public boolean moveOn() {
    try {
      panel.call(MgrctlCall.change("service.getnextmodule", item));
      return true;
    } catch (BillingException none) {
      LOG.warn("no other processing module: {}", none.getMessage());
      return false;
    }
  }

  @Override
  public XmlOut answer() {
    return XmlOut.ok();
  }
}
