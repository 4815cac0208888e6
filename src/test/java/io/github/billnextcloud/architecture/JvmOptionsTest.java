package io.github.billnextcloud.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With what our JVMs are started stands once, for events and for the worker. */
class JvmOptionsTest {

  private static final List<Path> SCRIPTS =
      List.of(Path.of("dist/processing/pmnextcloud"), Path.of("dist/lib/pmnextcloud/resident.sh"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec \"$java\"",
        "-XX:TieredStopAtLevel",
        "-XX:+UseSerialGC",
        "-Xss",
        "-Xlog:disable",
        "-XX:ErrorFile",
        "-Dfile.encoding",
        "-Dpicocli.disable.closures",
        "-Dpmnextcloud.root"
      })
  void optionWhenOfAllJvmsStandsOnce(String option) throws Exception {
    String scripts = Files.readString(SCRIPTS.get(0)) + Files.readString(SCRIPTS.get(1));
    assertThat(scripts.split(Pattern.quote(option), -1)).hasSize(2);
  }
}
