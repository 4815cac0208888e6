package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BILLmanager's own recovery: {@code make install-only} in {@code src/pmnextcloud}. */
class MakefileIT {

  @TempDir Path panel;
  private Path launcher;

  @BeforeEach
  void install() throws Exception {
    InstalledProgram.copyInto(panel);
    launcher = panel.resolve("processing/pmnextcloud");
    assertThat(features()).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  private ProgramRun make(Path folder, String target) throws Exception {
    return ProgramRun.run(folder, Map.of(), "make", "-s", target, "BASE=" + panel);
  }

  private ProgramRun features() throws Exception {
    return ProgramRun.run(panel, Map.of(), launcher.toString(), "--command", "features");
  }

  @Test
  void installOnlyWhenLauncherAndJarAreDamagedPutsThemBackFromTheSources() throws Exception {
    Files.writeString(launcher, "#!/bin/sh\nexit 3\n");
    Files.delete(panel.resolve("lib/pmnextcloud/pmnextcloud.jar"));
    assertThat(features().exitCode()).isEqualTo(3);
    make(Path.of("."), "install-only");
    assertThat(features()).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  @Test
  void installOnlyWhenThereAreNoSourcesPutsTheLauncherBack() throws Exception {
    Files.writeString(launcher, "#!/bin/sh\nexit 3\n");
    make(panel.resolve("src/pmnextcloud"), "install-only");
    assertThat(features()).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  /** BILLmanager runs it in the midst of a request: a restart would end that. */
  @Test
  void installOnlyWhenThereIsAPanelDoesNotRestartIt() throws Exception {
    Path mgrctl = Files.createDirectories(panel.resolve("sbin")).resolve("mgrctl");
    Files.writeString(mgrctl, "#!/bin/sh\ntouch '" + panel + "/restarted'\n");
    assertThat(mgrctl.toFile().setExecutable(true)).isTrue();
    make(Path.of("."), "install-only");
    make(panel.resolve("src/pmnextcloud"), "install-only");
    assertThat(panel.resolve("restarted")).doesNotExist();
    make(panel.resolve("src/pmnextcloud"), "install");
    assertThat(panel.resolve("restarted")).exists();
  }
}
