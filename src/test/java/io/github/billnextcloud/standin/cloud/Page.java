package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One page of a list, with each server's way of taking a strange limit. */
final class Page {
  private Page() {}

  static boolean contains(String text, String search) {
    return text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  static Answer of(Call call, Flavour flavour, String name, List<String> found) {
    String asked = call.field("limit");
    int limit = number(asked);
    if (asked != null && limit <= 0 && flavour == Flavour.NEXTCLOUD_34) {
      return Answer.serverError();
    }
    if (asked != null && limit < 0 && flavour == Flavour.OWNCLOUD_10) {
      return Answer.nothing();
    }
    boolean zeroIsAll = flavour == Flavour.OWNCLOUD_10 && "0".equals(asked);
    long most = asked == null || limit < 0 || zeroIsAll ? Long.MAX_VALUE : limit;
    int skipped = Math.max(0, number(call.field("offset")));
    return Answer.ok(Map.of(name, found.stream().skip(skipped).limit(most).toList()));
  }

  /** As PHP reads a number: anything else is zero. */
  private static int number(String text) {
    return text != null && text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
