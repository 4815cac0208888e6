package io.github.billnextcloud.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Passwords by the tariff's rule, and names that nobody can guess. */
class PasswordKindsTest {

  private static final int OFTEN = 50;

  @Property
  void generateWhenWithoutSymbolHasTheOtherThreeKindsOnly(@ForAll long seed) {
    assertThat(PasswordGenerator.generate(24, false, new Random(seed)).reveal())
        .hasSize(24)
        .matches("[a-zA-Z2-9]+")
        .doesNotContainPattern("[0O1lIo]")
        .containsPattern("[a-z]")
        .containsPattern("[A-Z]")
        .containsPattern("[2-9]");
  }

  @RepeatedTest(OFTEN)
  void withoutSymbolsWhenAskedIsLettersAndDigits() {
    assertThat(PasswordGenerator.withoutSymbols().reveal()).hasSize(24).matches("[a-zA-Z2-9]+");
  }

  @RepeatedTest(OFTEN)
  void twiceAsLongWhenAskedIsThatAndStrong() {
    assertThat(PasswordGenerator.twiceAsLong().reveal())
        .hasSize(48)
        .containsPattern("[a-z]")
        .containsPattern("[A-Z]")
        .containsPattern("[2-9]")
        .containsPattern("[^a-zA-Z0-9]");
  }

  @RepeatedTest(OFTEN)
  void generateWhenAskedIsStrong() {
    assertThat(PasswordGenerator.generate().reveal()).hasSize(24).containsPattern("[^a-zA-Z0-9]");
  }

  @RepeatedTest(OFTEN)
  void nameWhenAskedIsLetterThenLettersAndDigits() {
    assertThat(PasswordGenerator.name())
        .matches("[a-z][a-z2-9]{9}")
        .doesNotContainPattern("[lo01]");
  }

  @Test
  void nameWhenAskedAgainIsAnother() {
    Set<String> made =
        Stream.generate(PasswordGenerator::name).limit(1000).collect(Collectors.toSet());
    assertThat(made).hasSize(1000);
  }
}
