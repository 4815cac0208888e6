package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.standin.panel.TariffSpec;
import io.github.billnextcloud.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which services a module's statistics are about, and what they have saved. */
class DailyUsageStoreServicesTest extends WithStatistics {

  @BeforeEach
  void becomeActive() {
    standIn.sql("UPDATE item SET status = 4");
    active(item, "ann");
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true", "5, false"})
  void eachServiceWhenItHasAUserIsCounted(int status, boolean suspended) {
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, item);

    assertThat(counted()).containsExactly(new Counted(item, tariff, suspended, "ann", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void eachServiceWhenUnpaidOrDeletedIsPassedOver(int status) {
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, item);

    assertThat(counted()).isEmpty();
  }

  /** Whoever has the name may be anybody; an import leaves its arguments, but perhaps no day. */
  @Test
  void eachServiceWhenItNeverWasOpenIsPassedOver() {
    standIn.sql("UPDATE item SET status = 3, opendate = NULL WHERE id = ?", item);
    assertThat(counted()).isEmpty();

    standIn.param(item, "import_service_name", "ann", false);
    assertThat(counted()).hasSize(1);
    standIn.param(item, "import_service_name", "", false);
    standIn.sql("DELETE FROM itemparam WHERE intname = 'import_service_name'");
  }

  /** A name that was typed in at the order has no address yet: it is a wish. */
  @ParameterizedTest
  @ValueSource(strings = {"url", "username"})
  void eachServiceWhenOneOfBothIsMissingIsPassedOver(String param) {
    standIn.sql("DELETE FROM itemparam WHERE item = ? AND intname = ?", item, param);
    assertThat(counted()).isEmpty();

    standIn.param(item, param, "", false);
    assertThat(counted()).isEmpty();
  }

  @Test
  void eachServiceWhenItHasAddOnsIsCountedWithoutTheirRows() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("parent", item);
    row.put("account", account);
    row.put("pricelist", tariff);
    row.put("processingmodule", module);
    row.put("status", 2);
    standIn.insert("item", row);

    assertThat(counted()).extracting(Counted::item).containsExactly(item);
  }

  @Test
  void eachServiceWhenOfAnotherModuleIsPassedOver() {
    long other = standIn.addModule(Map.of(), Map.of());
    active(standIn.order(account, tariff, other), "bob");

    assertThat(counted()).extracting(Counted::item).containsExactly(item);
  }

  /** It was moved, and its user stayed where it was. */
  @Test
  void eachServiceWhenItsUserIsInAnotherModulesCloudIsPassedOver() {
    standIn.addModule(Map.of("base_url", "https://old.example.org/"), Map.of());
    standIn.param(item, "url", "https://old.example.org", false);

    assertThat(counted()).isEmpty();
  }

  /** The cloud has a new name, and its services remember the one before. */
  @Test
  void eachServiceWhenItsAddressIsNobodysIsCounted() {
    standIn.param(item, "url", "https://former.example.org", false);

    assertThat(counted()).extracting(Counted::item).containsExactly(item);
  }

  /** Two modules may be one cloud. */
  @Test
  void eachServiceWhenItsAddressIsOursAndAnothersIsCounted() {
    standIn.addModule(Map.of("base_url", "https://cloud.example.org"), Map.of());

    assertThat(counted()).extracting(Counted::item).containsExactly(item);
  }

  @Test
  void eachServiceWhenNamesHaveBlanksIsToldWithoutThem() {
    standIn.param(item, "username", " ann\n", false);

    assertThat(counted()).extracting(Counted::username).containsExactly("ann");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_999, 5_000, 10_100})
  void eachServiceWhenThereAreThousandsTellsEachOnce(int services) {
    standIn.sql("UPDATE item SET status = 4");
    long first = orderMany(services);
    standIn.sql(
        "INSERT INTO itemparam (item, intname, value)"
            + " SELECT id, intname, CONCAT(intname, id) FROM item"
            + " JOIN (SELECT 'username' AS intname UNION SELECT 'url') names WHERE id >= ?",
        first);

    assertThat(counted())
        .hasSize(services)
        .extracting(Counted::item)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(statistics.params("username"))
        .hasSize(services)
        .containsEntry(first + services - 1, "username" + (first + services - 1));
    standIn.sql("DELETE FROM item WHERE id >= ?", first);
  }

