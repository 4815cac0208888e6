package io.github.billnextcloud.billmanager.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.AddOn.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formula of contract §4.14, case by case. */
class AddOnRowTest {

  private static final String NUMBER =
      "p_intname=disk disc; type_intname=disk; p_active=on; p_addontype=2; measure_intname=gib; ";
  private static final String ORDERED = NUMBER + "p_billtype=2; ";

  /** Columns are "name=value; …"; those that are not there are NULL. */
  private static Optional<AddOn> effective(String columns, boolean trial) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String column : columns.split("; ?")) {
      row.put(column.split("=", -1)[0].strip(), column.split("=", -1)[1]);
    }
    return new AddOnRow(new Row(row)).effective(trial);
  }

  private static String value(String columns, boolean trial) {
    return effective(columns, trial).orElseThrow().value();
  }

  @ParameterizedTest
  @CsvSource({
    "p_addonlimit=10, 10",
    "p_addonlimit=10.0000, 10",
    "p_addonlimit=0.50, 0.5",
    "p_addonlimit=100; a_id=1; a_intvalue=5, 105",
    "p_addonlimit=10; a_id=1; a_addonlimit=20, 20",
    "p_addonlimit=10; a_id=1; a_addonlimit=20; a_intvalue=5, 25",
    "p_addonlimit=10; a_id=1; a_addonlimit=0; a_intvalue=5, 5",
    "a_id=1; a_intvalue=5, 5",
    "p_addonlimit=; a_intvalue=, 0",
    "p_addonlimit=-1, -1",
    "p_addonlimit=-1; a_id=1; a_intvalue=5, -1",
    "p_addonlimit=nonsense; a_intvalue=' ', 0",
    "p_addonmax=99, 0"
  })
  void effectiveWhenOrderedIsIncludedPlusOrdered(String columns, String value) {
    assertThat(value(ORDERED + columns, false)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "p_addonlimit=10; p_addonmaxtrial=3, 3",
    "p_addonlimit=10; p_addonmaxtrial=30, 10",
    "p_addonlimit=10; p_addonmaxtrial=0, 0",
    "p_addonlimit=-1; p_addonmaxtrial=5, 5",
    "p_addonlimit=-1; p_addonmaxtrial=-1, -1",
    "p_addonlimit=10; p_addonmaxtrial=' ', 10",
    "p_addonlimit=10; a_id=1; a_intvalue=5; p_addonmaxtrial=12, 12",
    "p_addonlimit=10; p_addonmaxtrial=3; a_id=1; a_addonmaxtrial=5, 5",
    "p_addonlimit=10, 10"
  })
  void effectiveWhenOnTrialIsAtMostTheTrialMaximum(String columns, String value) {
    assertThat(value(ORDERED + columns, true)).isEqualTo(value);
  }

  @Test
  void effectiveWhenNotOnTrialIgnoresTheTrialMaximum() {
    assertThat(value(ORDERED + "p_addonlimit=10; p_addonmaxtrial=3", false)).isEqualTo("10");
  }

  @ParameterizedTest
  @CsvSource({
    "p_addonmax=50, false, 50",
    "p_addonmax=50; a_id=1; a_addonmax=70, false, 70",
    "p_addonlimit=10; a_id=1; a_intvalue=5; p_addonmax=50, false, 50",
    "p_addonlimit=10, false, ''",
    "p_addonmax=50; p_addonmaxtrial=5, true, 5",
    "p_addonmaxtrial=5, true, ''"
  })
  void effectiveWhenBilledByStatisticsIsTheMaximum(String columns, boolean trial, String value) {
    assertThat(value(NUMBER + "p_billtype=3; " + columns, trial)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "p_addonbool=on, on",
    "p_addonbool=off, off",
    "p_addonbool=off; a_id=1; a_boolvalue=on, on",
    "p_addonbool=on; a_id=1; a_boolvalue=off, off",
    "a_id=1, ''"
  })
  void effectiveWhenBooleanIsOrderedOrTariffs(String columns, String value) {
    String row = "p_intname=backup; p_active=on; p_addontype=1; p_billtype=2; " + columns;
    assertThat(effective(row, false)).contains(new AddOn("backup", Type.BOOLEAN, value, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "p_enumeration_intname=small, small",
    "p_enumeration_intname=small; a_id=1; a_enumeration_intname=large, large",
    "p_enumeration_intname=small; a_id=1, small",
    "a_id=1, ''"
  })
  void effectiveWhenEnumerationIsChosenOrTariffsItem(String columns, String value) {
    String row = "p_intname=size; p_active=on; p_addontype=3; p_billtype=2; " + columns;
    assertThat(effective(row, false)).contains(new AddOn("size", Type.ENUMERATION, value, ""));
  }

  @Test
  void effectiveWhenOnTrialLimitsNumbersOnly() {
    String row = "p_active=on; p_addontype=1; p_billtype=2; p_addonbool=on; p_addonmaxtrial=0";
    assertThat(value(row, true)).isEqualTo("on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "3"})
  void effectiveWhenNoNumberHasNoUnit(String type) {
    String row = "p_active=on; p_billtype=2; measure_intname=gib; p_addontype=" + type;
    assertThat(effective(row, false).orElseThrow().unit()).isEmpty();
  }

  @Test
  void effectiveWhenNumberHasNameAndUnit() {
    assertThat(effective(ORDERED + "p_addonlimit=10", false))
        .contains(new AddOn("disk disc", Type.INTEGER, "10", "gib"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p_intname=; ", "p_intname= ; "})
  void effectiveWhenAddOnHasNoNameIsNamedAfterItsType(String name) {
    String row = name + "type_intname=disk; p_active=on; p_addontype=2; p_billtype=2";
    assertThat(effective(row, false).orElseThrow().name()).isEqualTo("disk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p_active=off; p_addontype=2; p_billtype=2",
        "p_addontype=2; p_billtype=2",
        "p_active=on; p_addontype=2; p_billtype=4",
        "p_active=on; p_addontype=2; p_billtype=10; a_id=1",
        "p_active=on; p_addontype=2; p_billtype=2; p_compound=5",
        "p_active=on; p_addontype=9; p_billtype=2",
        "p_active=on; p_billtype=2"
      })
  void effectiveWhenItDoesNotCountIsEmpty(String columns) {
    assertThat(effective(columns, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_compound=5; a_id=1", "p_compound=0", "p_compound=", "a_id=1"})
  void effectiveWhenItCountsIsThere(String columns) {
    assertThat(effective(ORDERED + columns, false)).isPresent();
  }

  @Test
  void namesWhenSeveralAreGivenAreAllOfThem() {
    assertThat(new AddOn(" disk  disc ", Type.INTEGER, "1", "").names())
        .containsExactly("disk", "disc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "1e3", "0x10", "1.", ".5", "١"})
  void amountWhenValueIsNoNumberIsEmpty(String value) {
    assertThat(new AddOn("disk", Type.INTEGER, value, "").amount()).isEmpty();
  }
}
