package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.DailyUsageStore.Figure;
import io.github.billnextcloud.billmanager.DailyUsageStore.Metered;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A panel's table of figures, empty, and the statistics that are to be written into it. */
abstract class WithStatistics extends WithPanel {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  static final LocalDate YESTERDAY = TODAY.minusDays(1);
  static final long GIB = 4;

  static final Metered DISK =
      new Metered(new AddOn("disk disc", AddOn.Type.INTEGER, "", "gib"), OptionalLong.of(GIB));

  static ProcessingModule cloud;

  DailyUsageStore statistics;

  @BeforeAll
  static void readTheModule() {
    cloud = panel.processingModule(module);
  }

  @BeforeEach
  void begin() {
    standIn.sql("DELETE FROM itemstat");
    statistics = new DailyUsageStore(panel, cloud);
  }

  @AfterEach
  void end() {
    statistics.close();
  }

  void write(String name, String value) {
    statistics.write(TODAY, List.of(new Figure(item, DISK, name, new BigDecimal(value))));
  }

  static void row(long item, LocalDate day, String param, int value) {
    standIn.sql(
        "INSERT INTO itemstat (item, statdate, param, value, measure) VALUES (?, ?, ?, ?, ?)",
        item,
        day,
        param,
        value,
        GIB);
  }

  /** Orders so many services and tells the first one's number. */
  static long orderMany(int count) {
    long first =
        Long.parseLong(standIn.query("SELECT MAX(id) + 1 AS id FROM item").get(0).get("id"));
    standIn.sql(
        "INSERT INTO item (id, account, pricelist, processingmodule, status, opendate)"
            + " SELECT ? + seq, ?, ?, ?, 2, NOW() FROM seq_0_to_"
            + (count - 1),
        first,
        account,
        tariff,
        module);
    return first;
  }

  /** What the service has: day, name, value. */
  List<String> rows() {
    return standIn
        .query(
            "SELECT CONCAT_WS(' ', statdate, param, value) AS told FROM itemstat WHERE item = ?"
                + " ORDER BY statdate, param, value",
            item)
        .stream()
        .map(row -> row.get("told"))
        .toList();
  }
}
