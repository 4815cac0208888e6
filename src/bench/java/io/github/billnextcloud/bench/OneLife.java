package io.github.billnextcloud.bench;

import java.io.IOException;
import java.util.List;

/** What each operation costs in the life of one service among the many. */
final class OneLife {

  private static final String LINE = "%-34s %10s %10s %10s %8s %8s %8s";

  private final ManyServices services;
  private final Installed ours;
  private final Table table;

  OneLife(ManyServices services, Installed ours, Table table) {
    this.services = services;
    this.ours = ours;
    this.table = table;
  }

  void measure() throws IOException, InterruptedException {
    table.note(
        "%nOne service among %,d, from order to cancellation, once:%n", services.items().size());
    table.note(LINE, "", "requests", "passwords", "mgrctl", "s", "CPU s", "peak MB");
    // Only the first event ever fetches what forms show of the cloud.
    ours.event("get_server_config", "--module", Long.toString(services.module()));
    long item = services.order();
    operation(item, "open");
    services.enlarge(item);
    for (String command : List.of("setparam", "suspend", "resume", "close")) {
      operation(item, command);
    }
  }

  private void operation(long item, String command) throws IOException, InterruptedException {
    long operation = services.panel().beginOperation(item, command);
    Measured measured =
        ours.event(
            command, "--item", Long.toString(item), "--runningoperation", Long.toString(operation));
    table.note(
        LINE,
        command,
        measured.requests(),
        services.passwordChecks(),
        services.panel().calls().size(),
        Table.seconds(measured.seconds()),
        Table.seconds(measured.cpuSeconds()),
        measured.peakKib() / 1024);
  }
}
