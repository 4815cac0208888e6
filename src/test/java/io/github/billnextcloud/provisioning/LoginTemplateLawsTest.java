package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every login, whatever the template and whoever the customer. */
class LoginTemplateLawsTest {

  private static String login(String template, Service service, String random) {
    return LoginTemplate.expand(template, service, () -> random).value();
  }

  @Property
  void expandWhenPlacesAreKnownIsLoginThatCloudsTake(
      @ForAll("templates") String template,
      @ForAll("services") Service service,
      @ForAll String random) {
    String login = login(template, service, random);
    assertThat(UserId.parse(login)).isPresent();
    assertThat(login).hasSizeBetween(3, 58);
  }

  @Property
  void expandWhenTemplateIsAnythingIsLoginOrRefusal(
      @ForAll String template, @ForAll("services") Service service) {
    try {
      assertThat(UserId.parse(login(template, service, "k7w2"))).isPresent();
    } catch (ProvisioningException refusal) {
      assertThat(refusal.reason()).isEqualTo(Reason.BAD_TARIFF);
    }
  }

  /** ownCloud takes a plus, Nextcloud does not. */
  @Property
  void expandWhenFilledInByStrangersHasOnlyWhatEveryCloudTakes(
      @ForAll("services") Service service, @ForAll String random) {
    assertThat(login("{email}_{domain}_{random}", service, random)).matches("[a-z0-9_.@-]+");
  }

  @Property
  void expandWhenAskedAgainIsTheSame(
      @ForAll("templates") String template, @ForAll("services") Service service) {
    assertThat(login(template, service, "k7w2")).isEqualTo(login(template, service, "k7w2"));
  }

  @Property
  void expandWhenPartIsMissingIsTheUsualLogin(
      @ForAll("templates") String before, @ForAll("templates") String after) {
    Service service = service(41, "", "shop.example.org");
    assertThat(login(before + "{email}" + after, service, "k7w2")).isEqualTo("user_7");
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of(
            "{item}",
            "{email}",
            "{account}",
            "{domain}",
            "{random}",
            "{Item}",
            "user_",
            "-",
            ".",
            " ",
            "'",
            "@",
            "+",
            "$1",
            "\\",
            "/",
            "%",
            "имя",
            "😀",
            "\n",
            "a",
            "0")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Service> services() {
    return Combinators.combine(Arbitraries.of(0L, 41L, Long.MAX_VALUE), typed(), typed())
        .as(LoginTemplateLawsTest::service);
  }

  private static Arbitrary<String> typed() {
    Arbitrary<String> usual =
        Arbitraries.of("", "Anna.K@Example.org", "o'neil+a@x.org", "пример.рф");
    return Arbitraries.oneOf(usual, Arbitraries.strings().ofMaxLength(100));
  }

  private static Service service(long account, String email, String domain) {
    Customer customer = Customer.of(OptionalLong.of(account), email, "Anna", "ru");
    return Services.of(
        Services.tariff(Map.of()), customer, Map.of("domain", domain), OptionalLong.empty());
  }
}
