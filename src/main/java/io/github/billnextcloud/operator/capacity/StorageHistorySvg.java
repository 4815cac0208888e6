package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was stored, as a line over days, and how it goes on, below what is sold and what the disk
 * holds. Lines differ by their dashes and are named where they are: nobody needs the colours.
 */
final class StorageHistorySvg {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 280;
  private static final int LEFT = 84;
  private static final int RIGHT = 24;
  private static final int TOP = 30;
  private static final int BOTTOM = 34;
  private static final int TICKS = 4;

  /** How many points the foretold range has. */
  private static final int STEPS = 24;

  /** How many times what is stored a limit may be, that the line is not flat below it. */
  private static final double HIGHEST = 4;

  private final CapacityFigures all;
  private final CapacityFigureFormatter words;
  private final NavigableMap<LocalDate, Long> days;
  private final LocalDate last;

  /** Days that are foretold. */
  private final long ahead;

  private final double top;
  private final XmlBuilder page;

  StorageHistorySvg(CapacityFigures all, CapacityFigureFormatter words, XmlBuilder page) {
    this.all = all;
    this.words = words;
    this.page = page;
    days = all.history();
    last = days.lastKey();
    ahead = all.trend().isPresent() ? ahead() : 0;
    double most = Math.max(1, days.values().stream().mapToLong(it -> it).max().orElse(1));
    double shown = Math.max(most, all.trend().map(it -> it.expected(ahead)).orElse(most));
    for (OptionalLong limit : new OptionalLong[] {all.disk(), sold()}) {
      double bytes = limit.orElse(0);
      shown = bytes <= most * HIGHEST ? Math.max(shown, bytes) : shown;
    }
    top = step(shown * 1.08) * TICKS;
  }

  /** Half as long as what is known, or as long until the disk is full, if that is not too far. */
  private long ahead() {
    long known = ChronoUnit.DAYS.between(days.firstKey(), last);
    Optional<LocalDate> full = all.diskFull().flatMap(it -> it.expected());
    long until = full.map(day -> ChronoUnit.DAYS.between(last, day)).orElse(0L);
    return Math.max(known / 2, until <= known ? until : 0);
  }

  private OptionalLong sold() {
    return all.sold().bytes() > 0 ? OptionalLong.of(all.sold().bytes()) : OptionalLong.empty();
  }

  /** A fourth of so many bytes, rounded up to what people count in. */
  private static double step(double bytes) {
    double unit = Math.pow(1024, Math.floor(Math.log(bytes) / Math.log(1024)));
    double fourth = bytes / unit / TICKS;
    double ten = Math.pow(10, Math.floor(Math.log10(fourth)));
    for (double round : new double[] {1, 2, 2.5, 5}) {
      if (fourth <= round * ten) {
        return round * ten * unit;
      }
    }
    return 10 * ten * unit;
  }

  void write() {
    page.open("svg").with("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT)).with("role", "img");
    page.with("aria-label", words.of("capacity.history", days.firstKey(), last));
    for (int tick = 0; tick <= TICKS; tick++) {
      double bytes = top * tick / TICKS;
      line("grid", LEFT, y(bytes), WIDTH - RIGHT, y(bytes));
      text("end", LEFT - 8, y(bytes) + 4, tick == 0 ? "0" : words.size(Math.round(bytes)));
    }
    text("start", LEFT, HEIGHT - 8, days.firstKey().toString());
    LocalDate middle = ahead > 0 ? last : days.firstKey().plusDays(span() / 2);
    if (span() > 2) {
      text("middle", x(middle), HEIGHT - 8, middle.toString());
    }
    text("end", WIDTH - RIGHT, HEIGHT - 8, last.plusDays(ahead).toString());
    all.trend().filter(it -> ahead > 0).ifPresent(this::range);
    stored();
    limit("sold", words.of("capacity.sold"), sold());
    limit("disk", words.of("capacity.disk"), all.disk());
    all.trend().filter(it -> ahead > 0).ifPresent(this::expected);
    page.close("svg").text("\n");
  }

  private void stored() {
    List<String> points = new ArrayList<>();
    days.forEach((day, bytes) -> points.add(point(x(day), bytes)));
    List<String> area = new ArrayList<>(points);
    area.add(0, point(x(days.firstKey()), 0));
    area.add(point(x(last), 0));
    shape("polygon", "area", area);
    shape("polyline", "stored", points);
  }

  private void range(StorageTrend trend) {
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      double day = (double) ahead * step / STEPS;
      double at = x(last) + day / span() * (WIDTH - LEFT - RIGHT);
      upper.add(point(at, trend.upper(day)));
      lower.add(point(at, trend.lower(day)));
    }
    Collections.reverse(lower);
    upper.addAll(lower);
    shape("polygon", "range", upper);
  }

  private void expected(StorageTrend trend) {
    double end = Math.max(0, trend.expected(ahead));
    line("expected", x(last), y(trend.expected(0)), WIDTH - RIGHT, y(end));
    double below = Math.max(y(trend.expected(0)), y(end)) + 26;
    text(
        "end",
        WIDTH - RIGHT,
        below > HEIGHT - BOTTOM - 4 ? Math.min(y(trend.expected(0)), y(end)) - 12 : below,
        words.of("capacity.forecast"));
  }

  /** One that lies far above is in the figures beside. */
  private void limit(String kind, String name, OptionalLong bytes) {
    if (bytes.isPresent() && bytes.getAsLong() <= top) {
      double at = y(bytes.getAsLong());
      boolean right = kind.equals("disk");
      line(kind, LEFT, at, WIDTH - RIGHT, at);
      text(
          right ? "end" : "start",
          right ? WIDTH - RIGHT : LEFT + 6,
          at - 6,
          name + ": " + words.size(bytes.getAsLong()));
    }
  }

  private void shape(String name, String kind, List<String> points) {
    page.open(name).with("class", kind).with("points", String.join(" ", points)).close(name);
    page.text("\n");
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    page.open("line").with("class", kind);
    page.with("x1", number(x1)).with("y1", number(y1)).with("x2", number(x2));
    page.with("y2", number(y2)).close("line").text("\n");
  }

  private void text(String anchor, double x, double y, String text) {
    page.open("text").with("text-anchor", anchor).with("x", number(x)).with("y", number(y));
    page.text(text).close("text").text("\n");
  }

  private long span() {
    return Math.max(1, ChronoUnit.DAYS.between(days.firstKey(), last) + ahead);
  }

  private double x(LocalDate day) {
    double part = (double) ChronoUnit.DAYS.between(days.firstKey(), day) / span();
    return LEFT + part * (WIDTH - LEFT - RIGHT);
  }

  private double y(double bytes) {
    double part = Math.min(1, Math.max(0, bytes / top));
    return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
  }

  private String point(double x, double bytes) {
    return number(x) + "," + number(y(bytes));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
