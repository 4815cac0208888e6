package io.github.billnextcloud.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside can neither begin a line nor do anything to a terminal. */
class PrintableTextTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00,
        0x07,
        0x08,
        0x09,
        0x0A,
        0x0D,
        0x1B,
        0x7F, // of ASCII
        0x85,
        0x90,
        0x9B,
        0x9C,
        0x9D,
        0x9F, // what terminals take for ESC [ and its like
        0x2028,
        0x2029, // ends of lines and paragraphs
        0x061C,
        0x200E,
        0x200F,
        0x202A,
        0x202E,
        0x2066,
        0x2069, // directions
        0xAD,
        0x200B,
        0x2060,
        0xFEFF,
        0xE0001,
        0xE0041, // what nobody sees
        0xD800,
        0xDFFF // halves of characters
      })
  void lineWhenACharacterIsMoreThanASignHasABlank(int character) {
    String text = "a" + Character.toString(character) + "b";
    assertThat(PrintableText.line(text)).isEqualTo("a b");
    assertThat(PrintableText.lines("1\n" + text + "\r\n2")).isIn("1\na b\r\n2", "1\na\nb\r\n2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "Анна О'Нил", "zß水🍋", "می\u200cخواهم", "👨\u200d👩", "e\u0301"})
  void lineWhenAllIsWritingStaysTheSame(String text) {
    assertThat(PrintableText.line(text)).isSameAs(text);
    assertThat(PrintableText.json(text)).isSameAs(text);
  }

  @Test
  void linesWhenTheyAreOurOwnStay() {
    assertThat(PrintableText.lines("a\r\nb\n\rc\u001b[2J\n")).isEqualTo("a\r\nb\n c [2J\n");
  }

  @Test
  void jsonWhenItHoldsMoreThanSignsMeansTheSame() {
    assertThat(PrintableText.json("{\n\"a\": \"\u009b\u202e\uDB40\uDC41\"\n}\n"))
        .isEqualTo("{\n\"a\": \"\\u009b\\u202e\\udb40\\udc41\"\n}\n");
  }

  /** A second cleaner would know less, as the first did. */
  @Test
  void cleanersWhenSoughtInTheSourcesAreOne() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources)
          .filteredOn(file -> !file.endsWith("Printable.java"))
          // It compares names, and prints none.
          .filteredOn(file -> !file.endsWith("AdminGroupNameMatcher.java"))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContain("p{Cntrl}", "p{C}", "isISOControl"));
    }
  }
}
