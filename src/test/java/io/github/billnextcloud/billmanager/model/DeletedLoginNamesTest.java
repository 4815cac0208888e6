package io.github.billnextcloud.billmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names whose users were deleted, some of them with commas. */
class DeletedLoginNamesTest {

  private static DeletedLoginNames names(String text) {
    return DeletedLoginNames.of(new ServiceParams(Map.of("deleted_logins", text), Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann,bob | ann | true",
        "ann, bob | BOB | true",
        "ann,bob | an | false",
        "Smith, John,bob | smith, john | true",
        "Smith, John,bob | John | true",
        "ann,bob | ann,bob | true",
        "ann | bob | false"
      })
  void hasWhateverTheTextMayTellOf(String text, String name, boolean had) {
    assertThat(names(text).has(name)).isEqualTo(had);
  }

  @Test
  void hasWhenNothingWasDeletedIsNobody() {
    assertThat(names("").has("")).isFalse();
    assertThat(names("").possible()).isEmpty();
    assertThat(names("").all(List.of("ann"))).isEmpty();
  }

  @Test
  void allWhenANameWithACommaIsKnownLeavesItWhole() {
    String john = "smith, john";
    assertThat(names("ann,Smith, John,bob").all(List.of(john, "eve")))
        .containsExactlyInAnyOrder(john, "ann", "bob");
  }

  @Test
  void possibleAreThePartsAndTheWhole() {
    assertThat(names("Smith, John").possible()).containsExactly("Smith", "John", "Smith, John");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann,bob,eve | BOB | ann,eve",
        "ann,bob | ann | bob",
        "ann,bob | bob | ann",
        "ann | ann | ''",
        "ann,Smith, John | Smith, John | ann",
        "ann | an | ann"
      })
  void withoutLeavesTheOthers(String text, String name, String left) {
    assertThat(names(text).without(List.of(name)).text()).isEqualTo(left);
  }

  @Test
  void withWhenOneIsThereAlreadyAddsTheOthers() {
    assertThat(names("ann").with(List.of("Ann", "bob")).text()).isEqualTo("ann,bob");
    assertThat(names("").with(List.of("ann")).text()).isEqualTo("ann");
  }
}
