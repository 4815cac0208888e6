package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings.ClosePolicy;
import io.github.billnextcloud.provisioning.TariffSettings.PasswordRule;
import io.github.billnextcloud.provisioning.TariffSettings.QuotaSource;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tariff's form, read setting by setting; fixed sizes have a test of their own. */
class TariffSettingsTest {

  /** One that has something in every field that nobody can use. */
  private static final Map<String, List<String>> BROKEN =
      Stream.of(
              TariffSettings.QUOTA_SOURCE,
              TariffSettings.FIXED_QUOTA,
              TariffSettings.PASSWORD_RULE,
              TariffSettings.SUSPEND_STYLE,
              TariffSettings.CLOSE_POLICY,
              TariffSettings.CLOSE_DAYS)
          .collect(Collectors.toMap(name -> name, name -> List.of("whatever")));

  private static TariffSettings terms(String... settings) {
    return terms(Map.of(), settings);
  }

  /** Name, value, name, value … in a tariff that otherwise is like the given one. */
  private static TariffSettings terms(Map<String, List<String>> others, String... settings) {
    Map<String, List<String>> params = new LinkedHashMap<>(others);
    for (int at = 0; at < settings.length; at += 2) {
      params.put(settings[at], List.of(settings[at + 1]));
    }
    return new TariffSettings(Services.tariff(params));
  }

