package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.cli.BilingualText;

/**
 * What a check has found.
 *
 * @param remedy the one thing to do about it; empty when there is nothing to do
 */
record CheckFinding(CheckStatus state, BilingualText found, BilingualText remedy) {

  static CheckFinding fine(BilingualText found) {
    return new CheckFinding(CheckStatus.FINE, found, BilingualText.NONE);
  }

  static CheckFinding warning(BilingualText found, BilingualText remedy) {
    return new CheckFinding(CheckStatus.WARNING, found, remedy);
  }

  static CheckFinding failed(BilingualText found, BilingualText remedy) {
    return new CheckFinding(CheckStatus.FAILED, found, remedy);
  }

  static CheckFinding skipped(BilingualText found) {
    return new CheckFinding(CheckStatus.SKIPPED, found, BilingualText.NONE);
  }
}
