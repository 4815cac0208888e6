package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.function.Consumer;

/** One thing that is wrong with a cloud, and the line that must say so. */
record CloudBreak(
    String what,
    Flavour flavour,
    Consumer<WithWayToCloud> deed,
    String id,
    CheckStatus state,
    String found,
    String remedy) {

  OnlyFinding finding() {
    return new OnlyFinding(state, id, found, remedy);
  }

  @Override
  public String toString() {
    return what;
  }
}
