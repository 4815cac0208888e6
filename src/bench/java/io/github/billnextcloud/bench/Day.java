package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The day's count for many services: both ways in turn, then what else a day may bring. */
final class Day {

  /** Each is told by two calls of mgrctl, which in the stand-in take longer than all the rest. */
  private static final int MOST_TOLD = 100;

  private final BenchOptions options;
  private final Table table;
  private boolean agreed = true;

  Day(BenchOptions options, Table table) {
    this.options = options;
    this.table = table;
  }

  /** False when a figure was not what it should have been. */
  boolean onNextcloud() throws IOException, InterruptedException {
    try (ManyServices services = new ManyServices(Flavour.NEXTCLOUD_34, options.services)) {
      services.remember(options.days);
      Installed ours = new Installed(services);
      new OneLife(services, ours, table).measure();
      services.cloud().keepNoJournal();
      inTurn(services, ours);
      again(services, ours);
    }
    return agreed;
  }

  private void inTurn(ManyServices services, Installed ours)
      throws IOException, InterruptedException {
    List<Long> all = services.items();
    List<Long> some = all.subList(0, Math.min(all.size(), options.oneByOne));
    OneByOne reference = new OneByOne(services);
    List<Measured> installed = new ArrayList<>();
    List<Measured> oneByOne = new ArrayList<>();
    for (int round = 0; round < options.rounds; round++) {
      services.forgetDay();
      installed.add(ours.count());
      TreeMap<Long, String> written = services.figures();
      services.forgetDay();
      oneByOne.add(reference.count(some));
      compare("one by one", written.headMap(some.get(some.size() - 1), true), services);
    }
    table.note(
        "%n%,d services, %,d other users, %d days of figures; each way %d times, in turn:",
        all.size(), all.size() / 10, options.days, options.rounds);
    table.head();
    table.line("ours, Nextcloud 34", all.size(), installed);
    table.line("one by one (reference), " + Table.number(some.size()), some.size(), oneByOne);
    new Ratio(table).of(installed, all.size(), oneByOne, some.size(), reference);
  }

  private void again(ManyServices services, Installed ours)
      throws IOException, InterruptedException {
    services.forgetDay();
    ours.count();
    Map<Long, String> once = services.figures();
    Measured second = ours.count();
    compare("a second run", once, services);
    int told = Math.min(MOST_TOLD, services.items().size() / 10);
    services.fill(told);
    int calls = services.panel().calls().size();
    Measured notices = ours.count();
    table.note("%nThe same day again, once:");
    table.head();
    table.line("ours, second run of the day", services.items().size(), List.of(second));
    table.line("ours, " + told + " pass a threshold", services.items().size(), List.of(notices));
    table.note(
        "calls of mgrctl: %d, and %d when %d customers are told",
        calls, services.panel().calls().size(), told);
    table.note("the log says: %s", ours.counted());
  }

  /** Two requests for everybody, since these servers have no pages. */
  void onInfiniteScale() throws IOException, InterruptedException {
    try (ManyServices services = new ManyServices(Flavour.INFINITE_SCALE, options.services)) {
      services.remember(options.days);
      Installed ours = new Installed(services);
      new OneLife(services, ours, table).measure();
      services.cloud().keepNoJournal();
      List<Measured> rounds = days(services, ours);
      table.note("%nInfinite Scale has no pages either: all come at once, by two requests");
      table.head();
      table.line("ours, Infinite Scale", services.items().size(), rounds);
    }
  }

  void onOwncloud() throws IOException, InterruptedException {
    int count = options.services / 10;
    try (ManyServices services = new ManyServices(Flavour.OWNCLOUD_10, count)) {
      services.remember(options.days);
      services.cloud().keepNoJournal();
      Installed ours = new Installed(services);
      List<Measured> rounds = days(services, ours);
      table.note("%nownCloud has no pages of users: each is asked for, four at a time");
      table.head();
      table.line("ours, ownCloud 10", count, rounds);
    }
  }

  private List<Measured> days(ManyServices services, Installed ours)
      throws IOException, InterruptedException {
    List<Measured> rounds = new ArrayList<>();
    for (int round = 0; round < options.rounds; round++) {
      services.forgetDay();
      rounds.add(ours.count());
    }
    return rounds;
  }

  private void compare(String with, Map<Long, String> ours, ManyServices services) {
    Map<Long, String> others = services.figures();
    if (!ours.equals(others) || ours.isEmpty()) {
      agreed = false;
      table.note("%n%,d figures, but %s: %,d", ours.size(), with, others.size());
      ours.entrySet().stream()
          .filter(figure -> !figure.getValue().equals(others.get(figure.getKey())))
          .limit(5)
          .forEach(
              figure ->
                  table.note(
                      "service %d: %s, but %s: %s",
                      figure.getKey(), figure.getValue(), with, others.get(figure.getKey())));
    }
  }
}
