package io.github.billnextcloud.provisioning.groups;

import io.github.billnextcloud.billmanager.model.Service;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A group that is not shared with other customers, as a tariff names it: {@code own-{account}} is
 * each customer's, {@code own-{item}} each service's. Both numbers never change and never come
 * back. Pure.
 */
public record GroupTemplate(String typed) {

  /** What the form offers: one group for all services of a customer. */
  public static final String OF_CUSTOMER = "own-{account}";

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  /** Numbers side by side: {@code 12} and {@code 3} would be {@code 1} and {@code 23}. */
  private static final Pattern SIDE_BY_SIDE = Pattern.compile("}\\d*\\{");

  /** Stands for what a number begins with. */
  private static final String DIGIT = "{";

  /** Stands for what of a number may follow. */
  private static final String MORE = "}";

  /** Of recent servers; ownCloud and older Nextcloud lose what is longer. */
  private static final int LONGEST = 64;

  /** True when the name has a place: then the group is no common one. */
  public static boolean isOne(String group) {
    return PLACE.matcher(group).find();
  }

  /**
   * True when it can be used: with no other place, with a letter beside it and something between
   * two, so that no number is taken for another's group. A slash would keep the group from ever
   * being asked for.
   */
  public boolean isUsable() {
    boolean known =
        PLACE
            .matcher(typed)
            .results()
            .map(place -> place.group(1))
            .allMatch(place -> place.equals("item") || place.equals("account"));
    String around = PLACE.matcher(typed).replaceAll("");
    return known
        && !SIDE_BY_SIDE.matcher(typed).find()
        && around.matches("[^/{}]*\\p{L}[^/{}]*")
        && typed.length() < LONGEST - 20;
  }

  /**
   * Whether it may give one customer the group that another tariff gives another: {@code
   * own-{item}} and {@code own-{account}} may. One and the same template never does.
   *
   * @param group a template, or a name
   */
  public boolean mayMeet(String group) {
    return !typed.equalsIgnoreCase(group) && meet(symbols(typed), symbols(group));
  }

  /** Each place as a digit and any more of them; in small letters, as databases compare. */
  private static String symbols(String group) {
    return PLACE.matcher(group.toLowerCase(Locale.ROOT)).replaceAll(DIGIT + MORE);
  }

  private static boolean meet(String one, String other) {
    if (one.startsWith(MORE)) {
      return meet(one.substring(1), other)
          || !other.isEmpty() && isDigit(other.charAt(0)) && meet(one, other.substring(1));
    }
    if (other.startsWith(MORE)) {
      return meet(other, one);
    }
    return one.isEmpty() || other.isEmpty()
        ? one.equals(other)
        : meet(one.charAt(0), other.charAt(0)) && meet(one.substring(1), other.substring(1));
  }

  private static boolean meet(char one, char other) {
    boolean isPlace = DIGIT.indexOf(one) == 0 || DIGIT.indexOf(other) == 0;
    return one == other || isPlace && isDigit(one) && isDigit(other);
  }

  private static boolean isDigit(char symbol) {
    return ("0123456789" + DIGIT + MORE).indexOf(symbol) >= 0;
  }

  /** The group of this service; empty where it is not known whose it is. */
  public Optional<String> of(Service service) {
    boolean ofCustomer = typed.contains("{account}");
    if (ofCustomer && service.customer().account().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(PLACE.matcher(typed).replaceAll(place -> number(place, service)));
  }

  private static String number(MatchResult place, Service service) {
    long number =
        place.group(1).equals("item") ? service.id() : service.customer().account().orElseThrow();
    return Matcher.quoteReplacement(Long.toString(number));
  }
}
