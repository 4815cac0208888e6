package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.time.Instant;

/** Two clocks beside each other: wrong ones make deletion days, sessions and logs wrong. */
final class ClockDifferenceCheck {

  private static final long MOST_SECONDS = 60;

  private ClockDifferenceCheck() {}

  /**
   * @param where the other clock is, in Russian in the prepositional case
   */
  static CheckFinding compare(Instant theirs, Instant ours, Sentence where) {
    long seconds = Duration.between(ours, theirs).toSeconds();
    if (Math.abs(seconds) <= MOST_SECONDS) {
      return CheckFinding.fine(Sentence.of("doctor.clocks_agree"));
    }
    Sentence found =
        seconds > 0
            ? Sentence.of("doctor.clock_ahead", seconds)
            : Sentence.of("doctor.clock_behind", -seconds);
    return CheckFinding.warning(
        found, Sentence.of("doctor.switch_time_synchronisation_ntp", where));
  }
}
