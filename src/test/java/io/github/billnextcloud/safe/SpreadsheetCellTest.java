package io.github.billnextcloud.safe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside stays a text in spreadsheets. */
class SpreadsheetCellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+7",
        "-user",
        "@sum",
        "\t=1",
        " =1",
        "\"=1",
        "\u00a0=1",
        "\uff1d1",
        "\u009b=1"
      })
  void cellWhenItBeginsLikeAFormulaIsAText(String value) {
    assertThat(SpreadsheetCell.of(value)).startsWith("\"'").endsWith("\"");
  }

  /** A spreadsheet that parts cells at semicolons finds our quotes in the middle of a cell. */
  @ParameterizedTest
  @ValueSource(strings = {"a;=1+1", "a; \"=1", "a,@x;-y", "a|+1", "a;\u2028=1"})
  void cellWhenAReaderPartsItElsewhereHoldsNoFormula(String value) {
    assertThat(SpreadsheetCell.of(value).substring(1).split("[,;|]"))
        .noneMatch(cell -> cell.matches("[\\s\"]*[=+\\-@].*"));
  }

  @Test
  void cellWhateverItHoldsIsQuoted() {
    assertThat(SpreadsheetCell.of("a,b")).isEqualTo("\"a,b\"");
    assertThat(SpreadsheetCell.of("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(SpreadsheetCell.of("\tx=")).isEqualTo("\" x=\"");
    assertThat(SpreadsheetCell.of("a\r\nb")).isEqualTo("\"a b\"");
    assertThat(SpreadsheetCell.of("user_7")).isEqualTo("\"user_7\"");
    assertThat(SpreadsheetCell.of("7 GB; no-one@example.org"))
        .isEqualTo("\"7 GB; no-one@example.org\"");
  }
}