  @Test
  void choicesWhenNothingIsChosenAreTheDocumentedOnes() {
    assertUsual(terms());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", " null "})
  void choicesWhenPanelStoredItsEmptyChoiceAreTheDocumentedOnes(String empty) {
    TariffSettings terms =
        terms(
            TariffSettings.QUOTA_SOURCE,
            empty,
            TariffSettings.PASSWORD_RULE,
            empty,
            TariffSettings.SUSPEND_STYLE,
            empty,
            TariffSettings.SUSPEND_GROUP,
            empty,
            TariffSettings.CLOSE_POLICY,
            empty,
            TariffSettings.LOGIN_TEMPLATE,
            empty,
            TariffSettings.LANGUAGE,
            empty,
            TariffSettings.ALLOW_SHRINK,
            empty);
    assertUsual(terms);
  }

  private static void assertUsual(TariffSettings terms) {
    assertThat(terms)
        .returns(QuotaSource.ADDON, TariffSettings::quotaSource)
        .returns(PasswordRule.STRONG, TariffSettings::passwordRule)
        .returns(SuspendStyle.DISABLE, TariffSettings::suspendStyle)
        .returns(Optional.empty(), TariffSettings::suspendGroup)
        .returns(ClosePolicy.DELETE, TariffSettings::closePolicy)
        .returns("user_{item}", TariffSettings::loginTemplate)
        .returns(Optional.empty(), TariffSettings::language)
        .returns(false, TariffSettings::allowsShrinking);
  }

  @Test
  void choicesWhenChosenAreThose() {
    TariffSettings terms =
        terms(
            TariffSettings.QUOTA_SOURCE,
            "unlimited",
            TariffSettings.PASSWORD_RULE,
            " letters_digits ",
            TariffSettings.SUSPEND_STYLE,
            "Read_Only",
            TariffSettings.SUSPEND_GROUP,
            " не оплачено ",
            TariffSettings.CLOSE_POLICY,
            "delete_later",
            TariffSettings.LOGIN_TEMPLATE,
            " {email} ",
            TariffSettings.LANGUAGE,
            "de",
            TariffSettings.ALLOW_SHRINK,
            "on");
    assertThat(terms)
        .returns(QuotaSource.UNLIMITED, TariffSettings::quotaSource)
        .returns(PasswordRule.LETTERS_DIGITS, TariffSettings::passwordRule)
        .returns(SuspendStyle.READ_ONLY, TariffSettings::suspendStyle)
        .returns(Optional.of("не оплачено"), TariffSettings::suspendGroup)
        .returns(ClosePolicy.DELETE_LATER, TariffSettings::closePolicy)
        .returns("{email}", TariffSettings::loginTemplate)
        .returns(Optional.of("de"), TariffSettings::language)
        .returns(true, TariffSettings::allowsShrinking);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void choicesWhenUnknownRefuseAndNameTheSetting(String setting, Consumer<TariffSettings> read) {
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, () -> read.accept(terms(BROKEN)));
    assertThat(refusal)
        .hasMessage("The tariff's setting " + setting + " cannot be 'whatever'")
        .returns(Reason.BAD_TARIFF, ProvisioningException::reason);
  }

  static Stream<Object[]> broken() {
    return Stream.of(
        broken(TariffSettings.QUOTA_SOURCE, TariffSettings::quotaSource),
        broken(TariffSettings.FIXED_QUOTA, TariffSettings::fixedQuota),
        broken(TariffSettings.PASSWORD_RULE, TariffSettings::passwordRule),
        broken(TariffSettings.SUSPEND_STYLE, TariffSettings::suspendStyle),
        broken(TariffSettings.CLOSE_POLICY, TariffSettings::closePolicy),
        broken(TariffSettings.CLOSE_DAYS, TariffSettings::closeDays));
  }

  private static Object[] broken(String setting, Consumer<TariffSettings> read) {
    return new Object[] {setting, read};
  }

  @Test
  void choicesWhenAllOthersAreBrokenAreReadAllTheSame() {
    assertThat(terms(BROKEN, TariffSettings.SUSPEND_STYLE, "read_only").suspendStyle())
        .isEqualTo(SuspendStyle.READ_ONLY);
    assertThat(terms(BROKEN, TariffSettings.CLOSE_POLICY, "disable").closePolicy())
        .isEqualTo(ClosePolicy.DISABLE);
    assertThat(terms(BROKEN, TariffSettings.PASSWORD_RULE, "long").passwordRule())
        .isEqualTo(PasswordRule.LONG);
    assertThat(terms(BROKEN, TariffSettings.QUOTA_SOURCE, "fixed").quotaSource())
        .isEqualTo(QuotaSource.FIXED);
    assertThat(terms(BROKEN, TariffSettings.FIXED_QUOTA, "1").fixedQuota())
        .isEqualTo(Quota.ofBytes(1L << 30));
    assertThat(terms(BROKEN, TariffSettings.CLOSE_DAYS, "3").closeDays()).isEqualTo(3);
    assertThat(terms(BROKEN, TariffSettings.GROUP, "pro").sharedGroups()).containsExactly("pro");
    assertThat(terms(BROKEN).loginTemplate()).isEqualTo("user_{item}");
    assertThat(terms(BROKEN).allowsShrinking()).isFalse();
  }

  @Test
  void wantedWhenOtherSettingsAreBrokenIsNotStopped() {
    Map<String, List<String>> params = new LinkedHashMap<>(BROKEN);
    params.remove(TariffSettings.QUOTA_SOURCE);
    assertThatCode(
            () ->
                Policy.wanted(
                    Services.ordered(Map.of(), params),
                    new AccountOwnership(WithCloud.ANN.id(), false, OptionalLong.empty())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"de, de", "null, ru", "'', ru", "Deutsch,"})
  void wantedWhenTariffFixesTheLanguageHasThatOne(String fixed, String language) {
    Map<String, List<String>> params = Map.of(TariffSettings.LANGUAGE, List.of(fixed));
    WantedAccount wanted = Policy.wanted(Services.ordered(Map.of(), params), WithCloud.ANN);
    assertThat(wanted.profile().language()).isEqualTo(Optional.ofNullable(language));
  }

  @Test
  void groupsWhenBothFieldsNameSomeAreAllOfThem() {
    assertThat(
            terms(TariffSettings.GROUP, "pro", TariffSettings.MORE_GROUPS, "team, pro,старые")
                .sharedGroups())
        .containsExactly("pro", "team", "старые");
  }

  /** Whoever chose from the list did not type its commas. */
  @Test
  void groupsWhenOneIsChosenFromTheListMayHaveCommaInItsName() {
    assertThat(
            terms(TariffSettings.GROUP, " a, b ", TariffSettings.MORE_GROUPS, "c,d").sharedGroups())
        .containsExactly("a, b", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "null", " "})
  void groupsWhenTheListIsEmptyAreThoseOfTheOtherField(String empty) {
    assertThat(
            terms(TariffSettings.GROUP, empty, TariffSettings.MORE_GROUPS, "team").sharedGroups())
        .containsExactly("team");
  }

  @Test
  void suspendGroupWhenStyleNeedsOneAndNoneIsNamedRefuses() {
    TariffSettings terms = terms(TariffSettings.SUSPEND_STYLE, "group");
    ProvisioningException refusal =
        catchThrowableOfType(ProvisioningException.class, terms::suspendGroup);
    assertThat(refusal)
        .hasMessageContaining("suspend_group")
        .returns(Reason.BAD_TARIFF, ProvisioningException::reason);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "' 30 ', 30", "9999, 9999"})
  void closeDaysWhenNumberIsThatMany(String typed, int days) {
    assertThat(terms(TariffSettings.CLOSE_DAYS, typed).closeDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "-1", "1.5", "10000", "two", "٣"})
  void closeDaysWhenNoSuchNumberRefuses(String typed) {
    TariffSettings terms = terms(TariffSettings.CLOSE_DAYS, typed);
    assertThat(catchThrowableOfType(ProvisioningException.class, terms::closeDays).reason())
        .isEqualTo(Reason.BAD_TARIFF);
  }
}
