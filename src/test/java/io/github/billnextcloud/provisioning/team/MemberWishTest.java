package io.github.billnextcloud.provisioning.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberWishTest {

  @Test
  void listWhenTypedHasAnAddressALine() {
    Wishes wishes = MemberWish.parse("ann@example.org\r\n\r\n  bob@example.org  \n");

    assertThat(wishes.wishes())
        .extracting(MemberWish::email)
        .containsExactly("ann@example.org", "bob@example.org");
    assertThat(wishes.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.org Ann Bee,Ann Bee",
    "Ann Bee <ann@example.org>,Ann Bee",
    "\"Ann Bee\" ann@example.org,Ann Bee",
    "'ann@example.org, Ann Bee',Ann Bee",
  })
  void labelWhenBesideTheAddressIsTheName(String line, String label) {
    assertThat(MemberWish.parse(line).wishes())
        .containsExactly(new MemberWish("ann@example.org", Optional.of(label)));
  }

  @Test
  void addressWhenTypedTwiceIsOneMember() {
    assertThat(MemberWish.parse("ann@example.org Ann\nANN@Example.org").wishes())
        .containsExactly(new MemberWish("ann@example.org", Optional.of("Ann")));
  }

  @Test
  void lineWhenItHasNoAddressIsToldApart() {
    Wishes wishes = MemberWish.parse("Ann\nbob@\nann@example.org");

    assertThat(wishes.wishes()).hasSize(1);
    assertThat(wishes.unread()).containsExactly("Ann", "bob@");
  }

  @Test
  void lineWhenItHasNoAddressIsToldByItsBeginning() {
    Wishes wishes = MemberWish.parse("x".repeat(1_000_000));

    assertThat(wishes.unread()).containsExactly("x".repeat(64) + "…");
  }

  @Test
  void listWhenItGoesOnIsCut() {
    String most = "ann@example.org\n".repeat(1_000);

    assertThat(MemberWish.parse(most).isCut()).isFalse();
    assertThat(MemberWish.parse(most + " \n").isCut()).isFalse();
    assertThat(MemberWish.parse(most + "bob@example.org\n" + "x".repeat(1_000_000)))
        .isEqualTo(
            new Wishes(
                List.of(new MemberWish("ann@example.org", Optional.empty())), List.of(), true));
  }

  @Test
  void labelWhenVeryLongIsCut() {
    String label = "x".repeat(200);

    assertThat(MemberWish.parse("ann@example.org " + label).wishes().get(0).label())
        .hasValue("x".repeat(64));
  }
}
