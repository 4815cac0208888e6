package io.github.billnextcloud.cloud.ocs;

import java.time.Duration;

/** How long we wait and how often we try: a person at a form has less time than an operation. */
public enum Patience {
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
  static final Duration DELETION = Duration.ofMinutes(10);

  /** After this long nothing is tried again within a run, or a request of a round. */
  static final Duration BUDGET = Duration.ofSeconds(60);

  final Duration connect;
  final Duration read;

  /** For a request as a whole: a server may drip for ever. */
  final Duration call;

  final int attempts;

  Patience(Duration connect, Duration read, Duration call, int attempts) {
    this.connect = connect;
    this.read = read;
    this.call = call;
    this.attempts = attempts;
  }
}