  @Test
  void paramsWhenSomeHaveSavedOneTellsTheirs() {
    long other = standIn.order(account, tariff, module);
    active(other, "bob");
    standIn.param(other, "quota_notice_state", "2026-03 80", false);

    assertThat(statistics.params("quota_notice_state")).isEqualTo(Map.of(other, "2026-03 80"));
  }

  @Test
  void paramsWhenTheServiceIsDeletedOrElsewhereAreNotTold() {
    long deleted = standIn.order(account, tariff, module);
    active(deleted, "bob");
    standIn.sql("UPDATE item SET status = 4 WHERE id = ?", deleted);
    active(standIn.order(account, tariff, standIn.addModule(Map.of(), Map.of())), "eve");

    assertThat(statistics.params("username")).isEqualTo(Map.of(item, "ann"));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2026-03-01, true",
    "4, 2026-02-28, true",
    "4, 2025-12-31, true",
    "4, 2026-03-02, false",
    "4, '', false",
    "2, 2026-02-01, false",
    "3, 2026-02-01, false",
    "5, 2026-02-01, false"
  })
  void dueWhenTheDayHasComeAndTheServiceIsDeletedIsDue(int status, String day, boolean isDue) {
    standIn.param(item, "delete_after", day, false);
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, item);

    assertThat(statistics.due(LocalDate.of(2026, 3, 1)))
        .isEqualTo(isDue ? List.of(item) : List.of());
    standIn.sql("DELETE FROM itemparam WHERE item = ?", item);
  }

  @Test
  void dueWhenOfAnotherModuleIsNotOurs() {
    long other = standIn.order(account, tariff, standIn.addModule(Map.of(), Map.of()));
    standIn.param(other, "delete_after", "2026-01-01", false);
    standIn.sql("UPDATE item SET status = 4 WHERE id = ?", other);

    assertThat(statistics.due(TODAY)).isEmpty();
  }

  @Test
  void languageWhenAskedForIsTheCustomers() {
    assertThat(statistics.language(item)).isEqualTo(Language.RU);
    assertThat(statistics.language(999_999_999)).isEqualTo(Language.EN);
  }

  @Test
  void replaceParamsWhenOneHasNoneMakesNone() {
    long other = standIn.order(account, tariff, module);
    standIn.param(item, "space_used", "1 GB", false);
    standIn.param(item, "quota_notice", "stays", false);

    statistics.replaceParams("space_used", Map.of(item, "2 ГБ из 'трёх'", other, "4 GB"));

    assertThat(standIn.params(item))
        .containsEntry("space_used", "2 ГБ из 'трёх'")
        .containsEntry("quota_notice", "stays");
    assertThat(standIn.params(other)).doesNotContainKey("space_used");
  }

  @Test
  void isShownWhenTheProductTypeHasTheParamIsTrue() {
    assertThat(statistics.isShown(tariff, "username")).isTrue();
    assertThat(statistics.isShown(tariff, "space_used")).isFalse();
  }

  @Test
  void eachServiceWhenTariffsDifferTellsThem() {
    long bigger = standIn.addTariff(TariffSpec.named("cloud-50").servedBy(module));
    standIn.changeTariff(item, bigger);

    assertThat(counted()).extracting(Counted::tariff).containsExactly(bigger);
  }

  private List<Counted> counted() {
    List<Counted> counted = new ArrayList<>();
    statistics.eachService(counted::add);
    return counted;
  }

  private static void active(long item, String username) {
    standIn.sql("UPDATE item SET status = 2, opendate = NOW() WHERE id = ?", item);
    standIn.param(item, "username", username, false);
    standIn.param(item, "url", "https://cloud.example.org", false);
  }
}
