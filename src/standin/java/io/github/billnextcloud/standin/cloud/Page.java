package io.github.billnextcloud.standin.cloud;

import java.util.Locale;
import java.util.stream.Stream;

/** One page of a list, with each server's way of taking a strange limit. */
final class Page {
  private Page() {}

  static boolean contains(String text, String search) {
    return text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  /** Refuses the request where the server does. */
  static <T> Stream<T> of(Call call, Flavour flavour, Stream<T> found) {
    String asked = call.field("limit");
    int limit = number(asked);
    if (asked != null && limit <= 0 && flavour == Flavour.NEXTCLOUD_34) {
      throw new Refused(Answer.serverError());
    }
    if (asked != null && limit < 0 && flavour == Flavour.OWNCLOUD_10) {
      throw new Refused(Answer.nothing());
    }
    boolean zeroIsAll = flavour == Flavour.OWNCLOUD_10 && "0".equals(asked);
    long most = asked == null || limit < 0 || zeroIsAll ? Long.MAX_VALUE : limit;
    int skipped = Math.max(0, number(call.field("offset")));
    return found.skip(skipped).limit(most);
  }

  /** As PHP reads a number: anything else is zero. */
  private static int number(String text) {
    return text != null && text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
