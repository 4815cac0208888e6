package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.safe.UnixUser;
import io.github.billnextcloud.text.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Whose program listens at a port of this machine. While the database is down, any user of the host
 * may listen in its place, would be told who we are, and could tell us what he likes.
 */
public record PortOwnerCheck(Path proc, long ourUid) {

  /** Smaller ones are of the system's own services. */
  private static final long FIRST_OF_PEOPLE = 1000;

  /** Before a port it makes four digits of it, behind a fifth. */
  private static final int PORTS = 0x1_0000;

  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int UID = 7;

  public static PortOwnerCheck ofThisHost() throws IOException {
    return new PortOwnerCheck(Path.of("/proc/net"), UnixUser.us());
  }

  /**
   * @throws BillingException of kind {@code DATABASE} when nobody listens, or a person's program
   */
  void require(int port) throws IOException {
    List<Long> users = users(port);
    if (users.isEmpty()) {
      throw new BillingException(
          BillingErrorKind.DATABASE, Sentence.of("panel.nobody_listens", Integer.toString(port)));
    }
    Optional<Long> stranger = stranger(users);
    if (stranger.isPresent()) {
      throw new BillingException(
          BillingErrorKind.DATABASE,
          Sentence.of(
              "panel.stranger_listens", Integer.toString(port), Long.toString(stranger.get())));
    }
  }

  /** A person whose program listens there, and who is not we. */
  public Optional<Long> stranger(int port) throws IOException {
    return stranger(users(port));
  }

  private Optional<Long> stranger(List<Long> users) {
    return users.stream().filter(uid -> uid >= FIRST_OF_PEOPLE && uid != ourUid).findFirst();
  }

  /**
   * One for each address at which somebody listens. Each event that asks the database comes by
   * here, and a busy host has thousands of connections: so there are no patterns, and the system,
   * which lists who listens before them, is not even asked for them.
   */
  private List<Long> users(int port) throws IOException {
    String end = ":" + Integer.toHexString(PORTS + port).substring(1).toUpperCase(Locale.ROOT);
    List<Long> users = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (List<String> listener : listeners(proc.resolve(table))) {
        if (listener.get(LOCAL_ADDRESS).endsWith(end)) {
          users.add(Long.parseLong(listener.get(UID)));
        }
      }
    }
    return users;
  }

  private static List<List<String>> listeners(Path table) throws IOException {
    List<List<String>> listeners = new ArrayList<>();
    if (!Files.exists(table)) {
      return listeners;
    }
    try (BufferedReader lines = Files.newBufferedReader(table)) {
      fields(lines); // The names of the columns.
      for (List<String> next = fields(lines); isListener(next); next = fields(lines)) {
        listeners.add(next);
      }
    }
    return listeners;
  }

  private static boolean isListener(List<String> fields) {
    return fields.size() > UID && fields.get(STATE).equals(LISTENING);
  }

  /** Of the next line; none after the last. */
  private static List<String> fields(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    List<String> fields = new ArrayList<>();
    StringTokenizer words = new StringTokenizer(line == null ? "" : line);
    while (words.hasMoreTokens() && fields.size() <= UID) {
      fields.add(words.nextToken());
    }
    return fields;
  }
}
