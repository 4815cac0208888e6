package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference: the sequence of requests and writes of a module that looks at accounts one by one.
 * For each a search, then the user, each on a connection of its own and without cookies, then a row
 * that is added to what the day has, committed by itself.
 */
final class OneByOne {

  private static final Pattern USED = Pattern.compile("<used>(\\d+)</used>");

  private static final String ADD =
      "INSERT INTO itemstat (item, statdate, param, value, measure) VALUES (?, ?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE value = value + VALUES(value)";

  private final ManyServices services;
  private final String authorization;
  private long searching;
  private long reading;
  private long writing;

  OneByOne(ManyServices services) {
    this.services = services;
    String credentials = CloudStandIn.ADMIN + ":" + CloudStandIn.ADMIN_PASSWORD;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  Measured count(List<Long> items) throws IOException {
    services.cloud().forgetRequests();
    String day = ManyServices.today();
    String measure = services.measure();
    long begun = System.nanoTime();
    for (long item : items) {
      BigDecimal value = stored(ManyServices.login(item));
      long before = System.nanoTime();
      services.panel().sql(ADD, item, day, ManyServices.DISK, value, measure);
      writing += System.nanoTime() - before;
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long figures = services.figures().size();
    return new Measured(services.cloud().requestCount(), seconds, 0, 0, figures);
  }

  private BigDecimal stored(String login) throws IOException {
    long begun = System.nanoTime();
    String found = get("?search=" + login);
    long between = System.nanoTime();
    searching += between - begun;
    if (!found.contains(">" + login + "<")) {
      throw new IOException("no " + login + " in " + found);
    }
    Matcher used = USED.matcher(get("/" + login));
    reading += System.nanoTime() - between;
    if (!used.find()) {
      throw new IOException("no usage of " + login);
    }
    return new BigDecimal(used.group(1)).divide(BigDecimal.valueOf(1L << 30));
  }

  private String get(String rest) throws IOException {
    URI address = URI.create(services.cloud().url() + "/ocs/v2.php/cloud/users" + rest);
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("OCS-APIRequest", "true");
    connection.setRequestProperty("Authorization", authorization);
    connection.setRequestProperty("Connection", "close");
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Since the start, of everything that was counted. */
  double searchingSeconds() {
    return searching / 1e9;
  }

  double readingSeconds() {
    return reading / 1e9;
  }

  double writingSeconds() {
    return writing / 1e9;
  }
}
