package io.github.billnextcloud.provisioning.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.provisioning.Services;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A group of one's own is nobody else's. */
class GroupTemplateTest {

  /** Enough for numbers of one digit and of two. */
  private static final int NUMBERS = 30;

  /** Service 7 of this customer. */
  private static Service of(OptionalLong account) {
    return Services.of(
        Services.tariff(Map.of()),
        Customer.of(account, "a@example.org", "Anna", "ru"),
        Map.of(),
        OptionalLong.empty());
  }

  private static Service service(long item, long account) {
    Service it = of(OptionalLong.of(account));
    return new Service(
        item,
        it.productType(),
        it.tariff(),
        it.previousTariff(),
        it.addOns(),
        it.measures(),
        it.customer(),
        it.params(),
        it.module(),
        it.otherOwner(),
        it.standing());
  }

  @ParameterizedTest
  @CsvSource({"own-{account},own-41", "own-{item},own-7", "{item}_of_{account}_$1,7_of_41_$1"})
  void groupWhenItHasPlacesHasTheirNumbers(String typed, String group) {
    assertThat(GroupTemplate.isOne(typed)).isTrue();
    assertThat(new GroupTemplate(typed).isUsable()).isTrue();
    assertThat(new GroupTemplate(typed).of(of(OptionalLong.of(41)))).hasValue(group);
  }

  @Test
  void groupWhenTheCustomerIsNotKnownIsThatOfTheServiceAlone() {
    Service nobodys = of(OptionalLong.empty());

    assertThat(new GroupTemplate("own-{account}").of(nobodys)).isEmpty();
    assertThat(new GroupTemplate("{item}-{account}").of(nobodys)).isEmpty();
    assertThat(new GroupTemplate("own-{item}").of(nobodys)).hasValue("own-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "own-{", "own-}", "own-item"})
  void groupWhenItHasNoPlaceIsACommonOne(String typed) {
    assertThat(GroupTemplate.isOne(typed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own-{email}",
        "own-{item}-{Account}",
        "own-{}",
        "{item}",
        "42-{account}",
        "own-{item}{account}",
        "own-{account}1{item}",
        "a/{item}",
        "own-{item}/b",
        "own-{{item}",
        "own-{item}}",
      })
  void templateWhenItCanNameAnothersGroupIsNotUsable(String typed) {
    assertThat(new GroupTemplate(typed).isUsable()).isFalse();
  }

  /** The longest numbers fit, too. */
  @ParameterizedTest
  @CsvSource({"{account}", "{item}"})
  void templateWhenItMayBecomeTooLongIsNotUsable(String place) {
    String longest = "x".repeat(43 - place.length()) + place;

    assertThat(new GroupTemplate(longest).isUsable()).isTrue();
    assertThat(new GroupTemplate("x" + longest).isUsable()).isFalse();
  }

  /** Of whom this is the group is told by its name alone. */
  @Property(tries = 100)
  void groupWhenTheCustomerIsAnotherIsAnother(@ForAll("templates") String typed) {
    Map<String, Long> customers = new HashMap<>();
    for (long item = 1; item <= NUMBERS; item++) {
      for (long account = 1; account <= NUMBERS; account++) {
        String group = new GroupTemplate(typed).of(service(item, account)).orElseThrow();
        assertThat(customers.merge(group, account, (first, next) -> first))
            .as("the customer of %s, by %s", group, typed)
            .isEqualTo(account);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "own-{item}, own-{account}, true",
    "own-{item}, own-1{item}, true",
    "own-{item}, Own-12, true",
    "own-{item}-{account}, own-{account}-{item}, true",
    "own-{item}-{account}, own-7-{item}, true",
    "own-1{item}, own-{account}1, true",
    "own-{item}, own-{item}, false",
    "own-{item}, service-{account}, false",
    "own-{item}, own-{item}-b, false",
    "own-{item}, own-, false",
    "own-{item}, own-a, false",
    "own-1{item}, own-2{account}, false",
    "a1-{item}, a2-{item}, false",
  })
  void templateWhenANameMayBeAnothersMeetsIt(String typed, String other, boolean meets) {
    assertThat(new GroupTemplate(typed).mayMeet(other)).isEqualTo(meets);
    if (GroupTemplate.isOne(other)) {
      assertThat(new GroupTemplate(other).mayMeet(typed)).as("the other way").isEqualTo(meets);
    }
  }

  @Property(tries = 100)
  void templatesWhenTheyMeetNotShareNoGroup(
      @ForAll("templates") String one, @ForAll("templates") String other) {
    if (!new GroupTemplate(one).mayMeet(other) && !one.equals(other)) {
      assertThat(groups(one)).doesNotContainAnyElementsOf(groups(other));
    }
  }

  private static Set<String> groups(String typed) {
    Set<String> groups = new HashSet<>();
    for (long item = 1; item <= NUMBERS; item++) {
      for (long account = 1; account <= NUMBERS; account++) {
        groups.add(new GroupTemplate(typed).of(service(item, account)).orElseThrow());
      }
    }
    return groups;
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of("own", "-", "2", "1", "{item}", "{account}")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts) + "{account}")
        .filter(typed -> new GroupTemplate(typed).isUsable());
  }
}
