package io.github.billnextcloud.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.WithSmallTariff;
import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command: figures that were counted by hand, by the rules of Prometheus' own linter. */
class MetricsTest extends WithSmallTariff {

  private static final Pattern SAMPLE = Pattern.compile("([a-z_:][a-z0-9_:]*)(\\{.*})? (\\S+)");

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");

  private long service(int status) {
    return service(tariff, status);
  }

  private List<String> lines() {
    ProgramRun run = ProgramRun.here(root, "metrics");
    assertThat(run).returns(0, ProgramRun::exitCode).returns("", ProgramRun::stderr);
    return run.stdout().lines().toList();
  }

  private void log(String text) throws Exception {
    Files.createDirectories(root.resolve("var"));
    Files.writeString(root.resolve("var/pmnextcloud.log"), text.formatted(module));
  }

  @Test
  void figuresOfThePanelAreThoseThatAreCountedByHand() {
    service(2);
    service(2);
    service(3);
    service(4);
    long operation = panel.beginOperation(service(5), "open");
    panel.sql("UPDATE runningoperation SET manual = 'on' WHERE id = ?", operation);
    String of = "module=\"" + module + "\"";

    assertThat(lines())
        .contains(
            "pmnextcloud_services{" + of + ",status=\"active\"} 2.0",
            "pmnextcloud_services{" + of + ",status=\"suspended\"} 1.0",
            "pmnextcloud_services{" + of + ",status=\"deleted\"} 1.0",
            "pmnextcloud_services{" + of + ",status=\"in_work\"} 1.0",
            "pmnextcloud_services{" + of + ",status=\"ordered\"} 0.0",
            "pmnextcloud_sold_bytes{" + of + "} " + (double) (40L << 30),
            "pmnextcloud_pending_operations{by_hand=\"true\"," + of + "} 1.0",
            "pmnextcloud_cloud_up{" + of + "} 1.0",
            "pmnextcloud_cloud_info{" + of + ",product=\"Nextcloud\",version=\"34.0.1\"} 1.0");
  }

  @Test
  void cloudWhenItIsSilentIsDownAndTheRestIsTold() {
    service(2);
    cloud.close();

    assertThat(lines())
        .contains(
            "pmnextcloud_cloud_up{module=\"" + module + "\"} 0.0",
            "pmnextcloud_sold_bytes{module=\"" + module + "\"} " + (double) (10L << 30));
  }

  /** It answers, and nobody has an account there. */
  @Test
  void cloudWhenItIsNotInstalledIsDown() {
    cloud.fault(
        request -> request.path().equals("/status.php"),
        Fault.status(
            200,
            Map.of(),
            "application/json",
            "{\"installed\":false,\"maintenance\":false,\"productname\":\"Nextcloud\"}"));

    assertThat(lines()).contains("pmnextcloud_cloud_up{module=\"" + module + "\"} 0.0");
  }

  @Test
  void countsOfTheLogOnlyGrowWhenTheLogIsGone() throws Exception {
    log(
        """
        2026-11-26T10:00:00.000Z [1] INFO asked: stat
        2026-11-26T10:00:01.000Z [1] INFO module=%1$d counted: 1 services, 700 bytes, 1 figures written, 0
        2026-11-26T10:00:02.000Z [1] INFO module=%1$d answered: exit code 0 after 2000 ms
        """);
    List<String> counted =
        List.of(
            "pmnextcloud_runs_total{command=\"stat\",outcome=\"done\"} 1.0",
            "pmnextcloud_run_duration_seconds_bucket{command=\"stat\",le=\"1.0\"} 0",
            "pmnextcloud_run_duration_seconds_bucket{command=\"stat\",le=\"2.5\"} 1",
            "pmnextcloud_run_duration_seconds_bucket{command=\"stat\",le=\"+Inf\"} 1",
            "pmnextcloud_run_duration_seconds_sum{command=\"stat\"} 2.0",
            "pmnextcloud_stored_bytes{module=\"" + module + "\"} 700.0");

    assertThat(lines()).containsAll(counted);
    log("");
    assertThat(lines()).containsAll(counted);
  }

  /** Else somebody would be warned for ever that it is not counted. */
  @Test
  void moduleWhenItIsGoneIsNotToldToBeUncounted() throws Exception {
    log(
        """
        2026-11-26T10:00:00.000Z [1] INFO asked: stat
        2026-11-26T10:00:01.000Z [1] INFO module=%1$d counted: 1 services, 700 bytes, 1 figures written, 0
        2026-11-26T10:00:02.000Z [1] INFO module=%1$d answered: exit code 0 after 2000 ms
        """);
    assertThat(lines()).anyMatch(line -> line.startsWith("pmnextcloud_last_stat_timestamp_"));

    panel.sql("UPDATE processingmodule SET module = 'pmother' WHERE id = ?", module);
    assertThat(lines())
        .contains("pmnextcloud_runs_total{command=\"stat\",outcome=\"done\"} 1.0")
        .noneMatch(line -> line.startsWith("pmnextcloud_last_stat_timestamp_"))
        .noneMatch(line -> line.startsWith("pmnextcloud_stored_bytes"));
  }

