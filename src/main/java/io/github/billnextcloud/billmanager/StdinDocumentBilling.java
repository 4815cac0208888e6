package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.secret.Secret;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One service as a document on stdin: BILLmanager is not called, and what would have been saved is
 * in the answer.
 */
public final class StdinDocumentBilling implements Billing {

  private final InputStream stdin;
  private @Nullable Service service;
  private final Map<String, String> plain = new LinkedHashMap<>();
  private final Set<String> dropped = new LinkedHashSet<>();
  private final Map<String, Secret> crypted = new LinkedHashMap<>();

  public StdinDocumentBilling(InputStream stdin) {
    this.stdin = stdin;
  }

  @Override
  public Service service(ServiceReadScope scope) {
    if (service == null) {
      service = ServiceDocumentCodec.read(XmlElement.parse(stdin));
    }
    return service;
  }

  @Override
  public void saveParam(String name, String value) {
    plain.put(name, value);
  }

  @Override
  public void saveParam(String name, Secret value) {
    crypted.put(name, value);
  }

  @Override
  public void dropParam(String name) {
    plain.remove(name);
    crypted.remove(name);
    dropped.add(name);
  }

  @Override
  public void confirm(String function) {
    // Nobody waits for it: the answer itself is the confirmation.
  }

  /** A document knows of one service only. */
  @Override
  public boolean isTaken(String username) {
    return false;
  }

  @Override
  public boolean isTakenNow(String username) {
    return false;
  }

  @Override
  public boolean moveOn() {
    return false;
  }

  @Override
  public XmlBuilder answer() {
    XmlBuilder answer = XmlBuilder.ok();
    dropped.removeAll(plain.keySet());
    dropped.removeAll(crypted.keySet());
    dropped.forEach(
        name -> answer.open("param").with("name", name).with("dropped", "yes").close("param"));
    plain.forEach(answer::param);
    crypted.forEach((name, secret) -> ServiceDocumentCodec.crypted(answer, name, secret.reveal()));
    return answer;
  }
}
