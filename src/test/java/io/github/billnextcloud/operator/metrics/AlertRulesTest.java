package io.github.billnextcloud.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.operator.WithSmallTariff;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Prometheus' own {@code promtool} says of alerts and figures; skipped where it is not. */
class AlertRulesTest extends WithSmallTariff {

  private static ProgramRun promtool(String... args) throws Exception {
    Optional<Path> tool =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(tool.isPresent(), "promtool is not on this machine");
    String[] line = new String[args.length + 1];
    line[0] = tool.orElseThrow().toString();
    System.arraycopy(args, 0, line, 1, args.length);
    return ProgramRun.run(Path.of("."), Map.of(), line);
  }

  @Test
  void alertsFireWhenTheyShallAndNotBefore() throws Exception {
    ProgramRun told =
        promtool("test", "rules", "src/test/resources/monitoring/prometheus-alerts.test.yml");
    assertThat(told.exitCode()).as(told.stdout() + told.stderr()).isZero();
  }

  @Test
  void everyAlertIsTried() throws Exception {
    String tried =
        Files.readString(Path.of("src/test/resources/monitoring/prometheus-alerts.test.yml"));
    assertThat(Files.readString(Path.of("dist/monitoring/prometheus-alerts.yml")).lines())
        .filteredOn(line -> line.contains("- alert: "))
        .hasSizeGreaterThan(7)
        .allSatisfy(
            line -> assertThat(tried).contains("alertname: " + line.split("alert: ")[1] + "\n"));
  }

  @Test
  void figuresHaveNothingToBeMended() throws Exception {
    service(tariff, 2);
    Path file = root.resolve("figures.prom");
    ProgramRun.here(root, "metrics", "--file", file.toString());
    assertThat(file).isNotEmptyFile();

    Path shell = Path.of("/bin/sh");
    promtool("--version");
    ProgramRun told =
        ProgramRun.run(
            root, Map.of(), shell.toString(), "-c", "exec promtool check metrics <figures.prom");
    assertThat(told).isEqualTo(new ProgramRun(0, "", ""));
  }
}
