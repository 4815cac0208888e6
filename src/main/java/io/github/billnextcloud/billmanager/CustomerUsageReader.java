package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.List;
import java.util.function.Consumer;

/** What the panel has of one customer because of this module. */
public final class CustomerUsageReader implements AutoCloseable {

  private final JdbcSession database;

  public CustomerUsageReader(LocalPanel panel) {
    this.database = panel.database();
  }

  /** One figure of the daily statistics. */
  public record DailyFigure(String day, String name, String value, String unit) {}

  /**
   * Those that any processing module of this program serves, or served, in the order of their ids.
   */
  public List<Long> services(long account) {
    return database
        .query(
            "SELECT i.id FROM item i JOIN processingmodule m ON m.id = i.processingmodule"
                + " WHERE i.account = ? AND m.module = ? AND COALESCE(i.parent, 0) = 0"
                + " ORDER BY i.id",
            account,
            ProcessingModule.EXECUTABLE)
        .stream()
        .map(row -> row.id())
        .toList();
  }

  public void eachFigure(long item, Consumer<DailyFigure> consumer) {
    database
        .query(
            "SELECT s.statdate, s.param, s.value, m.intname AS unit FROM itemstat s"
                + " LEFT JOIN measure m ON m.id = s.measure WHERE s.item = ?"
                + " ORDER BY s.statdate, s.param",
            item)
        .forEach(
            row ->
                consumer.accept(
                    new DailyFigure(
                        row.text("statdate"),
                        row.text("param"),
                        row.text("value"),
                        row.text("unit"))));
  }

  @Override
  public void close() {
    database.close();
  }
}
