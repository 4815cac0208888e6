package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that templates give, for service 7 of account 41. */
class LoginTemplateTest {

  private static final String DOMAIN = "Shop.Example.org";

  private static String login(String template, Service service) {
    return LoginTemplate.expand(template, service, () -> "k7w2").value();
  }

  private static Service service(long account, String email, String domain) {
    return service(OptionalLong.of(account), email, domain);
  }

  private static Service service(OptionalLong account, String email, String domain) {
    return Services.of(
        Services.tariff(Map.of()),
        Customer.of(account, email, "Anna", "ru"),
        Map.of("domain", domain),
        OptionalLong.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "user_{item}, user_7",
    "{email}, anna.k@example.org",
    "c{account}, c41",
    "{domain}, shop.example.org",
    "n-{random}, n-k7w2",
    "{ITEM}-{Account}, 7-41",
    "{domain}-{item}-{item}, shop.example.org-7-7",
    "one two's, one two's",
    "Backup{item}, Backup7"
  })
  void expandWhenEverythingIsKnownFillsItIn(String template, String login) {
    assertThat(login(template, service(41, " Anna.K@Example.org ", DOMAIN))).isEqualTo(login);
  }

  @ParameterizedTest
  @CsvSource({
    "o'neil+cloud@example.org, o-neil-cloud@example.org",
    "анна@example.org, @example.org",
    "anna$1\\k@example.org, anna-1-k@example.org",
    "anna/../k@example.org, anna-..-k@example.org"
  })
  void expandWhenPartHasOtherCharactersHasDashesInstead(String email, String login) {
    assertThat(login("{email}", service(41, email, DOMAIN))).isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{account}", "c{account}", "{email}", "{domain}-{item}"})
  void expandWhenPartIsNotKnownGivesTheUsualLogin(String template) {
    assertThat(login(template, service(OptionalLong.empty(), " ", ""))).isEqualTo("user_7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "ab", "...", "имя", "имя{item}", "a/{item}", " {item} ", "{item"})
  void expandWhenNoCloudTakesWhatRemainsGivesTheUsualLogin(String template) {
    assertThat(login(template, service(41, "a@example.org", DOMAIN))).isEqualTo("user_7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{name}", "user_{item}{user}", "{}", "{items}", "{item_}"})
  void expandWhenPlaceIsUnknownRefuses(String template) {
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class,
            () -> login(template, service(41, "a@example.org", DOMAIN)));
    assertThat(refusal)
        .hasMessage("The tariff's setting login_template cannot be '" + template + "'")
        .returns(Reason.BAD_TARIFF, ProvisioningException::reason);
  }

  @Test
  void expandWhenLongLeavesRoomForSuffix() {
    assertThat(login("{email}", service(41, "a".repeat(300), DOMAIN))).isEqualTo("a".repeat(58));
  }

  @Test
  void expandWhenTemplateWantsNoRandomAsksForNone() {
    Service service = service(41, "a@example.org", DOMAIN);
    assertThat(
            LoginTemplate.expand(
                "{email}",
                service,
                () -> {
                  throw new AssertionError("asked");
                }))
        .hasToString("a@example.org");
  }
}
