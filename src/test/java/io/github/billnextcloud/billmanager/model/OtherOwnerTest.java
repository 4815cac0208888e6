package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.WithPanel;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether another service has the same user: it is the same cloud, paid for, and still there. */
class OtherOwnerTest extends WithPanel {

  private OptionalLong ownerOf(String username) {
    standIn.param(item, "username", username, false);
    return panel.service(item, ServiceReadScope.ORDER).otherOwner();
  }

  private long other(long moduleOfOther, String username, int status) {
    long other = standIn.order(account, tariff, moduleOfOther);
    standIn.param(other, "username", username, false);
    standIn.param(other, "url", "https://elsewhere.example.org", false);
    standIn.sql("UPDATE item SET status = ? WHERE id = ?", status, other);
    return other;
  }

  @Test
  void otherOwnerWhenNobodyElseHasTheUserIsNobody() {
    assertThat(ownerOf("alone")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "5"})
  void otherOwnerWhenALivingServiceHasTheUserIsThatService(int status) {
    long other = other(module, "shared" + status, status);

    assertThat(ownerOf("shared" + status)).hasValue(other);
  }

  /** An unpaid order with somebody's name typed in must not block that somebody. */
  @ParameterizedTest
  @CsvSource({"1", "4"})
  void otherOwnerWhenTheOtherIsUnpaidOrDeletedIsNobody(int status) {
    other(module, "once" + status, status);

    assertThat(ownerOf("once" + status)).isEmpty();
  }

  /** Anybody may type anybody's name into an order. */
  @Test
  void otherOwnerWhenTheOtherMerelyWishesForTheNameIsNobody() {
    long other = other(module, "wished", 5);
    standIn.sql("DELETE FROM itemparam WHERE item = ? AND intname = 'url'", other);

    assertThat(ownerOf("wished")).isEmpty();
  }

  @Test
  void otherOwnerWhenTheNameIsSpelledOtherwiseIsStillThatService() {
    long other = other(module, "Big", 2);

    assertThat(ownerOf("big")).hasValue(other);
  }

  @Test
  void otherOwnerWhenTheNameDiffersInAnAccentIsNobody() {
    other(module, "rené", 2);

    assertThat(ownerOf("rene")).isEmpty();
  }

  @Test
  void otherOwnerWhenTheOtherIsInAnotherCloudIsNobody() {
    long elsewhere = standIn.addModule(Map.of("base_url", "https://other.example.org"), Map.of());
    other(elsewhere, "twin", 2);

    assertThat(ownerOf("twin")).isEmpty();
  }

  @Test
  void otherOwnerWhenAnotherModuleIsTheSameCloudIsThatService() {
    long again = standIn.addModule(Map.of("base_url", "https://Cloud.example.org/"), Map.of());
    long other = other(again, "same", 2);

    assertThat(ownerOf("same")).hasValue(other);
  }
}
