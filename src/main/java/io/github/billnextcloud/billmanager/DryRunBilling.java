package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.function.Consumer;

/**
 * A billing that is read and never written: what would be saved or confirmed is told instead.
 *
 * @param told takes each as a sentence
 */
public record DryRunBilling(Billing billing, Consumer<Sentence> told) implements Billing {

  @Override
  public Service service(ServiceReadScope scope) {
    return billing.service(scope);
  }

  @Override
  public void saveParam(String name, String value) {
    told.accept(Sentence.of("change.save", name, value));
  }

  @Override
  public void saveParam(String name, Secret value) {
    told.accept(Sentence.of("change.save_encrypted", name));
  }

  @Override
  public void dropParam(String name) {
    told.accept(Sentence.of("change.drop", name));
  }

  @Override
  public void confirm(String function) {
    told.accept(Sentence.of("change.confirm", function));
  }

  @Override
  public XmlBuilder answer() {
    return XmlBuilder.ok();
  }

  @Override
  public boolean isTaken(String username) {
    return billing.isTaken(username);
  }

  @Override
  public boolean isTakenNow(String username) {
    return billing.isTakenNow(username);
  }

  /** Which module comes next only BILLmanager knows, and asking moves the service. */
  @Override
  public boolean moveOn() {
    told.accept(Sentence.of("change.next_module"));
    return false;
  }
}
