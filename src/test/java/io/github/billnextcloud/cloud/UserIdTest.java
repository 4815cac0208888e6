package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User ids as real servers were seen to take and refuse them. */
class UserIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user_4711",
        "bad user",
        "o'brien",
        ".a.b.",
        "me@example.org",
        "A.B_c-d",
        "-dash",
        "12345",
        "UPPER",
        "appdata_x",
        "avatar"
      })
  void parseWhenCloudsTakeItKeepsIt(String text) {
    assertThat(UserId.parse(text)).map(UserId::value).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " lead",
        "trail ",
        ".",
        "..",
        "...",
        "a/b",
        "a\\b",
        "a:b",
        "a,b",
        "a#b",
        "a?b",
        "a*b",
        "a\"b",
        "a<b",
        "a&b",
        "a%b",
        "a\nb",
        "a\n",
        "a\u0000b",
        "a\tb",
        "müller",
        "иван",
        "a😀b",
        "a\u00a0b"
      })
  void parseWhenCloudsRefuseItIsEmpty(String text) {
    assertThat(UserId.parse(text)).isEmpty();
  }

  @Test
  void parseWhenSixtyFourCharactersKeepsIt() {
    assertThat(UserId.parse("a".repeat(64))).isPresent();
  }

  @Test
  void parseWhenSixtyFiveCharactersIsEmpty() {
    assertThat(UserId.parse("a".repeat(65))).isEmpty();
  }

  @Test
  void equalsWhenOnlyLetterCaseDiffersHolds() {
    assertThat(new UserId("USR1"))
        .isEqualTo(new UserId("usr1"))
        .hasSameHashCodeAs(new UserId("usr1"));
  }

  /** ownCloud may have both. */
  @Test
  void equalsWhenOtherLettersDifferInCaseFails() {
    assertThat(new UserId("rené")).isNotEqualTo(new UserId("renÉ"));
  }

  @Test
  void equalsWhenNamesDifferFails() {
    assertThat(new UserId("usr1")).isNotEqualTo(new UserId("usr2"));
  }

  @Test
  void toStringWhenAskedIsNameAsSpelled() {
    assertThat(new UserId("Usr1")).hasToString("Usr1");
  }

  /** Every recorded server refuses it. */
  @Test
  void parseWhenZeroRefuses() {
    assertThat(UserId.parse("0")).isEmpty();
  }

  @Property
  void parseWhenLettersAndDigitsAlwaysKeepsThem(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 2, max = 64) String text) {
    assertThat(UserId.parse(text)).contains(new UserId(text));
  }

  @Property
  void parseWhenTextIsArbitraryAcceptsNoPath(@ForAll String text) {
    assertThat(UserId.parse(text).map(UserId::value).orElse("refused"))
        .doesNotContain("/", "\\", "%", "?", "#", "\n", "\0")
        .isNotBlank();
  }
}
