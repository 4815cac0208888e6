package io.github.billnextcloud.operator.doctor;

/**
 * One line of the answer.
 *
 * @param module the processing module that it is about; 0 for the host
 */
record Result(long module, Check check, Finding finding) {

  State state() {
    return finding.state();
  }
}
