package io.github.billnextcloud.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much the panel wants to be told, as its file has it. */
class DebugConfTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 6",
        "'* 9' | 9",
        "'  *\t3 # for a day' | 3",
        "'* 9\npmnextcloud.* 4' | 4",
        "'pmnextcloud.* 4\n* 9' | 4",
        "'# * 9' | 6",
        "'* 12' | 6",
        "'billmgr * 9' | 6",
        "'billmgr.* 9' | 6",
        "'pmnextcloud.* 9' | 9",
        "'pmnextcloud 9' | 9",
        "'\tpmnextcloud.*\t\t4  ' | 4",
        "'pmnextcloud.*=3' | 3",
        "'pmnextcloud.http 9 # for a day' | 9",
        "'pmnextcloud.* 0' | 0",
        "'pmnextcloud.* 9\r\nbillmgr.* 4\r\n' | 9",
        "'pmnextcloud.* 4\npmnextcloud.* 9' | 9",
        "'#pmnextcloud.* 9' | 6",
        "'* 4 # pmnextcloud 9' | 4",
        "'SET pmnextcloud.max_log_size=1048576' | 6",
        "'SET pmnextcloud.color=9' | 6",
        "'pmnextcloud.* 9 ip=192.0.2.1' | 6",
        "'pmnextcloud.* 12' | 6",
        "'pmnextcloud' | 6",
      })
  void levelWhenLinesAreReadIsThatOfOurs(String lines, int level) {
    assertThat(DebugConf.level(lines)).isEqualTo(level);
  }

  @Test
  void levelWhenThereIsNoFileIsTheUsual(@TempDir Path root) {
    assertThat(DebugConf.level(root)).isEqualTo(6);
  }

  @Test
  void levelWhenTheFileIsNoTextIsRead(@TempDir Path root) throws Exception {
    Path file = Files.createDirectories(root.resolve("etc")).resolve("debug.conf");
    Files.write(file, "# \u00ff\u00e0\npmnextcloud.* 9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(DebugConf.level(root)).isEqualTo(9);
  }
}
