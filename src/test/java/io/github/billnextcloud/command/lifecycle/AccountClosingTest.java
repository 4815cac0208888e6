package io.github.billnextcloud.command.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.DeletedLogins;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service remembers of an end: the day on which its user is due, and whom it had. */
class AccountClosingTest {

  private static Service service(String param, String value) {
    return new Service(
        7,
        "nextcloud",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new MeasureConversion(List.of()),
        Customer.of(OptionalLong.of(41), "", "", ""),
        new ServiceParams(Map.of(param, value), Map.of()),
        new ProcessingModule(1, Map.of(), Map.of()),
        OptionalLong.empty(),
        ServiceStatus.UNKNOWN);
  }

  @Test
  void dueWhenDayIsSavedIsThatDay() {
    assertThat(AccountClosing.due(service("delete_after", " 2026-11-30 ")))
        .hasValue(LocalDate.of(2026, 11, 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "30.11.2026", "2026-11-30 12:00"})
  void dueWhenNoDayIsSavedIsNone(String saved) {
    assertThat(AccountClosing.due(service("delete_after", saved))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "anna, anna, true",
    "'anna,user_7', USER_7, true",
    "anna-1, anna, false",
    "joanna, anna, false",
    "'', anna, false"
  })
  void hasDeletedWhenNamesAreSavedKnowsThem(String saved, String name, boolean deleted) {
    assertThat(DeletedLogins.has(service("deleted_logins", saved), new UserId(name)))
        .isEqualTo(deleted);
  }
}
