package io.github.billnextcloud.operator.doctor;

import static io.github.billnextcloud.operator.Text.text;

import io.github.billnextcloud.operator.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Which Java runs this program, and whether it is the one that the launcher is told to take. */
record JavaCheck(Path root) {

  Finding look() throws IOException {
    Path running = Path.of(System.getProperty("java.home"), "bin", "java");
    Text which = text("%s, %s", "%s, %s", Runtime.version(), running);
    Path link = root.resolve("lib/pmnextcloud/java");
    if (!Files.isExecutable(link)) {
      boolean leadsNowhere = Files.exists(link, LinkOption.NOFOLLOW_LINKS);
      return Finding.warning(
          leadsNowhere
              ? text(
                  "%s, but %s leads nowhere: the Java of the PATH is taken",
                  "%s, но %s никуда не ведёт: берётся Java из PATH", which, Below.root(root, link))
              : text(
                  "%s, but there is no %s: the Java of the PATH is taken",
                  "%s, но %s нет: берётся Java из PATH", which, Below.root(root, link)),
          Remedies.INSTALL_AGAIN);
    }
    return link.toRealPath().equals(running.toRealPath())
        ? Finding.fine(which)
        : Finding.warning(
            text(
                "%s, but the launcher takes %s",
                "%s, но запускающий файл берёт %s", which, link.toRealPath()),
            Remedies.INSTALL_AGAIN);
  }
}
