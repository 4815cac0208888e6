package io.github.billnextcloud.bench;

import java.util.List;

/** Says how much less our way takes than the reference, service for service. */
final class Ratio {

  private final Table table;

  Ratio(Table table) {
    this.table = table;
  }

  void of(
      List<Measured> ours, long ourServices, List<Measured> others, long theirs, OneByOne parts) {
    double requests =
        each(others.get(0).requests(), theirs) / each(ours.get(0).requests(), ourServices);
    double ourTime = each(Table.median(ours), ourServices);
    double theirTime = each(Table.median(others), theirs);
    double searching = each(parts.searchingSeconds() / others.size(), theirs);
    table.note(
        "ours takes 1/%.0f of the reference's requests and 1/%.1f of its time;"
            + " 1/%.1f without the time of its searches",
        requests, theirTime / ourTime, (theirTime - searching) / ourTime);
    table.note(
        "the reference, a service: search %.2f ms, user %.2f ms, row %.2f ms",
        searching * 1000,
        each(parts.readingSeconds() / others.size(), theirs) * 1000,
        each(parts.writingSeconds() / others.size(), theirs) * 1000);
    table.note(
        "The reference is the sequence of requests and writes of ISPsystem's module as"
            + " published,%nwritten in Java for this table; it is not their Python, whose start,"
            + " parsing and%nlogging are not in its time. Ours has all of its own: a JVM's start,"
            + " and in this%nstand-in another one for each call of mgrctl. The stand-in's database"
            + " does not wait%nfor a disk, and its cloud checks no password for this table: both"
            + " favour the reference.%nIts search looks through all users, as the servers' does,"
            + " and grows with them.");
  }

  private static double each(double all, long services) {
    return all / services;
  }
}
