package io.github.billnextcloud.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What every generated password has, and what none has. */
class PasswordGeneratorTest {

  @Property
  void generateWhenAskedIsLongEnough(@ForAll long seed) {
    assertThat(password(seed)).hasSize(24);
  }

  @Property
  void generateWhenAskedHasLettersOfBothCasesDigitAndSymbol(@ForAll long seed) {
    assertThat(password(seed))
        .containsPattern("[a-z]")
        .containsPattern("[A-Z]")
        .containsPattern("[0-9]")
        .containsPattern("[^a-zA-Z0-9]");
  }

  @Property
  void generateWhenAskedHasNoCharactersThatLookAlike(@ForAll long seed) {
    assertThat(password(seed)).doesNotContainPattern("[0O1lI|o]");
  }

  @Property
  void generateWhenAskedHasNothingThatFormsOrShellsTakeApart(@ForAll long seed) {
    assertThat(password(seed)).matches("[a-zA-Z0-9._+=!@-]+");
  }

  @Property
  void generateWhenAskedIsNotInItsToString(@ForAll long seed) {
    assertThat(PasswordGenerator.generate(PasswordGenerator.LENGTH, true, new Random(seed)))
        .hasToString("***");
  }

  @Test
  void generateWhenAskedAgainIsAnother() {
    Set<String> made =
        Stream.generate(PasswordGenerator::generate)
            .limit(1000)
            .map(Secret::reveal)
            .collect(Collectors.toSet());
    assertThat(made).hasSize(1000);
  }

  private static String password(long seed) {
    return PasswordGenerator.generate(PasswordGenerator.LENGTH, true, new Random(seed)).reveal();
  }
}
