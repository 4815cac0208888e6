package io.github.billnextcloud.provisioning.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which groups add-ons mean, line by line. */
class AddOnGroupsTest {

  private static AddOnGroups of(String with, String without) {
    return AddOnGroups.parse(with, without).orElseThrow();
  }

  private static AddOn addOn(String name, Type type, String value) {
    return new AddOn(name, type, value, "");
  }

  private static final List<AddOn> OFFICE =
      List.of(
          addOn("office docs", Type.BOOLEAN, "on"),
          addOn("talk", Type.BOOLEAN, "off"),
          addOn("plan", Type.ENUMERATION, "Pro"));

  @Test
  void groupsWhenAddOnsAreOnAreJoinedAndTheOthersLeft() {
    AddOnGroups groups = of("office=office, Talk = ent talk; unknown=x", "links=no-links");

    assertThat(groups.joined(OFFICE)).containsExactly("no-links", "office");
    assertThat(groups.left(OFFICE)).containsExactly("ent talk", "x");
    assertThat(groups.giving()).containsExactly("ent talk", "office", "x");
    assertThat(groups.all()).containsExactly("ent talk", "no-links", "office", "x");
  }

  @Test
  void groupWhenSeveralLinesGiveItIsJoinedByAny() {
    assertThat(of("talk=both\noffice=both", "").left(OFFICE)).isEmpty();
    assertThat(of("docs=both", "").joined(OFFICE)).containsExactly("both");
  }

  @Test
  void itemOfAListWhenNamedIsTheOnlyOneThatGives() {
    assertThat(of("plan:pro=pro, plan:basic=basic, plan=any", "").joined(OFFICE))
        .containsExactly("any", "pro");
    List<AddOn> nothing = List.of(addOn("plan", Type.ENUMERATION, "none"));
    assertThat(of("plan=any", "").joined(nothing)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,true", "-1,true", "0,false", "'',false"})
  void amountWhenItIsSomethingIsOn(String amount, boolean on) {
    List<AddOn> seats = List.of(addOn("seats", Type.INTEGER, amount));
    assertThat(of("seats=g", "").joined(seats).isEmpty()).isEqualTo(!on);
    assertThat(of("", "seats=g").joined(seats).isEmpty()).isEqualTo(on);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"office", "=office", "office=", "a=b=c", "a=own-{item}", "a=b/c", "a b=c"})
  void lineWhenItCannotBeReadIsNone(String line) {
    assertThat(AddOnGroups.parse(line, "")).isEmpty();
    assertThat(AddOnGroups.parse("", line)).isEmpty();
  }

  @Test
  void tariffWhenItSaysNothingMeansNothing() {
    assertThat(of(" , ", "")).isEqualTo(AddOnGroups.NONE);
  }
}
