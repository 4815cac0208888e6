package io.github.billnextcloud.secret;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Makes passwords that clouds accept and people can read out: no two characters look alike. */
public final class PasswordGenerator {

  /** Characters in a password; a cloud's usual policy asks for ten. */
  public static final int LENGTH = 24;

  private static final int NAME_LENGTH = 10;

  static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
  static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  static final String DIGITS = "23456789";
  static final String SYMBOLS = "-_.+=!@";

  private PasswordGenerator() {}

  /** A new password: letters of both cases, digits and at least one symbol. */
  public static Secret generate() {
    return generate(LENGTH, true, new SecureRandom());
  }

  /** A new password without symbols, for those who must type it on a phone. */
  public static Secret withoutSymbols() {
    return generate(LENGTH, false, new SecureRandom());
  }

  /** A new password of twice the usual length. */
  public static Secret twiceAsLong() {
    return generate(2 * LENGTH, true, new SecureRandom());
  }

  /** A new name that nobody can guess: a letter first, then letters and digits. */
  public static String name() {
    RandomGenerator random = new SecureRandom();
    StringBuilder name = new StringBuilder().append(oneOf(LOWER, random));
    while (name.length() < NAME_LENGTH) {
      name.append(oneOf(LOWER + DIGITS, random));
    }
    return name.toString();
  }

  static Secret generate(int length, boolean symbol, RandomGenerator random) {
    StringBuilder password = new StringBuilder(length);
    password.append(oneOf(LOWER, random)).append(oneOf(UPPER, random));
    password.append(oneOf(DIGITS, random));
    if (symbol) {
      password.append(oneOf(SYMBOLS, random));
    }
    while (password.length() < length) {
      password.append(oneOf(LOWER + UPPER + DIGITS, random));
    }
    shuffle(password, random);
    return new Secret(password.toString());
  }

  private static char oneOf(String alphabet, RandomGenerator random) {
    return alphabet.charAt(random.nextInt(alphabet.length()));
  }

  private static void shuffle(StringBuilder text, RandomGenerator random) {
    for (int last = text.length() - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      char kept = text.charAt(last);
      text.setCharAt(last, text.charAt(other));
      text.setCharAt(other, kept);
    }
  }
}
