package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.secret.Secret;
import java.util.function.Consumer;

/**
 * A billing that is read and never written: what would be saved or confirmed is told instead.
 *
 * @param told takes each as a sentence
 */
public record DryRunBilling(Billing billing, Consumer<String> told) implements Billing {

  @Override
  public Service service(ServiceReadScope scope) {
    return billing.service(scope);
  }

  @Override
  public void saveParam(String name, String value) {
    told.accept("save in the service: " + name + " = " + value);
  }

  @Override
  public void saveParam(String name, Secret value) {
    told.accept("save in the service, encrypted: " + name);
  }

  @Override
  public void dropParam(String name) {
    told.accept("drop from the service: " + name);
  }

  @Override
  public void confirm(String function) {
    told.accept("confirm by " + function);
  }

  @Override
  public XmlBuilder answer() {
    return XmlBuilder.ok();
  }

  @Override
  public boolean isTaken(String username) {
    return billing.isTaken(username);
  }

  /** Which module comes next only BILLmanager knows, and asking moves the service. */
  @Override
  public boolean moveOn() {
    told.accept("ask BILLmanager for the next processing module");
    return false;
  }
}
