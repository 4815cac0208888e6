package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deletion as a param keeps it. */
class RecordedDeletionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  @Test
  void parseWhenItWasKeptReadsItBack() {
    RecordedDeletion known = new RecordedDeletion(DAY, OptionalLong.of(5_500_000), false);
    RecordedDeletion soft = new RecordedDeletion(DAY, OptionalLong.empty(), true);
    assertThat(known.text()).isEqualTo("2026-11-26 5500000");
    assertThat(soft.text()).isEqualTo("2026-11-26 - softly");
    assertThat(RecordedDeletion.parse(" 2026-11-26 5500000 ")).contains(known);
    assertThat(RecordedDeletion.parse(soft.text())).contains(soft);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11-26", "2026-13-26 5", "x 5", "2026-11-26 x", "2026-11-26 -5"})
  void parseWhenItIsSomethingElseIsEmpty(String text) {
    assertThat(RecordedDeletion.parse(text)).isEmpty();
  }
}
