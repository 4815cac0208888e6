package io.github.billnextcloud.operator.metrics;

import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures in Prometheus' text format, by its conventions: base units, {@code _total} for what
 * only grows, times as seconds since 1970. No label ever names a customer.
 */
final class Exposition {

  private static final String PREFIX = "pmnextcloud_";
  private static final String MODULE = "module";

  private final List<MetricSnapshot> all = new ArrayList<>();
  private final Map<String, GaugeSnapshot.Builder> gauges = new TreeMap<>();

  Exposition(String version) {
    all.add(
        InfoSnapshot.builder()
            .name(PREFIX + "build")
            .help("The installed module and its Java.")
            .dataPoint(
                InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", version, "java", Runtime.version().toString()))
                    .build())
            .build());
  }

  /** What the log has told. */
  void add(RunCounters runs) {
    counter(
        runs,
        RunCounters.RUNS,
        "runs",
        "Commands that ended, by command and outcome.",
        "command",
        "outcome");
    counter(
        runs,
        RunCounters.ERRORS,
        "errors",
        "Failures, by error id and processing module.",
        "error",
        MODULE);
    counter(runs, RunCounters.WAITS, "cloud_waits", "How often a cloud had to be waited for.");
    counter(
        runs, RunCounters.WAITED, "cloud_wait_seconds", "How long clouds were waited for in all.");
    durations(runs);
    ofModules(
        runs,
        RunCounters.COUNTED,
        "last_stat_timestamp_seconds",
        "When the day's usage of a processing module was last counted without a failure.");
    ofModules(
        runs,
        RunCounters.STORED,
        "stored_bytes",
        "What the services of a processing module stored when it was last counted.");
    ofModules(
        runs,
        RunCounters.OVER_QUOTA,
        "over_quota_services",
        "Services of a processing module that stored more than their limit when it was last"
            + " counted.");
    runs.find(RunCounters.EXAMINED, RunCounters.UNKNOWN)
        .ifPresent(
            time -> gauge("doctor_last_run_timestamp_seconds", "When doctor was last run.", time));
    runs.find(RunCounters.FOUND, RunCounters.UNKNOWN)
        .ifPresent(
            code ->
                gauge(
                    "doctor_exit_code",
                    "What doctor said then: 0 all is well, 2 warnings, 1 something is wrong.",
                    code));
  }

  /** Of one label, the processing module. */
  private void counter(RunCounters runs, String kept, String name, String help) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(PREFIX + name).help(help);
    runs.each(
            kept,
            (labels, value) ->
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of(MODULE, shown(labels.get(0))))
                    .value(value)
                    .build())
        .forEach(counter::dataPoint);
    all.add(counter.build());
  }

  private void counter(
      RunCounters runs, String kept, String name, String help, String first, String second) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(PREFIX + name).help(help);
    runs.each(
            kept,
            (labels, value) ->
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of(first, shown(labels.get(0)), second, shown(labels.get(1))))
                    .value(value)
                    .build())
        .forEach(counter::dataPoint);
    all.add(counter.build());
  }

  private static String shown(String label) {
    return label.equals(RunCounters.UNKNOWN) ? "" : label;
  }

  private void durations(RunCounters runs) {
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder()
            .name(PREFIX + "run_duration_seconds")
            .help("How long a command took, from the question to the answer.");
    Set<String> commands =
        new TreeSet<>(runs.each(RunCounters.SECONDS, (labels, value) -> labels.get(0)));
    for (String command : commands) {
      ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
      for (double bound : RunCounters.BOUNDS) {
        buckets.bucket(
            bound, (long) runs.of(RunCounters.DURATIONS, command, Double.toString(bound)));
      }
      buckets.bucket(
          Double.POSITIVE_INFINITY,
          (long) runs.of(RunCounters.DURATIONS, command, RunCounters.UNKNOWN));
      histogram.dataPoint(
          HistogramDataPointSnapshot.builder()
              .labels(Labels.of("command", shown(command)))
              .classicHistogramBuckets(buckets.build())
              .sum(runs.of(RunCounters.SECONDS, command, RunCounters.UNKNOWN))
              .build());
    }
    all.add(histogram.build());
  }

  private void ofModules(RunCounters runs, String kept, String name, String help) {
    runs.each(kept, Map::entry)
        .forEach(it -> gauge(name, help, it.getValue(), MODULE, shown(it.getKey().get(0))));
  }

  void add(long module, SoldSpace sold) {
    String id = Long.toString(module);
    for (ItemStatus status : ItemStatus.values()) {
      gauge(
          "services",
          "Services of a processing module, by the panel's status.",
          sold.services().getOrDefault(status, 0L),
          MODULE,
          id,
          "status",
          status.name().toLowerCase(Locale.ROOT));
    }
    gauge("sold_bytes", "What services that are paid for may store.", sold.bytes(), MODULE, id);
    gauge(
        "unlimited_services",
        "Services that are paid for and have no limit.",
        sold.unlimited(),
        MODULE,
        id);
    gauge(
        "unclear_services",
        "Services that are paid for and whose quota cannot be told: doctor and audit say why.",
        sold.unclear(),
        MODULE,
        id);
  }

  /** One figure of now; the same name may come again with other labels. */
  void gauge(String name, String help, double value, String... labels) {
    gauges
        .computeIfAbsent(name, first -> GaugeSnapshot.builder().name(PREFIX + name).help(help))
        .dataPoint(GaugeDataPointSnapshot.builder().labels(Labels.of(labels)).value(value).build());
  }

  String text() {
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    all.forEach(snapshots::metricSnapshot);
    gauges.values().forEach(gauge -> snapshots.metricSnapshot(gauge.build()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder()
          .setIncludeCreatedTimestamps(false)
          .build()
          .write(out, snapshots.build(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
