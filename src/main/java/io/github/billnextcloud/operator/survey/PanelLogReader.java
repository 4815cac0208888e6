package io.github.billnextcloud.operator.survey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the panel writes how and when it starts us: its log, and the tables of cron.
 *
 * @param root the panel's folder
 * @param host the folder that the system's own are below: {@code /}
 */
record PanelLogReader(Path root, Path host) {

  private static final String OURS = "pmnextcloud";

  /** Of a log that may have 100 MB, the end. */
  private static final long LAST_BYTES = 8L << 20;

  private static final List<String> CRONTABS =
      List.of("var/spool/cron/crontabs/root", "var/spool/cron/root", "etc/crontab");

  /** The command lines with which the panel has called us lately, masked: how → how often. */
  Map<String, Long> calls() throws IOException {
    Map<String, Long> calls = new LinkedHashMap<>();
    for (String line : end(root.resolve("var/billmgr.log")).split("\n")) {
      int at = line.indexOf("--command", Math.max(0, line.indexOf(OURS)));
      if (at > 0 && line.contains(OURS)) {
        calls.merge(
            PanelReportAnonymizer.call(line.substring(line.indexOf(OURS) + OURS.length())),
            1L,
            Long::sum);
      }
    }
    return calls;
  }

  private static String end(Path log) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - LAST_BYTES));
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - channel.position()));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until all is there.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }

  /** Lines of cron that start the panel's jobs, masked. */
  List<String> jobs() throws IOException {
    List<String> jobs = new ArrayList<>();
    for (Path table : crontabs()) {
      for (String line : Files.readString(table, StandardCharsets.ISO_8859_1).split("\n")) {
        boolean ours = line.contains("mgr5") || line.contains("billmgr") || line.contains(OURS);
        if (ours && line.matches("\\s*[0-9*@].*")) {
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

  /** Name and version of the system. */
  String system() throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    for (String line : Files.readAllLines(host.resolve("etc/os-release"))) {
      String[] pair = line.split("=", 2);
      told.put(pair[0], pair[pair.length - 1].replace("\"", ""));
    }
    return PanelReportAnonymizer.names(told.getOrDefault("ID", ""))
        + " "
        + told.getOrDefault("VERSION_ID", "").replaceAll("[^0-9.]", "");
  }
}
