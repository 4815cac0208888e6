package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a name may be used in a cloud, and whether there is another cloud to go to. */
class TakenNamesTest extends WithPanel {

  private PanelBilling billing;
  private long other;

  @BeforeEach
  void takeTheService() {
    billing = new PanelBilling(panel, item);
    billing.service(ServiceReadScope.ORDER);
    other = standIn.order(account, tariff, module);
    standIn.forgetCalls();
  }

  @AfterEach
  void forgetNames() {
    standIn.sql("DELETE FROM itemparam");
    standIn.sql("DELETE FROM processingmodule2pricelist WHERE processingmodule <> ?", module);
  }

  @Test
  void isTakenWhenNobodyHasOrHadItIsFalse() {
    named(other, "somebody", 2);

    assertThat(billing.isTaken("ann")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void isTakenWhenAnotherHasOrHadItIsTrue(int status) {
    named(other, "ann", status);

    assertThat(billing.isTaken("ann")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true", "4, false", "5, true"})
  void isTakenNowWhenAnotherHasItIsTrueUntilThatIsClosed(int status, boolean taken) {
    named(other, "ann", status);

    assertThat(billing.isTakenNow("ann")).isEqualTo(taken);
    standIn.param(other, "deleted_logins", "ann", false);
    assertThat(billing.isTakenNow("ann")).isTrue();
  }

  @Test
  void isTakenWhenTheOtherIsNotPaidIsFalse() {
    named(other, "ann", 1);

    assertThat(billing.isTaken("ann")).isFalse();
  }

  /** A name that is only wished for blocks nobody. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void isTakenWhenTheOtherOnlyWishesForItIsFalse(int status) {
    named(other, "ann", status);
    standIn.sql("DELETE FROM itemparam WHERE item = ? AND intname = 'url'", other);
    assertThat(billing.isTaken("ann")).isFalse();

    standIn.param(other, "url", "", false);
    assertThat(billing.isTaken("ann")).isFalse();
  }

  @Test
  void isTakenWhenItIsTheServicesOwnIsFalse() {
    named(item, "ann", 2);

    assertThat(billing.isTaken("ann")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Ann, ann", "ann, ANN"})
  void isTakenWhenSpelledOtherwiseIsTrue(String theirs, String ours) {
    named(other, theirs, 4);

    assertThat(billing.isTaken(ours)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ann", "ann,bob", "bob,ann", "bob,ann,eve", "ANN", "bob,Ann"})
  void isTakenWhenAmongTheDeletedIsTrue(String deleted) {
    standIn.param(other, "deleted_logins", deleted, false);

    assertThat(billing.isTaken("ann")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"anna", "joann", "joann,anna", "ann.b", "a,n,n", "ann@x", "_ann", "bob,ann1,eve"})
  void isTakenWhenOnlyAPartOfADeletedNameIsFalse(String deleted) {
    standIn.param(other, "deleted_logins", deleted, false);

    assertThat(billing.isTaken("ann")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_n", "a%", "%", "a.n", "%ann%"})
  void isTakenWhenTheNameLooksLikeAPatternIsTakenLiterally(String name) {
    standIn.param(other, "deleted_logins", "ann", false);
    named(other, "ann", 2);

    assertThat(billing.isTaken(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void isTakenWhenDeletedByAServiceOfAnyStatusIsTrue(int status) {
    standIn.param(other, "deleted_logins", "ann", false);
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, other);

    assertThat(billing.isTaken("ann")).isTrue();
  }

  @Test
  void isTakenWhenTheServiceItselfHasDeletedItIsTrue() {
    standIn.param(item, "deleted_logins", "ann", false);

    assertThat(billing.isTaken("ann")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "deleted_logins"})
  void isTakenWhenInAnotherCloudIsFalse(String param) {
    inModule("https://other.example.org", param, "https://other.example.org");

    assertThat(billing.isTaken("ann")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "deleted_logins"})
  void isTakenWhenAnotherModuleIsTheSameCloudIsTrue(String param) {
    inModule("https://Cloud.example.org/", param, "https://old.example.org");

    assertThat(billing.isTaken("ann")).isTrue();
  }

  /** The module was sent to a new address, or the service moved; its user stayed where it was. */
  @ParameterizedTest
  @ValueSource(strings = {"username", "deleted_logins"})
  void isTakenWhenTheServicesAddressIsThisCloudIsTrue(String param) {
    inModule("https://other.example.org", param, "https://cloud.example.org/");

    assertThat(billing.isTaken("ann")).isTrue();
  }

  @Test
  void isTakenWhenTheModuleIsGoneButTheAddressIsThisCloudIsTrue() {
    named(other, "ann", 4);
    standIn.param(other, "url", "https://cloud.example.org", false);
    standIn.sql("UPDATE item SET processingmodule = NULL WHERE id = ?", other);

    assertThat(billing.isTaken("ann")).isTrue();
  }

  @Test
  void moveOnWhenThereIsAnotherModuleMoves() {
    long next = linked();

    assertThat(billing.moveOn()).isTrue();
    assertThat(standIn.query("SELECT processingmodule AS m FROM item WHERE id = ?", item))
        .containsExactly(Map.of("m", Long.toString(next)));
    assertThat(lines()).containsExactly("service.getnextmodule elid=" + item + " sok=ok");
  }

  @Test
  void moveOnWhenThereIsNoOtherStays() {
    assertThat(billing.moveOn()).isFalse();
    assertThat(standIn.query("SELECT processingmodule AS m FROM item WHERE id = ?", item))
        .containsExactly(Map.of("m", Long.toString(module)));
  }

  private static void named(long service, String username, int status) {
    standIn.param(service, "username", username, false);
    standIn.param(service, "url", "https://cloud.example.org", false);
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, service);
  }

  /** The other service is of a module with this address, and has this address itself. */
  private void inModule(String address, String param, String url) {
    long elsewhere = standIn.addModule(Map.of("base_url", address), Map.of());
    standIn.sql("UPDATE item SET processingmodule = ?, status = 2 WHERE id = ?", elsewhere, other);
    standIn.param(other, param, "ann", false);
    standIn.param(other, "url", url, false);
  }

  private static long linked() {
    long next = standIn.addModule(Map.of(), Map.of());
    standIn.insert(
        "processingmodule2pricelist", Map.of("processingmodule", next, "pricelist", tariff));
    return next;
  }
}
