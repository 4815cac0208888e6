package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.cli.BilingualText.text;

import io.github.billnextcloud.cli.BilingualText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Which Java runs this program, and whether it is the one that the launcher is told to take. */
record JavaVersionCheck(Path root) {

  CheckFinding look() throws IOException {
    Path running = Path.of(System.getProperty("java.home"), "bin", "java");
    BilingualText which = text("%s, %s", "%s, %s", Runtime.version(), running);
    Path link = root.resolve("lib/pmnextcloud/java");
    if (!Files.isExecutable(link)) {
      boolean leadsNowhere = Files.exists(link, LinkOption.NOFOLLOW_LINKS);
      return CheckFinding.warning(
          leadsNowhere
              ? text(
                  "%s, but %s leads nowhere: the Java of the PATH is taken",
                  "%s, но %s никуда не ведёт: берётся Java из PATH",
                  which,
                  RelativePath.root(root, link))
              : text(
                  "%s, but there is no %s: the Java of the PATH is taken",
                  "%s, но %s нет: берётся Java из PATH", which, RelativePath.root(root, link)),
          SharedRemedies.INSTALL_AGAIN);
    }
    return link.toRealPath().equals(running.toRealPath())
        ? CheckFinding.fine(which)
        : CheckFinding.warning(
            text(
                "%s, but the launcher takes %s",
                "%s, но запускающий файл берёт %s", which, link.toRealPath()),
            SharedRemedies.INSTALL_AGAIN);
  }
}
