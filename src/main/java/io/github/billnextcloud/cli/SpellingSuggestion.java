package io.github.billnextcloud.cli;

import java.util.Comparator;
import java.util.List;

/** Finds what a person may have meant who mistyped. */
final class SpellingSuggestion {

  private static final int MOST = 3;

  private SpellingSuggestion() {}

  /** The known words that are a slip of the finger or two away, or go on from it; nearest first. */
  static List<String> near(String typed, List<String> known) {
    int allowed = Math.min(2, typed.replace("-", "").length() / 2);
    return known.stream()
        .filter(word -> distance(typed, word) <= allowed || goesOn(typed, word))
        .sorted(Comparator.comparingInt(word -> distance(typed, word)))
        .limit(MOST)
        .toList();
  }

  private static boolean goesOn(String typed, String word) {
    return typed.replace("-", "").length() > 1 && word.startsWith(typed);
  }

  /** How many letters were left out, added, mistaken or swapped with their neighbour. */
  static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int k = 0; k <= other.length(); k++) {
        steps[i][k] = i == 0 || k == 0 ? i + k : fewest(steps, one, other, i, k);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int fewest(int[][] steps, String one, String other, int i, int k) {
    int mistaken = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
    int fewest =
        Math.min(steps[i - 1][k - 1] + mistaken, 1 + Math.min(steps[i - 1][k], steps[i][k - 1]));
    boolean swapped =
        i > 1
            && k > 1
            && one.charAt(i - 1) == other.charAt(k - 2)
            && one.charAt(i - 2) == other.charAt(k - 1);
    return swapped ? Math.min(fewest, steps[i - 2][k - 2] + 1) : fewest;
  }
}
