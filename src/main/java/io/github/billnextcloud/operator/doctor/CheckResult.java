package io.github.billnextcloud.operator.doctor;

import java.util.OptionalLong;

/**
 * One line of the answer.
 *
 * @param module the processing module that it is about; empty for the host
 */
record CheckResult(OptionalLong module, CheckDefinition check, CheckFinding finding) {

  CheckStatus state() {
    return finding.state();
  }
}
