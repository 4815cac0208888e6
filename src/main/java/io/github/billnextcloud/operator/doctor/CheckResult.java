package io.github.billnextcloud.operator.doctor;

/**
 * One line of the answer.
 *
 * @param module the processing module that it is about; 0 for the host
 */
record CheckResult(long module, CheckDefinition check, CheckFinding finding) {

  CheckStatus state() {
    return finding.state();
  }
}