  @Test
  void fileWhenWrittenIsWholeAndForEverybody() throws Exception {
    Path file = root.resolve("x.prom");
    Files.writeString(file, "old");
    service(2);

    assertThat(ProgramRun.here(root, "metrics", "--file", file.toString()))
        .isEqualTo(new ProgramRun(0, "", ""));
    assertThat(Files.readString(file)).startsWith("# HELP pmnextcloud_").endsWith("\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    assertThat(Files.readString(root.resolve("var/pmnextcloud.metrics/counters")))
        .startsWith("until 2");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("var/pmnextcloud.metrics"))))
        .isEqualTo("rwx------");
  }

  /** What only grows must not begin anew because the database was away for a while. */
  @Test
  void panelWhenItsDatabaseIsAwayLeavesWhatTheLogTells() throws Exception {
    log(
        """
        2026-11-26T10:00:00.000Z [1] INFO asked: stat
        2026-11-26T10:00:01.000Z [1] INFO module=%1$d counted: 9 services, 700 bytes, 9 figures written, 0 unknown, 2 over their quota
        2026-11-26T10:00:02.000Z [1] INFO module=%1$d answered: exit code 0 after 2000 ms
        """);
    String of = "{module=\"" + module + "\"}";
    List<String> told =
        List.of(
            "pmnextcloud_runs_total{command=\"stat\",outcome=\"done\"} 1.0",
            "pmnextcloud_stored_bytes" + of + " 700.0",
            "pmnextcloud_over_quota_services" + of + " 2.0");
    assertThat(lines()).contains("pmnextcloud_panel_up 1.0").containsAll(told);

    panel.sql("RENAME TABLE processingmodule TO away");
    Path file = root.resolve("x.prom");
    assertThat(ProgramRun.here(root, "metrics", "--file", file.toString()))
        .isEqualTo(new ProgramRun(1, "", ""));
    assertThat(Files.readAllLines(file))
        .contains("pmnextcloud_panel_up 0.0")
        .containsAll(told)
        .noneMatch(line -> line.startsWith("pmnextcloud_services"));
  }

  /** What {@code stat} writes into the log is what is read from there. */
  @Test
  void countOfTheDayTellsWhoIsOverTheQuota() throws Exception {
    for (long used : new long[] {11L << 30, 10L << 30, 5}) {
      long item = service(2);
      panel.param(item, "username", "user_" + item, false);
      panel.param(item, "url", cloud.url().toString(), false);
      Account user = cloud.addAccount("user_" + item);
      user.setQuota("10 GB");
      user.setUsed(used);
    }
    panel.sql("UPDATE item SET opendate = NOW()");
    Path own = LauncherProperties.root().resolve("var/pmnextcloud.log");
    assertThat(ProgramRun.here(root, "--command", "stat", "--module", Long.toString(module)))
        .returns(0, ProgramRun::exitCode);
    List<String> written = Files.readAllLines(own);
    Files.createDirectories(root.resolve("var"));
    Files.write(
        root.resolve("var/pmnextcloud.log"),
        written.subList(Math.max(0, written.size() - 20), written.size()).stream()
            .map(line -> line.replaceFirst("^\\S+Z ", "2026-11-26T10:00:00.000Z "))
            .toList());

    String of = "{module=\"" + module + "\"}";
    assertThat(lines())
        .contains(
            "pmnextcloud_over_quota_services" + of + " 1.0",
            "pmnextcloud_stored_bytes" + of + " " + (double) ((21L << 30) + 5));
  }

  /** Asked for modules it still answered. */
  @Test
  void panelWhenItsDatabaseGoesAwayMeanwhileIsNotUp() throws Exception {
    service(2);
    panel.sql("RENAME TABLE runningoperation TO away");

    ProgramRun run = ProgramRun.here(root, "metrics");
    assertThat(run.exitCode()).isOne();
    assertThat(run.stdout().lines())
        .contains("pmnextcloud_panel_up 0.0")
        .noneMatch(line -> line.startsWith("pmnextcloud_cloud_up"));
  }

  @Test
  void logWhenItCannotBeReadLeavesWhatWasCountedOfIt() throws Exception {
    log(
        """
        2026-11-26T10:00:00.000Z [1] INFO asked: stat
        2026-11-26T10:00:02.000Z [1] INFO module=%1$d answered: exit code 0 after 2000 ms
        """);
    String counted = "pmnextcloud_runs_total{command=\"stat\",outcome=\"done\"} 1.0";
    assertThat(lines()).contains(counted);

    Files.delete(root.resolve("var/pmnextcloud.log"));
    Files.createDirectory(root.resolve("var/pmnextcloud.log"));
    ProgramRun run = ProgramRun.here(root, "metrics");
    assertThat(run.exitCode()).isOne();
    assertThat(run.stdout().lines()).contains(counted, "pmnextcloud_panel_up 1.0");
  }

  /** Both chapters name them all, the later ones of a row by their ends. */
  @Test
  void figuresAreInTheHandbook() throws Exception {
    service(2);
    for (String chapter : List.of("metrics.md", "metrics.ru.md")) {
      String page = Files.readString(Path.of("docs/handbook", chapter));
      assertThat(lines())
          .filteredOn(line -> line.startsWith("# TYPE "))
          .map(line -> line.split(" ")[2].substring("pmnextcloud".length()))
          .allSatisfy(
              name ->
                  assertThat(page).containsAnyOf("`pmnextcloud" + name + "`", "`…" + name + "`"));
    }
  }

  /**
   * Dashboard, alerts and template name nothing that is not told on a host that has done its work.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"grafana-dashboard.json", "prometheus-alerts.yml", "zabbix-template.yaml"})
  void whatIsWatchedIsTold(String file) throws Exception {
    service(2);
    log(
        """
        2026-11-26T10:00:00.000Z [1] INFO asked: stat
        2026-11-26T10:00:01.000Z [1] INFO module=%1$d counted: 1 services, 700 bytes, 1 figures written, 0 over their quota
        2026-11-26T10:00:02.000Z [1] INFO module=%1$d answered: exit code 0 after 2000 ms
        2026-11-26T10:00:03.000Z [2] INFO asked: doctor
        2026-11-26T10:00:03.500Z [2] WARN module=%1$d waits 900 ms before the cloud is asked again
        2026-11-26T10:00:04.000Z [2] ERROR module=%1$d failed: pmnextcloud_cloud_busy: x
        2026-11-26T10:00:05.000Z [2] INFO answered: exit code 2 after 2000 ms
        """);
    Set<String> told = new TreeSet<>();
    for (String line : lines()) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        told.add(sample.group(1));
      }
    }
    // The stand-in has no certificate.
    told.add("pmnextcloud_certificate_expiry_timestamp_seconds");
    Matcher watched =
        Pattern.compile("pmnextcloud_[a-z_]+")
            .matcher(Files.readString(Path.of("dist/monitoring", file)));
    Set<String> names = new TreeSet<>();
    while (watched.find()) {
      names.add(watched.group());
    }
    assertThat(names).isNotEmpty();
    assertThat(told).containsAll(names);
  }

  /** What {@code promtool check metrics} looks at: it is not on every machine. */
  @Test
  void namesAndLabelsFollowTheConventions() throws Exception {
    service(2);
    log(
        """
        2026-11-26T10:00:00.000Z [1] INFO asked: doctor
        2026-11-26T10:00:01.000Z [1] ERROR module=%1$d failed: pmnextcloud_cloud_busy: x
        2026-11-26T10:00:02.000Z [1] INFO module=%1$d answered: exit code 2 after 2000 ms
        """);
    Set<String> helped = new TreeSet<>();
    Map<String, String> types = new TreeMap<>();
    for (String line : lines()) {
      String[] words = line.split(" ", 4);
      if (line.startsWith("# HELP ")) {
        assertThat(words[3]).as(line).isNotBlank();
        helped.add(words[2]);
      } else if (line.startsWith("# TYPE ")) {
        types.put(words[2], words[3]);
      } else {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String family = sample.group(1).replaceFirst("_(bucket|sum|count)$", "");
        assertThat(helped).as(line).contains(family);
        assertThat(family).startsWith("pmnextcloud_").doesNotContain("millis", "_kb", "_mb");
        assertThat(family.endsWith("_total"))
            .as(line)
            .isEqualTo("counter".equals(types.get(family)));
        Matcher labels = LABEL.matcher(line);
        while (labels.find()) {
          assertThat(labels.group(1))
              .as(line)
              .isIn(
                  "module", "command", "outcome", "error", "status", "by_hand", "le", "product",
                  "version", "java");
        }
      }
    }
    assertThat(types)
        .containsEntry("pmnextcloud_run_duration_seconds", "histogram")
        .hasSizeGreaterThan(12);
  }
}
