package io.github.billnextcloud.cloud.http;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps the server's session through the many reads of a round. A password costs a server 0.2 to
 * 0.4 s each time; with a session it is checked twice, and Nextcloud makes a pair of keys (0.6 to
 * 1.4 s) and a row in its database: that pays from the fifth request on, so short runs have none.
 *
 * <p>What changes something goes without it: after half an hour, and when the server has cleaned up
 * its files, a session may go on reading but is refused every change for ever; with the password
 * alone neither is noticed. A session that has ended is made anew by the password that is sent
 * along.
 *
 * <p>We talk to one server, over one scheme and below one path, so a cookie's name and value are
 * all that matters. OkHttp's own reader of cookies would set up the calendars of all countries to
 * understand one date, which takes longer than a request.
 */
public final class SessionCookies implements Interceptor {

  /** What takes a cookie back: no time left, or a year that has passed. */
  private static final Pattern MAX_AGE = Pattern.compile("(?i);\\s*max-age=(-?)0*(\\d*)");

  /** A server has three or four. */
  private static final int MOST = 50;

  /** Of such letters, and no more of them than a server takes in a header (RFC 6265, 4.1.1). */
  private static final Pattern SENDABLE = Pattern.compile("[!-:<>-~]+=[!-:<-~]{0,4000}");

  private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*expires=[^;]*?(\\d{4})\\b");

  private final Map<String, String> kept = new LinkedHashMap<>();

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!chain.request().method().equals("GET")) {
      return chain.proceed(chain.request());
    }
    Response response = chain.proceed(withCookies(chain.request()));
    keep(response.headers("Set-Cookie"));
    return response;
  }

  private synchronized Request withCookies(Request request) {
    if (kept.isEmpty()) {
      return request;
    }
    StringJoiner all = new StringJoiner("; ");
    for (Map.Entry<String, String> cookie : kept.entrySet()) {
      all.add(cookie.getKey() + "=" + cookie.getValue());
    }
    return request.newBuilder().header("Cookie", all.toString()).build();
  }

  private synchronized void keep(List<String> lines) {
    for (String line : lines) {
      String[] pair = line.split(";", 2)[0].split("=", 2);
      String name = pair[0].strip();
      kept.remove(name);
      if (pair.length == 2 && !isTakenBack(line)) {
        keep(name, pair[1].strip());
      }
    }
  }

  /** Any proxy on the way may set one that cannot be sent, or as many as it likes. */
  private void keep(String name, String value) {
    if (kept.size() < MOST && SENDABLE.matcher(name + "=" + value).matches()) {
      kept.put(name, value);
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
}
