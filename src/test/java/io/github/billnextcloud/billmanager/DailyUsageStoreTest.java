package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.DailyUsageStore.Figure;
import io.github.billnextcloud.billmanager.DailyUsageStore.Metered;
import io.github.billnextcloud.billmanager.model.AddOn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day's figures in the panel's own table, in place of what the day had. */
class DailyUsageStoreTest extends WithStatistics {

  @Test
  void writeWhenTheDayIsEmptyPutsTheFigure() {
    write("disk", "1.5");

    assertThat(standIn.query("SELECT item, statdate, param, value, measure FROM itemstat"))
        .containsExactly(
            Map.of(
                "item", Long.toString(item),
                "statdate", "2026-03-01",
                "param", "disk",
                "value", "1.5000",
                "measure", "4"));
  }

  @Test
  void writeWhenTwiceADayCountsOnce() {
    write("disk", "1.5");
    write("disk", "2");

    assertThat(rows()).containsExactly("2026-03-01 disk 2.0000");
  }

  /** Whoever metered before us may have used the other name: both together would be charged. */
  @Test
  void writeWhenTheDayHasAllNamesOfTheAddOnReplacesThem() {
    row(item, TODAY, "disk", 7);
    row(item, TODAY, "disc", 8);
    write("disk", "1");

    assertThat(rows()).containsExactly("2026-03-01 disk 1.0000");
  }

  @Test
  void writeWhenOtherDaysAndParamsAreThereLeavesThem() {
    row(item, YESTERDAY, "disk", 7);
    row(item, TODAY.plusDays(1), "disk", 8);
    row(item, TODAY, "mails", 9);
    row(item, TODAY, "disk2", 10);
    write("disk", "1");

    assertThat(rows())
        .containsExactly(
            "2026-02-28 disk 7.0000",
            "2026-03-01 disk 1.0000",
            "2026-03-01 disk2 10.0000",
            "2026-03-01 mails 9.0000",
            "2026-03-02 disk 8.0000");
  }

  @Test
  void writeWhenOtherServicesHaveTheSameLeavesThem() {
    long other = standIn.order(account, tariff, module);
    row(other, TODAY, "disk", 7);
    row(other, TODAY, "disc", 8);
    write("disk", "1");

    assertThat(standIn.query("SELECT value FROM itemstat WHERE item = ?", other)).hasSize(2);
  }

  @Test
  void writeWhenTwoServicesAreInOneBatchKeepsEachOnesOwnNames() {
    long other = standIn.order(account, tariff, module);
    Metered space =
        new Metered(new AddOn("space", AddOn.Type.INTEGER, "", "gib"), OptionalLong.of(GIB));
    row(item, TODAY, "space", 7);
    row(other, TODAY, "disk", 8);
    statistics.write(
        TODAY,
        List.of(
            new Figure(item, DISK, "disk", BigDecimal.ONE),
            new Figure(other, space, "space", BigDecimal.TEN)));

    assertThat(standIn.query("SELECT COUNT(*) AS n FROM itemstat").get(0)).containsValue("4");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0000",
    "0.0001, 0.0001",
    "10.2500, 10.2500",
    "1234567890123456.7891, 1234567890123456.7891"
  })
  void writeWhenValueHasDecimalsKeepsThem(BigDecimal value, String kept) {
    statistics.write(TODAY, List.of(new Figure(item, DISK, "disk", value)));

    assertThat(rows()).containsExactly("2026-03-01 disk " + kept);
  }

  @Test
  void writeWhenThereAreNoFiguresChangesNothing() {
    row(item, TODAY, "disk", 7);
    statistics.write(TODAY, List.of());

    assertThat(rows()).containsExactly("2026-03-01 disk 7.0000");
  }

  @Test
  void writeWhenFiguresAreManyWritesThemInBatches() {
    long first = orderMany(1_200);
    for (int round = 0; round < 2; round++) {
      for (int batch = 0; batch < 1_200; batch += 500) {
        statistics.write(TODAY, figures(first + batch, Math.min(500, 1_200 - batch)));
      }
    }

    assertThat(standIn.query("SELECT COUNT(*) AS n, SUM(value) AS s FROM itemstat"))
        .containsExactly(Map.of("n", "1200", "s", "120.0000"));
  }

  @Test
  void confirmWhenDoneNamesModuleAndDay() {
    statistics.confirm(TODAY);

    assertThat(lines()).contains("service.poststat elid=" + module + " date=2026-03-01");
  }

  private static List<Figure> figures(long first, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Figure(first + number, DISK, "disk", new BigDecimal("0.1")))
        .toList();
  }
}
