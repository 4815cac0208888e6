package io.github.billnextcloud.cloud.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cookies of a session: never changed, never printed.
 *
 * <p>We talk to one server, over one scheme and below one path, so a cookie's name and value are
 * all that matters. OkHttp's own reader of cookies would set up the calendars of all countries to
 * understand one date, which takes longer than a request.
 */
public final class SessionCookies {

  public static final SessionCookies EMPTY = new SessionCookies(Map.of());

  /** What takes a cookie back: no time left, or a year that has passed. */
  private static final Pattern MAX_AGE = Pattern.compile("(?i);\\s*max-age=(-?)0*(\\d*)");

  private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*expires=[^;]*?(\\d{4})\\b");

  /** Without it no other lets anybody in, on Nextcloud or ownCloud. */
  private static final String PASSPHRASE = "oc_sessionPassphrase";

  /** A server has three or four. */
  private static final int MOST = 50;

  /** Of such letters, and no more of them than a server takes in a header (RFC 6265, 4.1.1). */
  private static final Pattern SENDABLE = Pattern.compile("[!-:<>-~]+=[!-:<-~]{0,4000}");

  private final Map<String, String> kept;

  private SessionCookies(Map<String, String> kept) {
    this.kept = kept;
  }

  /** Cookies as {@link #header} has written them. */
  static SessionCookies ofHeader(String header) {
    return EMPTY.with(List.of(header.split("; ")));
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** Whether they may be those of a session; ownCloud takes that back at once for most requests. */
  boolean areOfSession() {
    return kept.containsKey(PASSPHRASE);
  }

  /** The value of the request's header. */
  public String header() {
    StringJoiner all = new StringJoiner("; ");
    kept.forEach((name, value) -> all.add(name + "=" + value));
    return all.toString();
  }

  /**
   * With what an answer has set and without what it has taken back.
   *
   * @param lines of {@code Set-Cookie}
   */
  public SessionCookies with(List<String> lines) {
    if (lines.isEmpty()) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(kept);
    for (String line : lines) {
      String[] pair = line.split(";", 2)[0].split("=", 2);
      String name = pair[0].strip();
      all.remove(name);
      if (pair.length == 2 && !isTakenBack(line)) {
        put(all, name, pair[1].strip());
      }
    }
    return new SessionCookies(all);
  }

  /** Any proxy on the way may set one that cannot be sent, or as many as it likes. */
  private static void put(Map<String, String> all, String name, String value) {
    if (all.size() < MOST && SENDABLE.matcher(name + "=" + value).matches()) {
      all.put(name, value);
    }
  }

  /** The age counts more than the date (RFC 6265, 5.3). */
  private static boolean isTakenBack(String line) {
    Matcher age = MAX_AGE.matcher(line);
    if (age.find()) {
      return !age.group(1).isEmpty() || age.group(2).isEmpty();
    }
    Matcher date = EXPIRES.matcher(line);
    return date.find() && Integer.parseInt(date.group(1)) < LocalDate.now(ZoneOffset.UTC).getYear();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionCookies jar && kept.equals(jar.kept);
  }

  @Override
  public int hashCode() {
    return kept.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
