package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.secret.Secret;

/**
 * All that a command about one service asks of the billing: the service, what it saves, and the
 * confirmation. The panel itself answers when an item was named; otherwise the service is a
 * document on stdin and the answer tells what would have been saved.
 */
public interface Billing {

  /** The service, as much of it as the command needs. */
  Service service(ServiceReadScope scope);

  void saveParam(String name, String value);

  void saveParam(String name, Secret value);

  /** Takes a saved param back. */
  void dropParam(String name);

  /**
   * Tells BILLmanager that the command came true: this ends the running operation.
   *
   * @param function {@code service.postsuspend}, {@code <product type>.open} …
   */
  void confirm(String function);

  /** What the command answers on stdout once it is confirmed. */
  XmlBuilder answer();

  /** True when another service of this cloud has, or ever had, a user of this name. */
  boolean isTaken(String username);

  /**
   * The same but for a user whom a closed service has left: one that others keep comes back under
   * no other name.
   */
  boolean isTakenNow(String username);

  /** Moves the service on to its next processing module; false when there is none. */
  boolean moveOn();
}
