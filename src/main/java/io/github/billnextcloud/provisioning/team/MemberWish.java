package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.safe.PrintableText;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Characters of a label, and of what is told of a line without an address. */
  private static final int LONGEST_LABEL = 64;

  /** Twice what the largest team takes. */
  static final int MOST_LINES = 1_000;

  /** Characters of a line; what stands behind them is not read. */
  private static final int LONGEST_LINE = 1_000;

  /**
   * What a customer's list says.
   *
   * @param wishes one for each address, in the order of the list
   * @param unread lines that have no address, as they may be shown
   * @param isCut whether the list goes on behind what was read
   */
  public record Wishes(List<MemberWish> wishes, List<String> unread, boolean isCut) {

    public boolean has(TeamMember member) {
      return wishes.stream().anyMatch(wish -> wish.isOf(member));
    }
  }

  /** An address a line, a name before or behind it; what has no address is told apart. */
  public static Wishes parse(String typed) {
    Map<String, MemberWish> wishes = new LinkedHashMap<>();
    List<String> unread = new ArrayList<>();
    String[] lines = typed.split("[\\r\\n;]+", MOST_LINES + 1);
    for (String whole : lines.length > MOST_LINES ? Arrays.copyOf(lines, MOST_LINES) : lines) {
      String line = whole.substring(0, Math.min(LONGEST_LINE, whole.length()));
      List<String> words = List.of(line.strip().split("[\\s,<>()\"]+"));
      Optional<String> address = words.stream().filter(MemberWish::isAddress).findFirst();
      if (address.isPresent()) {
        wishes.putIfAbsent(key(address.get()), new MemberWish(address.get(), label(words)));
      } else if (!line.isBlank()) {
        unread.add(shown(line));
      }
    }
    boolean isCut = lines.length > MOST_LINES && !lines[MOST_LINES].isBlank();
    return new Wishes(List.copyOf(wishes.values()), unread, isCut);
  }

  private static Optional<String> label(List<String> words) {
    String name =
        String.join(" ", words.stream().filter(word -> !word.contains("@")).toList()).strip();
    return Optional.of(PrintableText.line(name, LONGEST_LABEL)).filter(it -> !it.isEmpty());
  }

  private static String shown(String line) {
    String clean = PrintableText.line(line).strip();
    String fitting = PrintableText.line(line, LONGEST_LABEL);
    return fitting.equals(clean) ? clean : fitting + "…";
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
