package io.github.billnextcloud.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A secret is a value, and no text ever shows it. */
class SecretTest {

  private record Holder(String name, Secret secret) {}

  @Property
  void revealWhenAskedIsTheValue(@ForAll String value) {
    assertThat(new Secret(value).reveal()).isEqualTo(value);
  }

  @Property
  void toStringWhenAskedNeverDependsOnTheValue(@ForAll String value) {
    assertThat(new Secret(value)).hasToString("***");
  }

  @Test
  void toStringWhenInsideRecordsAndCollectionsShowsNothing() {
    Secret secret = new Secret("hunter2");
    Object holders = List.of(Optional.of(secret), Map.of("k", secret), new Holder("n", secret));
    assertThat(holders.toString()).doesNotContain("hunter2").contains("***");
  }

  @Test
  void equalsWhenValuesAreTheSameHolds() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
  }

  @Test
  void equalsWhenValuesDifferFails() {
    assertThat(new Secret("a")).isNotEqualTo(new Secret("A"));
  }

  @Test
  void isBlankWhenNothingIsTypedHolds() {
    assertThat(new Secret(" ").isBlank()).isTrue();
  }

  @Test
  void newWhenThereIsNoValueRefuses() {
    assertThatNullPointerException().isThrownBy(() -> new Secret(null));
  }
}
