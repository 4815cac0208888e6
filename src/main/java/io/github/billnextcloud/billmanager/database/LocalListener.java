package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.safe.ProcessOwner;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose program listens at a port of this machine. While the database is down, any user of the host
 * may listen in its place, would be told who we are, and could tell us what he likes.
 */
record LocalListener(Path proc, long ourUid) {

  /** Smaller ones are of the system's own services. */
  private static final long FIRST_OF_PEOPLE = 1000;

  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int UID = 7;

  static LocalListener ofThisHost() throws IOException {
    return new LocalListener(Path.of("/proc/net"), ProcessOwner.us());
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
    for (long uid : users) {
      if (uid >= FIRST_OF_PEOPLE && uid != ourUid) {
        throw new BillingException(
            BillingErrorKind.DATABASE,
            Sentence.of("panel.stranger_listens", Integer.toString(port), Long.toString(uid)));
      }
    }
  }

  /** One for each address at which somebody listens. */
  private List<Long> users(int port) throws IOException {
    String end = String.format(":%04X", port);
    List<Long> users = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = proc.resolve(table);
      if (!Files.exists(file)) {
        continue;
      }
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields.length > UID && fields[STATE].equals(LISTENING))
            .filter(fields -> fields[LOCAL_ADDRESS].endsWith(end))
            .forEach(fields -> users.add(Long.parseLong(fields[UID])));
      }
    }
    return users;
  }
}
