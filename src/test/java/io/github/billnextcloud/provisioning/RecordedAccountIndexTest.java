package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.RecordedAccount;
import io.github.billnextcloud.cloud.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of which accounts the billing knows already. */
class RecordedAccountIndexTest {

  private final RecordedAccountIndex recorded =
      new RecordedAccountIndex(
          List.of(
              new RecordedAccount("Anna", Optional.of("id-of-anna"), false),
              RecordedAccount.named("ivan"),
              RecordedAccount.deleted("petr")));

  @Test
  void hasWhenTheCloudHasNamesAloneGoesByAllOfThem() {
    assertThat(List.of("anna", "ivan", "petr")).allMatch(name -> recorded.has(new UserId(name)));
    assertThat(recorded.has(new UserId("eva"))).isFalse();
  }

  @Test
  void hasWhenTheCloudHasIdsGoesByTheIdHoweverTheAccountIsCalled() {
    assertThat(recorded.has(new UserId("eva", "id-of-anna"))).isTrue();
    assertThat(recorded.has(new UserId("anna", "id-of-another"))).isFalse();
  }

  @Test
  void hasWhenNoIdIsOnRecordDoesNotTakeWhoHasTheName() {
    assertThat(recorded.has(new UserId("ivan", "id-of-whomever"))).isTrue();
  }

  /** An id does not come back, and a customer may call himself by a name of the past. */
  @Test
  void hasWhenOnlyTheNameWasDeletedIsAnother() {
    assertThat(recorded.has(new UserId("petr", "id-of-another"))).isFalse();
  }
}
