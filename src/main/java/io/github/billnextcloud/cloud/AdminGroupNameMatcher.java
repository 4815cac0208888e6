package io.github.billnextcloud.cloud;

import java.text.Normalizer;
import java.util.Locale;

/** The group whose members administer the cloud, however its name is spelled. */
public final class AdminGroupNameMatcher {

  public static final String NAME = "admin";
  private static final char DELETE = 0x7F;

  /** What databases do not see in a name, beside marks and characters without a shape. */
  private static final String UNSEEN =
      "[\\p{C}\\p{M}\u0640\u06DE\u07FA\u0824\u0828\u180A\u1CD3\u1CF2\u1CF3]";

  /** Each letter of the name, and what some collation of MySQL or MariaDB takes for it. */
  private static final String[][] ALIKE = {
    {"a", "[\u0363\u1DD3\u1DF2\uA79A\uA79B\uA7C0\uA7C1\\x{1F150}\\x{1F170}]"},
    {
      "d",
      "[\u00D0\u00F0\u0110\u0111\u0369\u1D9E\u1DD8\u1DD9\uA779\uA77A"
          + "\\x{1F153}\\x{1F173}\\x{1F1A5}]"
    },
    {"m", "[\u036B\\x{1F15C}\\x{1F17C}]"},
    {"i", "[\u0131\u0365\\x{1F158}\\x{1F178}]"},
    {"n", "[\u1DE0\uA7A4\uA7A5\\x{1F15D}\\x{1F17D}]"}
  };

  private AdminGroupNameMatcher() {}

  /**
   * True of every name that a cloud, or its database, may take for this group's: a blank more,
   * another case, an accent, letters of full width, characters that nobody sees.
   */
  public static boolean isNamedBy(String group) {
    String seen = group.chars().allMatch(letter -> letter < 0x80) ? group : decomposed(group);
    return withoutControls(seen).strip().toLowerCase(Locale.ROOT).equals(NAME);
  }

  /** By no pattern: each event asks, of each group. */
  private static String withoutControls(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    for (char letter : text.toCharArray()) {
      if (letter >= ' ' && letter != DELETE) {
        rest.append(letter);
      }
    }
    return rest.toString();
  }

  /** Costs the tables of all letters, and hardly any group needs them. */
  private static String decomposed(String group) {
    String plain = Normalizer.normalize(group, Normalizer.Form.NFKD);
    for (String[] letter : ALIKE) {
      plain = plain.replaceAll(letter[1], letter[0]);
    }
    return plain.replaceAll(UNSEEN, "");
  }
}
