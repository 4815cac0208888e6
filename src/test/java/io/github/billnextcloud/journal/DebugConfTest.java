package io.github.billnextcloud.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much the panel's file of log levels asks of us. */
class DebugConfTest {

  @ParameterizedTest
  @CsvSource({
    "pmnextcloud.* 9, 9",
    "pmnextcloud 4, 4",
    "*.pmnextcloud=5, 5",
    "pmother.* 9, 6",
    "# pmnextcloud 9, 6",
    "SET maxsize pmnextcloud 9, 6",
    "pmnextcloud, 6",
    "pmnextcloud 9 # for a day, 9",
    "'', 6"
  })
  void levelWhenALineNamesUsIsItsNumber(String line, int level) {
    assertThat(DebugConf.level("billmgr.* 9\n" + line + "\n")).isEqualTo(level);
  }

  @Test
  void levelWhenTwoLinesNameUsIsTheLast() {
    assertThat(DebugConf.level("pmnextcloud.* 9\npmnextcloud.* 3\n")).isEqualTo(3);
  }

  @Test
  void levelWhenThereIsNoFileIsTheUsual() {
    assertThat(DebugConf.level(Path.of("nowhere"))).isEqualTo(DebugConf.USUAL);
  }
}
