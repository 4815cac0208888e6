package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose user it is, who the customer is, which groups: the rules but those of the quota. */
class PolicyTest {

  @Test
  void ownerWhenNothingIsSavedIsNamedAfterItem() {
    assertThat(Policy.owner(Services.with(Services.DISK)))
        .isEqualTo(new AccountOwnership(new UserId("user_7"), false, OptionalLong.empty()));
  }

  @Test
  void ownerWhenNameIsSavedIsThatUser() {
    assertThat(Policy.owner(Services.withUsername("anna", OptionalLong.empty())))
        .isEqualTo(new AccountOwnership(new UserId("anna"), true, OptionalLong.empty()));
  }

  @Test
  void ownerWhenSavedAddressIsNotOurCloudsMustBeProven() {
    Service moved =
        Services.in(
            Map.of(CloudFactory.BASE_URL, "https://y"),
            Services.withUsername("anna", OptionalLong.empty()));
    assertThat(Policy.owner(moved).demanded()).contains(OwnershipProof.of(moved));
  }

  @Test
  void ownerWhenSavedNameIsBlankIsNamedAfterItem() {
    assertThat(Policy.owner(Services.withUsername(" ", OptionalLong.empty())))
        .isEqualTo(new AccountOwnership(new UserId("user_7"), false, OptionalLong.empty()));
  }

  @Test
  void ownerWhenAnotherServiceSavedItTooTellsWhich() {
    assertThat(Policy.owner(Services.withUsername("anna", OptionalLong.of(8))).otherService())
        .hasValue(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../admin", "a/b", "müller", ".", "a:b"})
  void ownerWhenNoCloudTakesTheNameRefuses(String saved) {
    Service wished = Services.ordered(Map.of("username", saved), Map.of());
    assertThat(refusal(wished)).isEqualTo(Reason.BAD_USERNAME);
  }

  /** Names of single sign-on: the user is there, whatever we would have called him. */
  @ParameterizedTest
  @ValueSource(strings = {"müller", "oauth2|corp|0f", "CORP\\ivan", "a:b", "wXHH="})
  void ownerWhenNameIsOfAnAccountThatIsThereIsNotJudged(String saved) {
    assertThat(Policy.owner(Services.withUsername(saved, OptionalLong.empty())).id().value())
        .isEqualTo(saved);
  }

  private static Reason refusal(Service service) {
    return catchThrowableOfType(ProvisioningException.class, () -> Policy.owner(service)).reason();
  }

  @Test
  void wantedWhenCustomerIsKnownHasTheProfile() {
    assertThat(profile(Customer.of(OptionalLong.of(7), " a@example.org ", " Anna K. ", " ru ")))
        .isEqualTo(new UserProfile("a@example.org", "Anna K.", "ru"));
  }

  @Test
  void wantedWhenCustomerIsUnknownHasEmptyProfile() {
    assertThat(profile(Customer.of(OptionalLong.of(7), "", "", "")))
        .isEqualTo(new UserProfile("", "", ""));
  }

  @ParameterizedTest
  @CsvSource({"ru, ru", "en, en", "pt_BR, pt_BR", "de-AT, de-AT", "sr_Latn, sr_Latn"})
  void wantedWhenLanguageIsCodeKeepsIt(String told, String language) {
    assertThat(profile(Customer.of(OptionalLong.of(7), "", "", told)).language())
        .hasValue(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Russian", "русский", "r", "RU", "ru;x", "../ru", "ru_"})
  void wantedWhenLanguageIsNoCodeLeavesItAlone(String told) {
    assertThat(profile(Customer.of(OptionalLong.of(7), "", "", told)).language()).isEmpty();
  }

  @Test
  void wantedWhenNameIsLongIsCutAtSixtyFourCharacters() {
    assertThat(profile(Customer.of(OptionalLong.of(7), "", "ы".repeat(65), "")).displayName())
        .hasValue("ы".repeat(64));
  }

  @Test
  void wantedWhenNameIsLongNeverCutsCharacterInTwo() {
    assertThat(profile(Customer.of(OptionalLong.of(7), "", "😀".repeat(65), "")).displayName())
        .hasValue("😀".repeat(64));
  }

  @Test
  void wantedWhenNameIsCutAtBlankHasNoBlankAtItsEnd() {
    assertThat(
            profile(Customer.of(OptionalLong.of(7), "", "a".repeat(63) + " b", "")).displayName())
        .hasValue("a".repeat(63));
  }

  @Test
  void wantedWhenNameHasLineEndsHasOneLine() {
    assertThat(profile(Customer.of(OptionalLong.of(7), "", "Anna\r\nK.\t", "")).displayName())
        .hasValue("Anna K.");
  }

  private static WantedAccount wanted(Service service) {
    return Policy.wanted(service, Policy.owner(service));
  }

  private static UserProfile profile(Customer customer) {
    return wanted(Services.with(customer)).profile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "null", " ", ",", "0,null", ", ,\n"})
  void groupsWhenTariffNamesNoneAreEmpty(String setting) {
    assertThat(groups(setting)).isEmpty();
  }

  @Test
  void groupsWhenTariffHasNoSuchSettingAreEmpty() {
    assertThat(new TariffSettings(Map.of()).sharedGroups()).isEmpty();
  }

  @Test
  void groupsWhenSeveralAreNamedAreAllOfThem() {
    assertThat(groups(" pro , team a\nстарые,pro")).containsExactly("pro", "team a", "старые");
  }

  @Test
  void groupsWhenSettingHasSeveralValuesAreAllOfThem() {
    assertThat(groups("pro", "team,pro")).containsExactly("pro", "team");
  }

  private static Set<String> groups(String... values) {
    return new TariffSettings(tariff(values)).sharedGroups();
  }

  @Test
  void wantedWhenTariffMakesAdministratorsRefuses() {
    Service service = Services.with(tariff("clients,admin"));
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, () -> wanted(service));
    assertThat(refusal.reason()).isEqualTo(Reason.ADMINISTRATORS_GROUP);
  }

  private static Tariff tariff(String... groups) {
    return Services.tariff(Map.of("more_groups", List.of(groups)));
  }

  @Test
  void wantedWhenTariffChangesLeavesOnlyWhatTheNewOneDoesNotName() {
    WantedAccount wanted = wanted(Services.with(tariff("pro,all"), tariff("basic,all")));
    assertThat(wanted)
        .extracting(WantedAccount::groups, WantedAccount::formerGroups)
        .containsExactly(Set.of("pro", "all"), Set.of("basic"));
  }

  @Test
  void wantedWhenTariffDoesNotChangeLeavesNoGroup() {
    WantedAccount wanted = wanted(Services.with(tariff("pro")));
    assertThat(wanted.formerGroups()).isEmpty();
  }
}
