package io.github.billnextcloud.standin.cloud;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Collectors;

/** App passwords as each product makes them up. */
final class AppPasswords {
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LETTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Random RANDOM = new SecureRandom();

  private AppPasswords() {}

  static String nextcloud() {
    return of(LETTERS, 72);
  }

  /** Four groups of five capitals. */
  static String owncloud() {
    return of(CAPITALS, 20).replaceAll("(.{5})(?=.)", "$1-");
  }

  static String of(String letters, int length) {
    return RANDOM
        .ints(length, 0, letters.length())
        .mapToObj(at -> letters.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  static String loginFlowToken() {
    return of(LETTERS, 128);
  }
}
