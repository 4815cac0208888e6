package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.safe.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a customer wants in the team.
 *
 * @param email as typed
 * @param label the name beside it; empty when none was typed
 */
public record MemberWish(String email, Optional<String> label) {

  private static final Pattern ADDRESS =
      Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{}~-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

  private static final int LONGEST_LABEL = 64;

  /** What comes behind them is one line more, without an end. */
  private static final int MOST_LINES = 1_000;

  /**
   * What a customer's list says.
   *
   * @param wishes one for each address, in the order of the list
   * @param unread lines that have no address
   */
  public record Wishes(List<MemberWish> wishes, List<String> unread) {}

  /** An address a line, a name before or behind it; what has no address is told apart. */
  public static Wishes parse(String typed) {
    Map<String, MemberWish> wishes = new LinkedHashMap<>();
    List<String> unread = new ArrayList<>();
    for (String line : typed.split("[\\r\\n;]+", MOST_LINES)) {
      List<String> words = List.of(line.strip().split("[\\s,<>()\"]+"));
      Optional<String> address = words.stream().filter(MemberWish::isAddress).findFirst();
      if (address.isPresent()) {
        wishes.putIfAbsent(key(address.get()), new MemberWish(address.get(), label(words)));
      } else if (!line.isBlank()) {
        unread.add(PrintableText.line(line).strip());
      }
    }
    return new Wishes(List.copyOf(wishes.values()), unread);
  }

  private static Optional<String> label(List<String> words) {
    String name =
        String.join(" ", words.stream().filter(word -> !word.contains("@")).toList()).strip();
    String clean = PrintableText.line(name).strip();
    int length = Math.min(LONGEST_LABEL, clean.codePointCount(0, clean.length()));
    String fitting = clean.substring(0, clean.offsetByCodePoints(0, length)).strip();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting);
  }

  private static boolean isAddress(String word) {
    return ADDRESS.matcher(word).matches();
  }

  /** Nobody is made twice because of capitals. */
  static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  public boolean isOf(TeamMember member) {
    return key(email).equals(key(member.email()));
  }
}
