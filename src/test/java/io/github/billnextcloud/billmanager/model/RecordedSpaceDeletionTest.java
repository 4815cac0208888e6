package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a team's space when it is deleted. */
class RecordedSpaceDeletionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  @Test
  void parseWhenItIsOurTextIsWhatWasKept() {
    RecordedSpaceDeletion known =
        new RecordedSpaceDeletion(DAY, OptionalLong.of(0), Optional.of("12"), "team-7-k3v9x2mq7t");
    RecordedSpaceDeletion imported =
        new RecordedSpaceDeletion(DAY, OptionalLong.empty(), Optional.empty(), "Acme and sons");

    assertThat(RecordedSpaceDeletion.parse(" 2026-11-26 0 12 team-7-k3v9x2mq7t ")).contains(known);
    assertThat(RecordedSpaceDeletion.parse(known.text())).contains(known);
    assertThat(RecordedSpaceDeletion.parse(imported.text())).contains(imported);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-11-26",
        "2026-11-26 5 12",
        "26.11.2026 5 12 a",
        "2026-11-26 x 1 a"
      })
  void parseWhenItIsNoSuchTextIsEmpty(String text) {
    assertThat(RecordedSpaceDeletion.parse(text)).isEmpty();
  }
}
