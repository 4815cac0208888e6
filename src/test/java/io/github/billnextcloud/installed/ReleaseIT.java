package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.contract.ProjectVersion;
import io.github.billnextcloud.conversation.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release's archive, unpacked where nothing could be built. */
class ReleaseIT {

  private static final String NAME = "pmnextcloud-" + ProjectVersion.get();
  private static final Path ARCHIVE = Path.of("target/packages", NAME + ".tar.gz");

  @TempDir Path host;

  private Path panel;

  @BeforeEach
  void unpack() throws Exception {
    ProgramRun.run(host, Map.of(), "tar", "xzf", ARCHIVE.toAbsolutePath().toString());
    panel = host.resolve("panel");
  }

  private ProgramRun script(String name, String... options) throws Exception {
    String[] command = new String[options.length + 3];
    command[0] = host.resolve(NAME).resolve(name).toString();
    command[1] = "--prefix";
    command[2] = panel.toString();
    System.arraycopy(options, 0, command, 3, options.length);
    return ProgramRun.run(Path.of("/"), Map.of(), command);
  }

  @Test
  void installWhenOnlyJavaIsThereNeedsNothingElse() throws Exception {
    ProgramRun installed = script("install.sh", "--without-archive");
    assertThat(installed.exitCode()).as(installed.stderr()).isZero();
    ProgramRun asked =
        ProgramRun.run(
            panel,
            Map.of(),
            panel.resolve("processing/pmnextcloud").toString(),
            "--command",
            "features");
    assertThat(asked).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  @Test
  void installWhenComparedWithTheSourcesPutsTheSameInPlace() throws Exception {
    script("install.sh", "--without-archive");
    Map<String, String> released = PackageFiles.below(panel);
    Path another = Files.createDirectory(host.resolve("another"));
    ProgramRun.run(
        Path.of("."),
        Map.of(),
        "dist/install.sh",
        "--prefix",
        another.toString(),
        "--without-archive");
    assertThat(released).isEqualTo(PackageFiles.below(another));
  }

  @Test
  void uninstallWhenReleasedTakesEverythingBack() throws Exception {
    script("install.sh", "--without-archive");
    assertThat(script("uninstall.sh").exitCode()).isZero();
    assertThat(PackageFiles.below(panel)).isEmpty();
  }
}
