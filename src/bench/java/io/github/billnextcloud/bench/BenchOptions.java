package io.github.billnextcloud.bench;

import picocli.CommandLine.Option;

/** What the benchmark may be told. */
final class BenchOptions {

  @Option(
      names = "--services",
      paramLabel = "N",
      description = "services of the one processing module (${DEFAULT-VALUE})")
  int services = 10_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often each way is measured (${DEFAULT-VALUE})")
  int rounds = 3;

  @Option(
      names = "--one-by-one",
      paramLabel = "N",
      description = "at most so many are also counted the other way (${DEFAULT-VALUE})")
  int oneByOne = 10_000;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "days of figures that the panel has already (${DEFAULT-VALUE})")
  int days = 30;

  @Option(
      names = "--password-checks",
      paramLabel = "N",
      description = "services for counting password checks, which take time (${DEFAULT-VALUE})")
  int passwordChecks = 50;

  @Option(names = "--help", usageHelp = true, description = "print this help")
  boolean help;

  void check() {
    if (services < 10 || rounds < 1 || oneByOne < 1 || days < 0 || passwordChecks < 1) {
      throw new IllegalArgumentException("at least 10 services and 1 of everything but days");
    }
  }
}
