package io.github.billnextcloud.billmanager.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a closed service's account was deleted, as it is kept in a param.
 *
 * @param bytes what was stored; empty when it was nothing, or nobody knew
 * @param softly whether the cloud keeps the files for a while
 */
public record RecordedDeletion(LocalDate day, OptionalLong bytes, boolean softly) {

  private static final String UNKNOWN = "-";
  private static final String SOFTLY = "softly";

  public RecordedDeletion {
    bytes = bytes.orElse(0) > 0 ? bytes : OptionalLong.empty();
  }

  /** {@code 2026-11-26 5500000}. */
  public String text() {
    return day + " " + word(bytes) + (softly ? " " + SOFTLY : "");
  }

  /** Empty when this is no such text. */
  public static Optional<RecordedDeletion> parse(String text) {
    String[] words = text.strip().split(" ");
    if (words.length < 2 || !isAmount(words[1])) {
      return Optional.empty();
    }
    try {
      boolean softly = words.length > 2 && words[2].equals(SOFTLY);
      return Optional.of(new RecordedDeletion(LocalDate.parse(words[0]), amount(words[1]), softly));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** An amount of bytes as these records write it. */
  static String word(OptionalLong bytes) {
    return bytes.isPresent() ? Long.toString(bytes.getAsLong()) : UNKNOWN;
  }

  static boolean isAmount(String word) {
    return word.matches("\\d{1,18}|" + UNKNOWN);
  }

  static OptionalLong amount(String word) {
    return word.equals(UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(word));
  }
}
