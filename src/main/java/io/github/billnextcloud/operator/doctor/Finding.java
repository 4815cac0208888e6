package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.operator.Text;

/**
 * What a check has found.
 *
 * @param remedy the one thing to do about it; empty when there is nothing to do
 */
record Finding(State state, Text found, Text remedy) {

  static Finding fine(Text found) {
    return new Finding(State.FINE, found, Text.NONE);
  }

  static Finding warning(Text found, Text remedy) {
    return new Finding(State.WARNING, found, remedy);
  }

  static Finding failed(Text found, Text remedy) {
    return new Finding(State.FAILED, found, remedy);
  }

  static Finding skipped(Text found) {
    return new Finding(State.SKIPPED, found, Text.NONE);
  }
}
