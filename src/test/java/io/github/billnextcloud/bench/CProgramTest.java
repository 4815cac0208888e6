package io.github.billnextcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CProgramTest {

  private static final Path COMPILER = Path.of("/usr/bin/cc");

  @TempDir Path root;

  /** What the benchmark puts in the place of the panel's mgrctl must understand it as that does. */
  @Test
  void mgrctlWhenAskedAnswersAsTheStandInsOwn() throws Exception {
    assumeTrue(Files.isExecutable(COMPILER), "no compiler of C");
    try (PanelStandIn panel = PanelStandIn.start(root)) {
      Path compiled =
          CProgram.compile(
              "mgrctl",
              root.resolve("compiled"),
              Map.of("MGRCTL_PORT", panel.port(), "MGRCTL_MILLIS", 0));
      for (String func : new String[] {"processing", "no.such.function"}) {
        ProgramRun own = ask(panel.mgrctl(), func);
        assertThat(ask(compiled, func)).isEqualTo(own);
      }
      assertThat(ask(compiled, "processing").stdout()).isNotEmpty();
      assertThat(panel.calls().get(1)).isEqualTo(panel.calls().get(0));
    }
  }

  private ProgramRun ask(Path mgrctl, String func) throws Exception {
    return ProgramRun.run(
        root,
        Map.of("NAME", "ж"),
        mgrctl.toString(),
        "-m",
        "billmgr",
        "-o",
        "xml",
        func,
        "-e",
        "name=$NAME",
        "empty=");
  }
}
