package io.github.billnextcloud.billmanager.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When the space of a closed service's team was deleted, as it is kept in a param.
 *
 * @param bytes what was stored in it; empty when nobody knew
 * @param spaceId that the cloud had given it; empty where none was on record
 * @param mark of the team, by which its group was called, too
 */
public record RecordedSpaceDeletion(
    LocalDate day, OptionalLong bytes, Optional<String> spaceId, String mark) {

  private static final String UNKNOWN = "-";

  /** The mark of a team that was imported may have blanks: it is last. */
  private static final int WORDS = 4;

  /** {@code 2026-11-26 5500000 12 team-7-k3v9x2mq7t}. */
  public String text() {
    String stored = RecordedDeletion.word(bytes);
    return String.join(" ", day.toString(), stored, spaceId.orElse(UNKNOWN), mark);
  }

  /** Empty when this is no such text. */
  public static Optional<RecordedSpaceDeletion> parse(String text) {
    String[] words = text.strip().split(" ", WORDS);
    if (words.length < WORDS || !RecordedDeletion.isAmount(words[1])) {
      return Optional.empty();
    }
    try {
      OptionalLong bytes = RecordedDeletion.amount(words[1]);
      Optional<String> spaceId = Optional.of(words[2]).filter(id -> !id.equals(UNKNOWN));
      return Optional.of(
          new RecordedSpaceDeletion(LocalDate.parse(words[0]), bytes, spaceId, words[3]));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
