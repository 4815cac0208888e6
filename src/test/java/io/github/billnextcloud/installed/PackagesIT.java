package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.eclipse.packager.rpm.RpmTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deb and the rpm, read: both hold what {@code install.sh} puts in place, and ask for Java. */
class PackagesIT {

  private static final String LIB = "/usr/local/mgr5/lib/pmnextcloud/";

  @Test
  void debWhenComparedWithInstallShHoldsTheSame(@TempDir Path root) throws Exception {
    ProgramRun installed =
        ProgramRun.run(
            Path.of("."),
            Map.of(),
            "dist/install.sh",
            "--prefix",
            root.resolve("usr/local/mgr5").toString(),
            "--system",
            root.resolve("usr").toString(),
            "--without-archive");
    assertThat(installed.exitCode()).as(installed.stderr()).isZero();

    Map<String, String> expected = new TreeMap<>(PackageFiles.below(root));
    for (String made : List.of("installed", "java", "java.time", "without-archive")) {
      assertThat(expected.remove(LIB + made)).as(made).isNotNull();
    }
    expected.replaceAll((file, kind) -> kind.replace(root.toString(), ""));
    expected.put(LIB + "packaged", "644");
    assertThat(PackageFiles.ofDeb()).isEqualTo(expected);
  }

  @Test
  void rpmWhenComparedWithTheDebHoldsTheSame() throws IOException {
    assertThat(PackageFiles.ofRpm()).isEqualTo(PackageFiles.ofDeb());
  }

  @Test
  void launcherWhenPackagedMayBeStarted() throws IOException {
    assertThat(PackageFiles.ofDeb())
        .containsEntry("/usr/local/mgr5/processing/pmnextcloud", "755")
        .containsEntry("/usr/sbin/pmnextcloud", "-> /usr/local/mgr5/processing/pmnextcloud");
  }

  @Test
  void packagesWhenInstalledNeedJava() throws IOException {
    assertThat(PackageFiles.control("control"))
        .containsPattern(
            "Depends: openjdk-17-jre-headless \\|.* java-runtime-headless \\(>= 17\\)");
    assertThat((String[]) PackageFiles.header(RpmTag.REQUIRE_NAME))
        .anyMatch(name -> name.startsWith("(java-17-headless or java-21-headless or "));
  }

  /**
   * Whoever adds a library sees it in the list of libraries, and its licence in the list of those.
   */
  @Test
  void librariesWhenInTheJarAreNamedInTheListsOfWhatIsInside() throws IOException {
    List<String> libraries = List.of("okhttp-jvm", "picocli", "logback-classic", "kotlin-stdlib");
    Path doc = Path.of("target/payload/644/system/share/doc/billmanager-plugin-pmnextcloud");
    assertThat(Files.readString(doc.resolve("sbom.cdx.json"))).contains(libraries);
    assertThat(Files.readString(doc.resolve("THIRD-PARTY.txt"))).contains(libraries);
    try (Stream<Path> texts = Files.list(doc.resolve("licences"))) {
      assertThat(texts.map(text -> text.getFileName().toString()))
          .contains("Apache-2.0.txt", "LGPL-2.1.txt", "MIT-slf4j.txt", "BSD-2-Clause-stax2.txt");
    }
  }

  /** Two of them are under the LGPL, which wants changed files to be named; none is. */
  @Test
  void copyrightWhenItSaysThatLibrariesAreUnchangedIsTrue() throws IOException {
    Set<String> changed = new TreeSet<>();
    try (JarFile shipped = new JarFile("target/pmnextcloud.jar")) {
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (part.endsWith(".jar") && isChanged(part, shipped)) {
          changed.add(Path.of(part).getFileName().toString().replaceFirst("-\\d.*", ""));
        }
      }
    }
    assertThat(changed).isEmpty();
    assertThat(Path.of("dist/package/copyright"))
        .content()
        .contains("Their classes are unchanged.");
  }

  private static boolean isChanged(String library, JarFile shipped) throws IOException {
    try (JarFile original = new JarFile(library)) {
      for (JarEntry file : Collections.list(original.entries())) {
        JarEntry ours = shipped.getJarEntry(file.getName());
        if (file.getName().endsWith(".class") && ours != null && ours.getCrc() != file.getCrc()) {
          return true;
        }
      }
      return false;
    }
  }
}
