package io.github.billnextcloud.provisioning.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.Services;
import io.github.billnextcloud.provisioning.TariffSettings.SeatsOver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamEntitlementTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static Service team(Map<String, String> tariff, AddOn... addOns) {
    Map<String, List<String>> params = new HashMap<>(Map.of("team", List.of("space")));
    tariff.forEach((name, value) -> params.put(name, List.of(value)));
    return Services.of(
        Services.tariff(params), Services.CUSTOMER, Map.of(), OptionalLong.empty(), addOns);
  }

  private static TeamEntitlement terms(Map<String, String> tariff, AddOn... addOns) {
    return TeamEntitlement.of(team(tariff, addOns), TODAY);
  }

  private static AddOn seats(String value) {
    return Services.integer("seats", value, "");
  }

  @Test
  void poolWhenByAddOnIsThatOfTheDisk() {
    TeamEntitlement terms = terms(Map.of(), Services.DISK, seats("5"));

    assertThat(terms.pool()).isEqualTo(Quota.ofBytes(10L << 30));
    assertThat(terms.seats()).isEqualTo(OptionalInt.of(5));
    assertThat(terms.room()).isEqualTo(4);
    assertThat(terms.over()).isEqualTo(SeatsOver.NOTICE);
  }

  @Test
  void amountsWhenFixedNeedNoAddOn() {
    TeamEntitlement terms =
        terms(Map.of("quota_source", "fixed", "fixed_quota", "50 GB", "fixed_seats", "3"));

    assertThat(terms.pool()).isEqualTo(Quota.ofBytes(50L << 30));
    assertThat(terms.seats()).isEqualTo(OptionalInt.of(3));
  }

  @Test
  void seatsWhenNobodySellsThemAreNotCounted() {
    assertThat(terms(Map.of(), Services.DISK).room()).isEqualTo(499);
    assertThat(terms(Map.of(), Services.DISK, seats("")).seats()).isEmpty();
    assertThat(terms(Map.of(), Services.DISK, seats("-1")).seats()).isEmpty();
    assertThat(terms(Map.of(), Services.DISK, seats("1000000.00")).seats()).hasValue(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "many", "1.5", "1000001", "99999999"})
  void seatsWhenNoNumberOfPeopleAreRefused(String value) {
    assertThatThrownBy(() -> terms(Map.of(), Services.DISK, seats(value)))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("seats");
  }

  @Test
  void seatsWhenTwiceAreRefused() {
    assertThatThrownBy(() -> terms(Map.of(), Services.DISK, seats("1"), seats("2")))
        .hasMessageContaining("more than one add-on for seats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "a", "-1"})
  void fixedSeatsWhenNoNumberAreRefused(String typed) {
    assertThatThrownBy(() -> terms(Map.of("fixed_seats", typed), Services.DISK))
        .hasMessageContaining("fixed_seats");
  }

  @Test
  void poolWhenUnlimitedIsRefused() {
    assertThatThrownBy(() -> terms(Map.of("quota_source", "unlimited")))
        .hasMessageContaining("needs a limit");
  }

  @Test
  void closingWhenByPolicyIsItsDay() {
    assertThat(terms(Map.of(), Services.DISK).closing()).hasValue(TODAY);
    assertThat(terms(Map.of("close_policy", "disable"), Services.DISK).closing()).isEmpty();
    assertThat(
            terms(Map.of("close_policy", "delete_later", "close_days", "7"), Services.DISK)
                .closing())
        .hasValue(TODAY.plusDays(7));
  }

  @Test
  void markWhenNewIsKnownForOneTellsItsKindAndIsNeverTheSame() {
    for (SpaceKind kind : SpaceKind.values()) {
      String mark = TeamEntitlement.newMark(4711, kind);

      assertThat(TeamKey.isMark(mark)).isTrue();
      assertThat(TeamKey.kind(mark)).isEqualTo(kind);
      assertThat(TeamEntitlement.newMark(4711, kind)).isNotEqualTo(mark);
    }
    assertThat(TeamKey.isMark("team-acme")).isFalse();
  }

  @Test
  void serviceWhenItSellsOrHadATeamIsConcerned() {
    assertThat(TeamEntitlement.concern(team(Map.of()))).isTrue();
    assertThat(TeamEntitlement.concern(Services.ordered(Map.of(), Map.of()))).isFalse();
    assertThat(TeamEntitlement.concern(Services.ordered(Map.of("team", "team-7-x"), Map.of())))
        .isTrue();
    assertThat(TeamEntitlement.concern(Services.ordered(Map.of(), Map.of("team", List.of("off")))))
        .isFalse();
  }
}
