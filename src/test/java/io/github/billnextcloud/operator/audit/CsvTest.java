package io.github.billnextcloud.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside stays a text, in spreadsheets and pages. */
class CsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7", "-user", "@sum", "\tx"})
  void cellWhenItBeginsLikeAFormulaIsAText(String value) {
    assertThat(Csv.cell(value)).startsWith("'");
  }

  @Test
  void cellWhenItHasSignsOfItsOwnIsQuoted() {
    assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(Csv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Csv.cell("a\r\nb")).isEqualTo("\"a\r\nb\"");
    assertThat(Csv.cell("user_7")).isEqualTo("user_7");
  }

  @Test
  void pageWhenANameIsMarkupHasNone() {
    assertThat(Page.inScript("</script><img src=x onerror=alert(1)>&\u2028"))
        .doesNotContain("<", ">", "&", "\u2028");
  }
}
