package io.github.billnextcloud.cloud.http;

import java.time.Duration;

/** How long we wait and how often we try: a person at a form has less time than an operation. */
public enum Timeouts {
  /** Several clouds are looked at while a customer's order waits. */
  GLANCE(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(8), 1),
  FORM(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(25), 1),
  /**
   * Servers under the brute-force guard answer after up to 25 s, and a silent mail server delays a
   * create by 10 s.
   */
  OPERATION(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(90), 3),
  /** The day's round over all users: each of its many requests is worth waiting for. */
  ROUND(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(90), 3);

  /** Deleting happens inside the request and takes minutes when there are many files. */
  public static final Duration DELETION = Duration.ofMinutes(10);

  /** After this long nothing is tried again within a run, or a request of a round. */
  public static final Duration BUDGET = Duration.ofSeconds(60);

  public final Duration connect;
  public final Duration read;

  /** For a request as a whole: a server may drip for ever. */
  public final Duration call;

  public final int attempts;

  Timeouts(Duration connect, Duration read, Duration call, int attempts) {
    this.connect = connect;
    this.read = read;
    this.call = call;
    this.attempts = attempts;
  }
}
