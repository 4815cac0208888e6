package io.github.billnextcloud.operator.survey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the tables of cron for when the panel's jobs are started.
 *
 * @param host the folder that the system's own are below: {@code /}
 */
record CrontabReader(Path host) {

  private static final List<String> WORDS = List.of("mgr5", "billmgr", "pmnextcloud");

  private static final List<String> CRONTABS =
      List.of("var/spool/cron/crontabs/root", "var/spool/cron/root", "etc/crontab");

  /** Lines of cron that start the panel's jobs, masked. */
  List<String> jobs() throws IOException {
    List<String> jobs = new ArrayList<>();
    for (Path table : crontabs()) {
      for (String line : Files.readString(table, StandardCharsets.ISO_8859_1).split("\n")) {
        if (WORDS.stream().anyMatch(line::contains) && line.matches("\\s*[0-9*@].*")) {
          jobs.add(PanelReportAnonymizer.cron(line));
        }
      }
    }
    return jobs;
  }

  private List<Path> crontabs() throws IOException {
    List<Path> tables = new ArrayList<>(CRONTABS.stream().map(host::resolve).toList());
    Path more = host.resolve("etc/cron.d");
    if (Files.isDirectory(more)) {
      try (Stream<Path> files = Files.list(more)) {
        files.sorted().forEach(tables::add);
      }
    }
    return tables.stream().filter(Files::isRegularFile).toList();
  }
}
