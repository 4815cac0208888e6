package io.github.billnextcloud.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which name a service gets, and which nobody gets. */
class LoginChoiceTest {

  private static final Map<String, List<String>> BY_EMAIL =
      Map.of(TariffSettings.LOGIN_TEMPLATE, List.of("{email}"));
  private static final ProcessingModule USUAL = new ProcessingModule(1, Map.of(), Map.of());

  private static Service wish(String login) {
    return Services.ordered(Map.of("username", login), BY_EMAIL);
  }

  private static String choose(Service service, String... taken) {
    Set<UserId> gone = Set.copyOf(List.of(taken).stream().map(UserId::new).toList());
    return LoginChoice.choose(service, gone::contains).value();
  }

  private static ProvisioningException refusal(Service service) {
    return catchThrowableOfType(ProvisioningException.class, () -> choose(service));
  }

  @Test
  void chooseWhenNothingIsSaidIsNamedAfterItem() {
    assertThat(choose(Services.ordered(Map.of(), Map.of()))).isEqualTo("user_7");
  }

  @Test
  void chooseWhenTariffHasTemplateFollowsIt() {
    assertThat(choose(Services.ordered(Map.of(), BY_EMAIL))).isEqualTo("a@example.org");
  }

  @Test
  void chooseWhenCustomerHasWishItGoesBeforeTheTemplate() {
    assertThat(choose(wish(" Anna "))).isEqualTo("Anna");
  }

  @Test
  void chooseWhenWishIsBlankFollowsTheTemplate() {
    assertThat(choose(wish(" "))).isEqualTo("a@example.org");
  }

  @Test
  void chooseWhenTakenCountsUpFromOne() {
    assertThat(choose(wish("anna"), "ANNA")).isEqualTo("anna-1");
    assertThat(choose(wish("anna"), "anna", "anna-1")).isEqualTo("anna-2");
    assertThat(choose(wish("anna"), "anna", "anna-2")).isEqualTo("anna-1");
  }

  @Test
  void chooseWhenTemplateWantsRandomIsAnotherEachTime() {
    Map<String, List<String>> random = Map.of(TariffSettings.LOGIN_TEMPLATE, List.of("{random}"));
    Service service = Services.ordered(Map.of(), random);
    assertThat(choose(service)).matches("[a-z][a-z2-9]{9}").isNotEqualTo(choose(service));
  }

  @Test
  void chooseWhenAllAreTakenRefusesAfterOneHundred() {
    List<String> asked = new ArrayList<>();
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class,
            () -> LoginChoice.choose(wish("anna"), id -> asked.add(id.value())));
    assertThat(refusal)
        .hasMessage("The user anna and 99 more exist")
        .returns(Reason.COLLISION, ProvisioningException::reason);
    assertThat(asked)
        .hasSize(100)
        .startsWith("anna", "anna-1", "anna-2")
        .endsWith("anna-98", "anna-99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../admin", "a/b", "müller", ".", "a:b", "иван"})
  void chooseWhenWishIsNoLoginRefuses(String wish) {
    assertThat(refusal(wish(wish)).reason()).isEqualTo(Reason.BAD_USERNAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin", "Admin", "ROOT", "support", "root-1", "Admin-42", ".htaccess", "www"})
  void chooseWhenWishIsForbiddenRefusesWithoutAsking(String wish) {
    ProvisioningException refusal =
        catchThrowableOfType(
            ProvisioningException.class,
            () ->
                LoginChoice.choose(
                    wish(wish),
                    id -> {
                      throw new AssertionError("asked for " + id);
                    }));
    assertThat(refusal)
        .hasMessage("The name '" + wish + "' is not for customers")
        .returns(Reason.FORBIDDEN_USERNAME, ProvisioningException::reason);
  }

  /** The provider's own template makes no impostors, and no order is to fail over its name. */
  @Test
  void chooseWhenTemplateGivesForbiddenNameIsNamedAfterItem() {
    Map<String, List<String>> domain = Map.of(TariffSettings.LOGIN_TEMPLATE, List.of("{domain}"));
    assertThat(choose(Services.ordered(Map.of("domain", "Support"), domain))).isEqualTo("user_7");
  }

  @Property
  void chooseWhenWishIsTakenIsLoginThatCloudsTake(
      @ForAll @IntRange(min = 1, max = 64) int length, @ForAll @IntRange(max = 99) int taken) {
    List<UserId> asked = new ArrayList<>();
    UserId chosen =
        LoginChoice.choose(wish("b".repeat(length)), id -> asked.add(id) && asked.size() <= taken);
    assertThat(UserId.parse(chosen.value())).isPresent();
    assertThat(asked).doesNotHaveDuplicates().hasSize(taken + 1);
  }

  @Test
  void chooseWhenLongWishIsTakenLosesItsEnd() {
    assertThat(choose(wish("b".repeat(64)), "b".repeat(64))).isEqualTo("b".repeat(62) + "-1");
  }

  @Test
  void chooseWhenProviderForbidsTheNameRefuses() {
    Service service = Services.in(Map.of("forbidden_names", "Boss"), wish("boss"));
    assertThat(refusal(service).reason()).isEqualTo(Reason.FORBIDDEN_USERNAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"boss,sales", "Boss , Sales", "boss\nsales", " boss  sales ", ",sales,boss"})
  void isForbiddenWhenProviderListsNamesHoldsForEach(String names) {
    ProcessingModule module = new ProcessingModule(1, Map.of("forbidden_names", names), Map.of());
    assertThat(List.of("boss", "BOSS", "boss-7", "sales", "admin"))
        .allMatch(name -> LoginChoice.isForbidden(Optional.of(module), name));
    assertThat(List.of("bossa", "anna"))
        .noneMatch(name -> LoginChoice.isForbidden(Optional.of(module), name));
  }

  @ParameterizedTest
  @CsvSource({
    "admin1",
    "administrators",
    "rooted",
    "the-admin",
    "admin-",
    "admin-x",
    "anna-1",
    "user_7"
  })
  void isForbiddenWhenNameIsMerelySimilarFails(String name) {
    assertThat(LoginChoice.isForbidden(Optional.of(USUAL), name)).isFalse();
  }
}
