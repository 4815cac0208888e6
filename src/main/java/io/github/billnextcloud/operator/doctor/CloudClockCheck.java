package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import java.time.Duration;
import java.time.Instant;

/** Two clocks beside each other: wrong ones make deletion days, sessions and logs wrong. */
final class CloudClockCheck {

  private static final long MOST_SECONDS = 60;

  private CloudClockCheck() {}

  /**
   * @param where the other clock is, in Russian in the prepositional case
   */
  static CheckFinding compare(Instant theirs, Instant ours, BilingualText where) {
    long seconds = Duration.between(ours, theirs).toSeconds();
    if (Math.abs(seconds) <= MOST_SECONDS) {
      return CheckFinding.fine(text("the same as here", "идут как здесь"));
    }
    BilingualText found =
        seconds > 0
            ? text("%s s ahead of here", "спешат относительно здешних на %s с", seconds)
            : text("%s s behind here", "отстают от здешних на %s с", -seconds);
    return CheckFinding.warning(
        found,
        text(
            "Switch on time synchronisation (NTP) here and on %s",
            "Включите синхронизацию времени (NTP) здесь и на %s", where));
  }
}
