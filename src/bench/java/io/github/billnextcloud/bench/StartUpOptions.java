package io.github.billnextcloud.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the benchmark of starts may be told. */
final class StartUpOptions {

  private static final int LONG_ROUNDS = 25;
  private static final int LONG_MANY = 1_000;
  private static final int LONG_SOAK = 100_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds that count; one before them does not (${DEFAULT-VALUE})")
  int rounds = 9;

  @Option(
      names = "--many",
      paramLabel = "N",
      description =
          "services that are suspended 8 at a time, by a process each (${DEFAULT-VALUE}; 0: none)")
  int many = 100;

  @Option(
      names = "--many-warm",
      paramLabel = "N",
      description = "the same, by the resident worker where there is one (${DEFAULT-VALUE})")
  int manyWarm = 1_000;

  @Option(
      names = "--soak",
      paramLabel = "N",
      description = "requests to the resident worker while its memory is watched (0)")
  int soak;

  @Option(
      names = "--mgrctl-millis",
      paramLabel = "N",
      description = "what each call of mgrctl takes longer; the panel's own takes 10 to 30 (0)")
  int mgrctlMillis;

  @Option(names = "--long", description = "25 rounds, 1,000 services, and a soak of 100,000")
  boolean lengthy;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "the page that the table is written into (${DEFAULT-VALUE})")
  Path page = Path.of("docs/design/performance.md");

  @Option(names = "--no-page", description = "only print it")
  boolean noPage;

  @Option(names = "--help", usageHelp = true, description = "print this help")
  boolean help;

  void check() {
    if (lengthy) {
      rounds = LONG_ROUNDS;
      many = LONG_MANY;
      soak = LONG_SOAK;
    }
    if (rounds < 1 || many < 0 || manyWarm < 1 || soak < 0 || mgrctlMillis < 0) {
      throw new IllegalArgumentException("at least one round, and nothing below zero");
    }
  }
}
