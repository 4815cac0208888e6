package io.github.billnextcloud.secret;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Makes passwords that clouds accept and people can read out: no two characters look alike. */
public final class Passwords {

  /** Characters in a password; a cloud's usual policy asks for ten. */
  public static final int LENGTH = 24;

  static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
  static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  static final String DIGITS = "23456789";
  static final String SYMBOLS = "-_.+=!@";

  private Passwords() {}

  /** A new password: letters of both cases, digits and at least one symbol. */
  public static Secret generate() {
    return generate(new SecureRandom());
  }

  static Secret generate(RandomGenerator random) {
    StringBuilder password = new StringBuilder(LENGTH);
    password.append(oneOf(LOWER, random)).append(oneOf(UPPER, random));
    password.append(oneOf(DIGITS, random)).append(oneOf(SYMBOLS, random));
    while (password.length() < LENGTH) {
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
