package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.DailyUsageStore.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two modules count at the same time, and their services lie between each other in the table. */
class DailyUsageStoreSideBySideTest extends WithStatistics {

  private static final int SERVICES = 20_000;
  private static final int BATCH = 500;

  @Test
  void writeWhenTwoRoundsMeetLosesNoFigure() {
    long first = orderMany(SERVICES);
    CompletableFuture<Void> odd = CompletableFuture.runAsync(() -> round(first + 1));
    CompletableFuture<Void> even = CompletableFuture.runAsync(() -> round(first));
    CompletableFuture.allOf(odd, even).join();

    assertThat(standIn.query("SELECT COUNT(*) AS figures FROM itemstat"))
        .first()
        .returns(Integer.toString(SERVICES), row -> row.get("figures"));
  }

  private static void round(long first) {
    try (DailyUsageStore round = new DailyUsageStore(panel, cloud)) {
      for (long from = first; from < first + SERVICES; from += 2 * BATCH) {
        List<Figure> figures =
            LongStream.iterate(from, id -> id + 2)
                .limit(BATCH)
                .mapToObj(id -> new Figure(id, DISK, "disk", BigDecimal.ONE))
                .toList();
        round.write(TODAY, figures);
      }
    }
  }
}
