package io.github.billnextcloud.standin.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Nextcloud's password policy as it comes: ten characters, none of the common ones. */
final class Passwords {
  private static final Set<String> COMMON =
      Set.of("abc", "password", "password1", "password123", "password1234", "1234567890");

  private Passwords() {}

  /** Why the policy refuses this password, or null. */
  static String complaint(String password) {
    List<String> sentences = new ArrayList<>();
    if (COMMON.contains(password.toLowerCase(Locale.ROOT))) {
      sentences.add("Password is among the 1,000,000 most common ones. Please make it unique.");
    }
    if (password.length() < 10) {
      sentences.add("Password needs to be at least 10 characters long.");
    }
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }
}
