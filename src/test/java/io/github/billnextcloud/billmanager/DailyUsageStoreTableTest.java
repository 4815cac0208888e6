package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.DailyUsageStore.Figure;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day's figures where the table has another key than ours, or refuses them. */
class DailyUsageStoreTableTest extends WithStatistics {

  @AfterEach
  void setTheUsualKey() {
    statistics.close();
    setKey("UNIQUE KEY");
  }

  /** The panel's own key is not known: contract §6. */
  @ParameterizedTest
  @ValueSource(strings = {"UNIQUE KEY", "KEY"})
  void writeWhenTheTableHasAKeyOrNoneCountsOnce(String key) {
    setKey(key);
    row(item, TODAY, "disc", 8);
    write("disk", "1");
    write("disk", "2");

    assertThat(rows()).containsExactly("2026-03-01 disk 2.0000");
  }

  @Test
  void writeWhenTheDayHasOneNameTwiceReplacesBoth() {
    setKey("KEY");
    row(item, TODAY, "disk", 7);
    row(item, TODAY, "disk", 8);
    write("disk", "1");

    assertThat(rows()).containsExactly("2026-03-01 disk 1.0000");
  }

  /** A panel that is not strict fills it in, and so lets its own library write (contract §6). */
  @Test
  void writeWhenTheTableHasAColumnThatNobodyKnowsIsDone() {
    standIn.sql("ALTER TABLE itemstat ADD COLUMN unknown VARCHAR(20) NOT NULL");
    try {
      write("disk", "1");
    } finally {
      statistics.close();
      standIn.sql("ALTER TABLE itemstat DROP COLUMN unknown");
    }

    assertThat(rows()).containsExactly("2026-03-01 disk 1.0000");
  }

  /** Old servers find no key for pairs, and would lock a million rows (contract §6). */
  @Test
  void deletionWhenOfPairsNamesTheServicesApart() {
    assertThat(DailyUsageStore.deletion(3, 2))
        .isEqualTo(
            "DELETE FROM itemstat WHERE statdate = ? AND item IN (?, ?)"
                + " AND (item, param) IN ((?, ?), (?, ?), (?, ?))");
  }

  @Test
  void writeWhenTheInsertIsRefusedLeavesTheOldFigures() {
    row(item, TODAY, "disk", 7);

    assertThatThrownBy(this::writeOneThatIsRefused)
        .hasMessageStartingWith("The panel's database refused a change: ")
        .hasFieldOrPropertyWithValue("kind", BillingErrorKind.DATABASE);
    statistics.close();

    assertThat(rows()).containsExactly("2026-03-01 disk 7.0000");
  }

  @Test
  void writeWhenTheInsertIsRefusedShowsOthersTheOldFiguresAllTheTime() {
    row(item, TODAY, "disk", 7);
    assertThatThrownBy(this::writeOneThatIsRefused).isInstanceOf(BillingException.class);

    assertThat(rows()).containsExactly("2026-03-01 disk 7.0000");
  }

  /** The second service is not there, and the table insists on it. */
  private void writeOneThatIsRefused() {
    statistics.write(
        TODAY,
        List.of(
            new Figure(item, DISK, "disk", BigDecimal.ONE),
            new Figure(999_999_999, DISK, "disk", BigDecimal.ONE)));
  }

  private static void setKey(String key) {
    standIn.sql("ALTER TABLE itemstat ADD " + key + " other (item, statdate, param)");
    standIn.sql("ALTER TABLE itemstat DROP KEY item, RENAME KEY other TO item");
  }
}
