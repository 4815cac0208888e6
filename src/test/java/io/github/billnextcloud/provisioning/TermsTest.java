package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.Refusal.Reason;
import io.github.billnextcloud.provisioning.Terms.ClosePolicy;
import io.github.billnextcloud.provisioning.Terms.PasswordRule;
import io.github.billnextcloud.provisioning.Terms.QuotaSource;
import io.github.billnextcloud.provisioning.Terms.SuspendStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tariff's form, read setting by setting; fixed sizes have a test of their own. */
class TermsTest {

  /** One that has something in every field that nobody can use. */
  private static final Map<String, List<String>> BROKEN =
      Stream.of(
              Terms.QUOTA_SOURCE,
              Terms.FIXED_QUOTA,
              Terms.PASSWORD_RULE,
              Terms.SUSPEND_STYLE,
              Terms.CLOSE_POLICY,
              Terms.CLOSE_DAYS)
          .collect(Collectors.toMap(name -> name, name -> List.of("whatever")));

  private static Terms terms(String... settings) {
    return terms(Map.of(), settings);
  }

  /** Name, value, name, value … in a tariff that otherwise is like the given one. */
  private static Terms terms(Map<String, List<String>> others, String... settings) {
    Map<String, List<String>> params = new LinkedHashMap<>(others);
    for (int at = 0; at < settings.length; at += 2) {
      params.put(settings[at], List.of(settings[at + 1]));
    }
    return new Terms(Services.tariff(params));
  }

  @Test
  void choicesWhenNothingIsChosenAreTheDocumentedOnes() {
    assertUsual(terms());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", " null "})
  void choicesWhenPanelStoredItsEmptyChoiceAreTheDocumentedOnes(String empty) {
    Terms terms =
        terms(
            Terms.QUOTA_SOURCE,
            empty,
            Terms.PASSWORD_RULE,
            empty,
            Terms.SUSPEND_STYLE,
            empty,
            Terms.SUSPEND_GROUP,
            empty,
            Terms.CLOSE_POLICY,
            empty,
            Terms.LOGIN_TEMPLATE,
            empty,
            Terms.LANGUAGE,
            empty,
            Terms.ALLOW_SHRINK,
            empty);
    assertUsual(terms);
  }

  private static void assertUsual(Terms terms) {
    assertThat(terms)
        .returns(QuotaSource.ADDON, Terms::quotaSource)
        .returns(PasswordRule.STRONG, Terms::passwordRule)
        .returns(SuspendStyle.DISABLE, Terms::suspendStyle)
        .returns("", Terms::suspendGroup)
        .returns(ClosePolicy.DELETE, Terms::closePolicy)
        .returns("user_{item}", Terms::loginTemplate)
        .returns("", Terms::language)
        .returns(false, Terms::allowsShrinking);
  }

  @Test
  void choicesWhenChosenAreThose() {
    Terms terms =
        terms(
            Terms.QUOTA_SOURCE,
            "unlimited",
            Terms.PASSWORD_RULE,
            " letters_digits ",
            Terms.SUSPEND_STYLE,
            "Read_Only",
            Terms.SUSPEND_GROUP,
            " не оплачено ",
            Terms.CLOSE_POLICY,
            "delete_later",
            Terms.LOGIN_TEMPLATE,
            " {email} ",
            Terms.LANGUAGE,
            "de",
            Terms.ALLOW_SHRINK,
            "on");
    assertThat(terms)
        .returns(QuotaSource.UNLIMITED, Terms::quotaSource)
        .returns(PasswordRule.LETTERS_DIGITS, Terms::passwordRule)
        .returns(SuspendStyle.READ_ONLY, Terms::suspendStyle)
        .returns("не оплачено", Terms::suspendGroup)
        .returns(ClosePolicy.DELETE_LATER, Terms::closePolicy)
        .returns("{email}", Terms::loginTemplate)
        .returns("de", Terms::language)
        .returns(true, Terms::allowsShrinking);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void choicesWhenUnknownRefuseAndNameTheSetting(String setting, Consumer<Terms> read) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read.accept(terms(BROKEN)));
    assertThat(refusal)
        .hasMessage("The tariff's setting " + setting + " cannot be 'whatever'")
        .returns(Reason.BAD_TARIFF, Refusal::reason);
  }

