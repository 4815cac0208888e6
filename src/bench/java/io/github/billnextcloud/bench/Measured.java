package io.github.billnextcloud.bench;

/**
 * What one run cost.
 *
 * @param requests that the cloud received
 * @param cpuSeconds of the program, without the programs that it started
 * @param peakKib the most memory that the program ever had
 * @param figures that the panel has of the day afterwards
 */
record Measured(long requests, double seconds, double cpuSeconds, long peakKib, long figures) {

  Measured withFigures(long written) {
    return new Measured(requests, seconds, cpuSeconds, peakKib, written);
  }
}
