package io.github.billnextcloud.standin.panel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a MariaDB whose data nobody needs after the test: quick, small, careless. */
final class DatabaseArguments {

  private static final List<String> QUICK =
      List.of(
          "--skip-name-resolve",
          "--skip-log-bin",
          "--skip-performance-schema",
          "--skip-slow-query-log",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-flush-method=nosync",
          // A panel makes 22 tables, and the server would wait for the disk for each of them.
          "--debug-no-sync",
          "--innodb-doublewrite=0",
          "--innodb-buffer-pool-size=16M",
          "--innodb-log-file-size=16M",
          "--innodb-file-per-table=0",
          "--innodb-buffer-pool-dump-at-shutdown=0",
          "--innodb-fast-shutdown=2",
          "--innodb-stats-persistent=0",
          "--aria-pagecache-buffer-size=1M",
          "--key-buffer-size=1M",
          // As the MariaDB 5.5 of panels that have been running for long.
          "--sql-mode=",
          "--character-set-server=utf8mb4",
          "--collation-server=utf8mb4_general_ci");

  private DatabaseArguments() {}

  static List<String> of(String host, Path init) {
    List<String> arguments = new ArrayList<>(QUICK);
    arguments.add("--bind-address=" + host);
    arguments.add("--init-file=" + init);
    if ("root".equals(System.getProperty("user.name"))) {
      // As root MariaDB refuses to start unless it is told that this is meant.
      arguments.add("--user=root");
    }
    return arguments;
  }
}
