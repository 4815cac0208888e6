package io.github.billnextcloud.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a resident worker's memory stays where it is, request after request. */
final class Soak {

  private static final int EACH = 1_000;

  /** Requests done, and what the worker had of the machine's memory then. */
  record Sample(int requests, double mib) {}

  private final Crowd crowd;
  private final Contender contender;
  private final Resident resident;

  Soak(Crowd crowd, Contender contender, Resident resident) {
    this.crowd = crowd;
    this.contender = contender;
    this.resident = resident;
  }

  /** One sample for each thousand requests. */
  List<Sample> run(int requests, PrintStream out) throws IOException, InterruptedException {
    List<Sample> samples = new ArrayList<>();
    for (int done = 0; done < requests; ) {
      int some = Math.min(EACH, requests - done);
      double rate = crowd.suspend(contender, some, resident).perSecond();
      done += some;
      samples.add(new Sample(done, resident.residentMib()));
      out.printf(
          Locale.ROOT,
          "soak: %,d requests, %.0f MiB, %.0f a second%n",
          done,
          resident.residentMib(),
          rate);
    }
    return samples;
  }

  /** How much more the last half of the run had at its most than the first half. */
  static double growth(List<Sample> samples) {
    int half = (samples.size() + 1) / 2;
    double first = most(samples.subList(0, half));
    return most(samples.subList(samples.size() - half, samples.size())) / first;
  }

  static double most(List<Sample> samples) {
    return samples.stream().mapToDouble(Sample::mib).max().orElseThrow();
  }
}
