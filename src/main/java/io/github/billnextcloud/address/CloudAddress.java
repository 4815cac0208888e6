package io.github.billnextcloud.address;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where a cloud is, in the one form in which it is used, saved and compared: however it was
 * spelled, two addresses are equal when requests to them go to the same place.
 *
 * @param url with port and path, so that installs in a sub-folder work; ends with a slash, and
 *     never has credentials
 */
public record CloudAddress(HttpUrl url) {

  /** What follows the cloud's own folder in addresses that are copied from a browser. */
  private static final Set<String> SCRIPTS =
      Set.of("index.php", "remote.php", "public.php", "status.php");

  /** Blanks and marks that are not seen, as they come along when something is copied. */
  private static final String UNSEEN = "[\\s\\p{Z}\\p{Cf}]+";

  /** A name that a request can be sent to, or a number. */
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|[0-9a-f:]+");

  /**
   * The address that a person typed, or that was saved: with or without a slash at its end, even
   * copied from the browser's bar. Empty when it is no http or https address.
   */
  public static Optional<CloudAddress> parse(String typed) {
    HttpUrl url = HttpUrl.parse(typed.replaceAll("^" + UNSEEN + "|" + UNSEEN + "$", ""));
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      return Optional.empty();
    }
    // A name with a point at its end is the same name, but on no certificate.
    String host = url.host().replaceAll("\\.$", "");
    if (!HOST.matcher(host).matches()) {
      return Optional.empty();
    }
    HttpUrl.Builder base = url.newBuilder().query(null).fragment(null).encodedPath("/");
    try {
      base.host(host);
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
    for (String segment : url.pathSegments()) {
      if (SCRIPTS.contains(segment.toLowerCase(Locale.ROOT))) {
        break;
      }
      if (!segment.isEmpty()) {
        // Taken apart and put together again: one and the same letter has many escapes.
        base.addPathSegment(segment);
      }
    }
    return Optional.of(new CloudAddress(base.build()));
  }

  /**
   * What was typed as an address, to be shown: somebody may have typed credentials into it, also
   * where it is none, with fewer slashes than it takes or without a scheme.
   */
  public static String withoutCredentials(String typed) {
    return typed.replaceAll("(?s)^(\\s*[a-zA-Z]+:[/\\\\]+)?.*@", "$1***@");
  }

  /** True when both texts are addresses, and of the same cloud. */
  public static boolean isSame(String one, String other) {
    return parse(one)
        .filter(address -> parse(other).filter(address::equals).isPresent())
        .isPresent();
  }

  /** Says what a record says anyway; that one is made at run time, in 5 ms of each start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CloudAddress address && url.equals(address.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }

  /** For people, for the customer, and to be saved: without a slash at its end. */
  @Override
  public String toString() {
    return url.toString().replaceAll("/$", "");
  }
}
