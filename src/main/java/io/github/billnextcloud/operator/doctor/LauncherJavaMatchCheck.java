package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.operator.PanelRelativePath;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Which Java runs this program, and whether it is the one that the launcher is told to take. */
record LauncherJavaMatchCheck(Path root) {

  CheckFinding look() throws IOException {
    Path running = Path.of(System.getProperty("java.home"), "bin", "java");
    Sentence which = Sentence.joined(Runtime.version(), ", ", running);
    Path link = root.resolve("lib/pmnextcloud/java");
    if (!Files.isExecutable(link)) {
      boolean leadsNowhere = Files.exists(link, LinkOption.NOFOLLOW_LINKS);
      return CheckFinding.warning(
          leadsNowhere
              ? Sentence.of(
                  "doctor.but_leads_nowhere_java", which, PanelRelativePath.root(root, link))
              : Sentence.of("doctor.but_there_no_java", which, PanelRelativePath.root(root, link)),
          SharedRemedies.INSTALL_AGAIN);
    }
    return link.toRealPath().equals(running.toRealPath())
        ? CheckFinding.fine(which)
        : CheckFinding.warning(
            Sentence.of("doctor.but_launcher_takes", which, link.toRealPath()),
            SharedRemedies.INSTALL_AGAIN);
  }
}
