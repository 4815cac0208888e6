package io.github.billnextcloud.command;

import java.util.function.Predicate;

/** Which requests a fault hits: the first that is meant, or from that one on every one. */
final class Aim implements Predicate<String> {

  private final String meant;
  private final boolean goesOn;
  private boolean begun;

  Aim(String meant, boolean goesOn) {
    this.meant = meant;
    this.goesOn = goesOn;
  }

  @Override
  public synchronized boolean test(String request) {
    if (begun) {
      return goesOn;
    }
    begun = request.equals(meant);
    return begun;
  }
}
