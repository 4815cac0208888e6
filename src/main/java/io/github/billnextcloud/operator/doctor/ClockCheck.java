package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.operator.Text;
import java.time.Duration;
import java.time.Instant;

/** Two clocks beside each other: wrong ones make deletion days, sessions and logs wrong. */
final class ClockCheck {

  private static final long MOST_SECONDS = 60;

  private ClockCheck() {}

  /**
   * @param where the other clock is, in Russian in the prepositional case
   */
  static Finding compare(Instant theirs, Instant ours, Text where) {
    long seconds = Duration.between(ours, theirs).toSeconds();
    if (Math.abs(seconds) <= MOST_SECONDS) {
      return Finding.fine(text("the same as here", "идут как здесь"));
    }
    Text found =
        seconds > 0
            ? text("%s s ahead of here", "спешат относительно здешних на %s с", seconds)
            : text("%s s behind here", "отстают от здешних на %s с", -seconds);
    return Finding.warning(
        found,
        text(
            "Switch on time synchronisation (NTP) here and on %s",
            "Включите синхронизацию времени (NTP) здесь и на %s", where));
  }
}
