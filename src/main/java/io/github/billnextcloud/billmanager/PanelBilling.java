package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service of the panel on this machine. */
public final class PanelBilling implements Billing {

  private static final Logger LOG = LoggerFactory.getLogger(PanelBilling.class);

  private final LocalPanel panel;
  private final long item;
  private @Nullable ProcessingModule module;

  public PanelBilling(LocalPanel panel, long item) {
    this.panel = panel;
    this.item = item;
  }

  @Override
  public Service service(ServiceReadScope scope) {
    Service service = panel.service(item, scope);
    module = service.module();
    return service;
  }

  @Override
  public void saveParam(String name, String value) {
    SavedParamCheck param = new SavedParamCheck(panel, item, name);
    save(
        param,
        form -> save().with(form, value).with("crypted", "off"),
        () -> param.isStored(value));
    LOG.info("saved: {} = {}", name, value);
  }

  @Override
  public void saveParam(String name, Secret value) {
    SavedParamCheck param = new SavedParamCheck(panel, item, name);
    save(
        param,
        form -> save().with("crypted", "on").withSecret(form, value),
        () -> param.isStored(value));
    LOG.info("saved: {}, encrypted", name);
  }

  /**
   * In the form of ISPsystem's current library, the param's own name; a panel that does not know it
   * may know the other (contract §4.15). An account whose name, address or password nobody has is
   * lost, so these are read back.
   */
  private void save(
      SavedParamCheck param, Function<String, MgrctlRequest> form, BooleanSupplier stored) {
    panel.insist(form.apply(param.name()));
    if (!param.isDear() || stored.getAsBoolean()) {
      return;
    }
    LOG.warn("{} is not saved by its own name: it is sent as a value", param.name());
    panel.insist(form.apply("value").with("name", param.name()));
    if (!stored.getAsBoolean()) {
      throw new BillingException(
          BillingErrorKind.REFUSED, Sentence.of("panel.not_saved", param.name()));
    }
  }

  private MgrctlRequest save() {
    return MgrctlRequest.change("service.saveparam", item);
  }

  @Override
  public void dropParam(String name) {
    panel.insist(MgrctlRequest.change("service.dropparam", item).with("name", name));
    LOG.info("took back: {}", name);
  }

  @Override
  public void confirm(String function) {
    try {
      if (function.endsWith(OpenConfirmation.FUNCTION)) {
        new OpenConfirmation(panel, item, function.replace(OpenConfirmation.FUNCTION, ""))
            .confirm();
      } else {
        panel.insist(MgrctlRequest.change(function, item));
      }
    } catch (BillingException refused) {
      if (refused.kind() == BillingException.BillingErrorKind.REFUSED) {
        // Some confirm without having read the service.
        panel.requireService(item);
      }
      throw refused;
    }
    LOG.info("confirmed: {}", function);
  }

  @Override
  public boolean isTaken(String username) {
    ProcessingModule ours = Objects.requireNonNull(module, "the service is read first");
    return panel.everOwner(item, ours, username).isPresent();
  }

  @Override
  public boolean isTakenNow(String username) {
    ProcessingModule ours = Objects.requireNonNull(module, "the service is read first");
    return panel.presentOwner(item, ours, username).isPresent();
  }

  /** BILLmanager itself knows which modules the tariff has, and which were tried (§4.3). */
  @Override
  public boolean moveOn() {
    try {
      panel.call(MgrctlRequest.change("service.getnextmodule", item));
      return true;
    } catch (BillingException none) {
      LOG.warn("no other processing module: {}", none.getMessage());
      return false;
    }
  }

  @Override
  public XmlBuilder answer() {
    return XmlBuilder.ok();
  }
}
