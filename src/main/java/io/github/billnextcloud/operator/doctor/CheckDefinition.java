package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.text.Sentence;
import java.util.List;

/**
 * One thing to look at.
 *
 * @param id for programs; never changes
 * @param needs the checks that must not have failed before
 * @param remedy what to do when looking itself fails
 * @param patience how many times the usual limit it may take
 */
record CheckDefinition(
    String id, Sentence name, List<String> needs, Sentence remedy, Look look, int patience) {

  /** Of a check that asks a cloud some twenty times. */
  private static final int LONG = 4;

  /** The way to a finding. */
  @FunctionalInterface
  interface Look {
    /** Whatever is thrown is a finding too: it failed, and the remedy is the check's own. */
    CheckFinding look() throws Exception;
  }

  static CheckDefinition of(String id, Sentence name, Sentence remedy, Look look, String... needs) {
    return new CheckDefinition(id, name, List.of(needs), remedy, look, 1);
  }

  /** The same, which is waited for longer. */
  CheckDefinition longer() {
    return new CheckDefinition(id, name, needs, remedy, look, LONG);
  }
}
