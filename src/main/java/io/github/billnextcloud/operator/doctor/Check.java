package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.operator.Text;
import java.util.List;

/**
 * One thing to look at.
 *
 * @param id for programs; never changes
 * @param needs the checks that must not have failed before
 * @param remedy what to do when looking itself fails
 */
record Check(String id, Text name, List<String> needs, Text remedy, Look look) {

  /** The way to a finding. */
  @FunctionalInterface
  interface Look {
    /** Whatever is thrown is a finding too: it failed, and the remedy is the check's own. */
    Finding look() throws Exception;
  }

  static Check of(String id, Text name, Text remedy, Look look, String... needs) {
    return new Check(id, name, List.of(needs), remedy, look);
  }
}
