package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.OptionalLong;

/** What was stored, as a line over days, below what is sold and what the disk holds. */
final class HistoryPlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 260;
  private static final int LEFT = 84;
  private static final int RIGHT = 24;
  private static final int TOP = 28;
  private static final int BOTTOM = 30;
  private static final int TICKS = 4;

  /** How many times what is stored a limit may be, that the line is not flat below it. */
  private static final double HIGHEST = 4;

  private final CapacityFigures all;
  private final Language language;
  private final NavigableMap<LocalDate, Long> days;
  private final double top;
  private final StringBuilder svg = new StringBuilder();

  HistoryPlot(CapacityFigures all, Language language) {
    this.all = all;
    this.language = language;
    this.days = all.history();
    double most = Math.max(1, days.values().stream().mapToLong(it -> it).max().orElse(1));
    double shown = most;
    for (OptionalLong limit : new OptionalLong[] {all.disk(), sold()}) {
      double bytes = limit.orElse(0);
      shown = bytes <= most * HIGHEST ? Math.max(shown, bytes) : shown;
    }
    top = step(shown * 1.08) * TICKS;
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

  String svg() {
    String title = words("capacity.history", days.firstKey(), days.lastKey());
    svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"".formatted(WIDTH, HEIGHT));
    svg.append(title).append("\">\n");
    for (int tick = 0; tick <= TICKS; tick++) {
      double bytes = top * tick / TICKS;
      line("grid", LEFT, y(bytes), WIDTH - RIGHT, y(bytes));
      text("end", LEFT - 8, y(bytes) + 4, size(bytes));
    }
    LocalDate middle = days.firstKey().plusDays(span() / 2);
    text("start", LEFT, HEIGHT - 8, days.firstKey().toString());
    if (span() > 2) {
      text("middle", x(middle), HEIGHT - 8, middle.toString());
    }
    text("end", WIDTH - RIGHT, HEIGHT - 8, days.lastKey().toString());
    limit("sold", words("capacity.sold"), sold());
    limit("disk", words("capacity.disk"), all.disk());
    stored();
    return svg.append("</svg>\n").toString();
  }

  private void stored() {
    StringBuilder points = new StringBuilder();
    days.forEach(
        (day, bytes) ->
            points.append(number(x(day))).append(',').append(number(y(bytes))).append(' '));
    String base = number(y(0));
    svg.append(
        "<polygon class=\"area\" points=\"%s,%s %s%s,%s\"/>\n"
            .formatted(number(x(days.firstKey())), base, points, number(x(days.lastKey())), base));
    svg.append("<polyline class=\"stored\" points=\"%s\"/>\n".formatted(points.toString().strip()));
  }

  /** One that lies far above is in the figures beside. */
  private void limit(String kind, String name, OptionalLong bytes) {
    if (bytes.isPresent() && bytes.getAsLong() <= top) {
      double at = y(bytes.getAsLong());
      line(kind, LEFT, at, WIDTH - RIGHT, at);
      text(
          kind.equals("disk") ? "end" : "start",
          kind.equals("disk") ? WIDTH - RIGHT : LEFT + 6,
          at - 5,
          name + ": " + size(bytes.getAsLong()));
    }
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(kind, number(x1), number(y1), number(x2), number(y2)));
  }

  private void text(String anchor, double x, double y, String text) {
    svg.append(
        "<text text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(anchor, number(x), number(y), text));
  }

  private long span() {
    return Math.max(1, days.lastKey().toEpochDay() - days.firstKey().toEpochDay());
  }

  private double x(LocalDate day) {
    double part = (double) (day.toEpochDay() - days.firstKey().toEpochDay()) / span();
    return LEFT + part * (WIDTH - LEFT - RIGHT);
  }

  private double y(double bytes) {
    return HEIGHT - BOTTOM - bytes / top * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private String size(double bytes) {
    return Quota.roughly(Math.round(bytes)).in(language);
  }

  private String words(String key, Object... values) {
    return Sentence.of(key, values).in(language);
  }
}
