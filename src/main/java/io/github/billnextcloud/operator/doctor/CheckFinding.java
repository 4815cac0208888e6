package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.text.Sentence;

/**
 * What a check has found.
 *
 * @param remedy the one thing to do about it; empty when there is nothing to do
 */
record CheckFinding(CheckStatus state, Sentence found, Sentence remedy) {

  static CheckFinding fine(Sentence found) {
    return new CheckFinding(CheckStatus.FINE, found, Sentence.NONE);
  }

  static CheckFinding warning(Sentence found, Sentence remedy) {
    return new CheckFinding(CheckStatus.WARNING, found, remedy);
  }

  static CheckFinding failed(Sentence found, Sentence remedy) {
    return new CheckFinding(CheckStatus.FAILED, found, remedy);
  }

  static CheckFinding skipped(Sentence found) {
    return new CheckFinding(CheckStatus.SKIPPED, found, Sentence.NONE);
  }
}
