package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings that MariaDB 10.11 takes for "admin" in one of its collations, and others. */
class AdminGroupNameMatcherTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "ADMIN",
        "Admin ",
        " admin",
        "admin\n",
        "ad\u0000min",
        "admin\u00A0",
        "\u00E4dmin",
        "a\u0308dmin",
        "\uFF21\uFF24\uFF2D\uFF29\uFF2E",
        "ad\u200Bmin",
        "ad\u00ADmin",
        "adm\u0131n",
        "adm\u0130n",
        "a\u0111min",
        "a\u00F0min",
        "\u0363\u0369\u036B\u0365\u1DE0",
        "\uA79A\uA779min",
        "ad\u0640min",
        "ad\uFE71min",
        "\uD83C\uDD50\uD83C\uDD73\uD83C\uDD5C\uD83C\uDD58\uD83C\uDD5D",
        "\uD835\uDC1A\uD835\uDC1D\uD835\uDC26\uD835\uDC22\uD835\uDC27"
      })
  void isNamedByWhenADatabaseMayTakeItForTheSameHolds(String spelling) {
    assertThat(AdminGroupNameMatcher.isNamedBy(spelling)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admins",
        "admin2",
        "ad min",
        "ad-min",
        "basic",
        "\u0410\u0434\u043C\u0438\u043D"
      })
  void isNamedByWhenTheNameIsAnotherFails(String name) {
    assertThat(AdminGroupNameMatcher.isNamedBy(name)).isFalse();
  }
}