  static Stream<Object[]> broken() {
    return Stream.of(
        broken(Terms.QUOTA_SOURCE, Terms::quotaSource),
        broken(Terms.FIXED_QUOTA, Terms::fixedQuota),
        broken(Terms.PASSWORD_RULE, Terms::passwordRule),
        broken(Terms.SUSPEND_STYLE, Terms::suspendStyle),
        broken(Terms.CLOSE_POLICY, Terms::closePolicy),
        broken(Terms.CLOSE_DAYS, Terms::closeDays));
  }

  private static Object[] broken(String setting, Consumer<Terms> read) {
    return new Object[] {setting, read};
  }

  @Test
  void choicesWhenAllOthersAreBrokenAreReadAllTheSame() {
    assertThat(terms(BROKEN, Terms.SUSPEND_STYLE, "read_only").suspendStyle())
        .isEqualTo(SuspendStyle.READ_ONLY);
    assertThat(terms(BROKEN, Terms.CLOSE_POLICY, "disable").closePolicy())
        .isEqualTo(ClosePolicy.DISABLE);
    assertThat(terms(BROKEN, Terms.PASSWORD_RULE, "long").passwordRule())
        .isEqualTo(PasswordRule.LONG);
    assertThat(terms(BROKEN, Terms.QUOTA_SOURCE, "fixed").quotaSource())
        .isEqualTo(QuotaSource.FIXED);
    assertThat(terms(BROKEN, Terms.FIXED_QUOTA, "1").fixedQuota())
        .isEqualTo(Quota.ofBytes(1L << 30));
    assertThat(terms(BROKEN, Terms.CLOSE_DAYS, "3").closeDays()).isEqualTo(3);
    assertThat(terms(BROKEN, Terms.GROUP, "pro").groups()).containsExactly("pro");
    assertThat(terms(BROKEN).loginTemplate()).isEqualTo("user_{item}");
    assertThat(terms(BROKEN).allowsShrinking()).isFalse();
  }

  @Test
  void wantedWhenOtherSettingsAreBrokenIsNotStopped() {
    Map<String, List<String>> params = new LinkedHashMap<>(BROKEN);
    params.remove(Terms.QUOTA_SOURCE);
    assertThatCode(
            () ->
                Policy.wanted(
                    Services.ordered(Map.of(), params), new Owner(WithCloud.ANN.id(), false, 0)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"de, de", "null, ru", "'', ru", "Deutsch, ''"})
  void wantedWhenTariffFixesTheLanguageHasThatOne(String fixed, String language) {
    Map<String, List<String>> params = Map.of(Terms.LANGUAGE, List.of(fixed));
    Wanted wanted = Policy.wanted(Services.ordered(Map.of(), params), WithCloud.ANN);
    assertThat(wanted.profile().language()).isEqualTo(language);
  }

  @Test
  void groupsWhenBothFieldsNameSomeAreAllOfThem() {
    assertThat(terms(Terms.GROUP, "pro", Terms.MORE_GROUPS, "team, pro,старые").groups())
        .containsExactly("pro", "team", "старые");
  }

  /** Whoever chose from the list did not type its commas. */
  @Test
  void groupsWhenOneIsChosenFromTheListMayHaveCommaInItsName() {
    assertThat(terms(Terms.GROUP, " a, b ", Terms.MORE_GROUPS, "c,d").groups())
        .containsExactly("a, b", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "null", " "})
  void groupsWhenTheListIsEmptyAreThoseOfTheOtherField(String empty) {
    assertThat(terms(Terms.GROUP, empty, Terms.MORE_GROUPS, "team").groups())
        .containsExactly("team");
  }

  @Test
  void suspendGroupWhenStyleNeedsOneAndNoneIsNamedRefuses() {
    Terms terms = terms(Terms.SUSPEND_STYLE, "group");
    Refusal refusal = catchThrowableOfType(Refusal.class, terms::suspendGroup);
    assertThat(refusal)
        .hasMessageContaining("suspend_group")
        .returns(Reason.BAD_TARIFF, Refusal::reason);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "' 30 ', 30", "9999, 9999"})
  void closeDaysWhenNumberIsThatMany(String typed, int days) {
    assertThat(terms(Terms.CLOSE_DAYS, typed).closeDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "-1", "1.5", "10000", "two", "٣"})
  void closeDaysWhenNoSuchNumberRefuses(String typed) {
    Terms terms = terms(Terms.CLOSE_DAYS, typed);
    assertThat(catchThrowableOfType(Refusal.class, terms::closeDays).reason())
        .isEqualTo(Reason.BAD_TARIFF);
  }
}
