package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Language;

/**
 * The one line of a report that is not well, where one thing was broken.
 *
 * @param found words of it, as those of the remedy
 */
record OnlyFinding(CheckStatus state, String id, String found, String remedy) {

  void isIn(DoctorReport report) {
    assertThat(report.results().stream().filter(it -> it.state() == state))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.check().id()).isEqualTo(id);
              assertThat(it.finding().found().in(Language.EN)).contains(found);
              assertThat(it.finding().remedy().in(Language.EN)).contains(remedy);
            });
    assertThat(report.exitCode()).isEqualTo(state == CheckStatus.FAILED ? 1 : 2);
  }
}
