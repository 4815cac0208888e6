package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directories and files below the panel's root that a processing module relies on. */
final class PanelFiles {

  static final String KEY = "etc/billmgr.pem";

  private static final List<String> DIRECTORIES =
      List.of(
          "sbin",
          "var",
          "tmp",
          "processing",
          "etc/xml",
          "etc/billmgr.conf.d",
          "skins/common/plugin-logo");

  private PanelFiles() {}

  static void create(Path root, int port, String keyPem, Schema schema) throws IOException {
    for (String directory : DIRECTORIES) {
      Files.createDirectories(root.resolve(directory));
    }
    Path key = Files.writeString(root.resolve(KEY), keyPem);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        root.resolve("etc/billmgr.conf.d/db.conf"),
        "DBName " + schema.name() + "\nDBUser " + schema.user() + "\n");
    Path mgrctl = Files.writeString(root.resolve("sbin/mgrctl"), mgrctl(port));
    Files.setPosixFilePermissions(mgrctl, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * The JVM of the tests runs mgrctl too, told to start fast and to speak UTF-8 under any locale.
   *
   * <p>Options meant for other JVMs would slow it down and write to its stderr.
   */
  private static String mgrctl(int port) {
    return String.join(
        "\n",
        "#!/bin/sh",
        "unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS",
        "export LC_ALL=C.UTF-8",
        "exec "
            + quoted(Path.of(System.getProperty("java.home"), "bin", "java"))
            + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx32m"
            + " -XX:-UsePerfData -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8"
            + " -Djava.net.preferIPv4Stack=true"
            + " -cp "
            + quoted(classes())
            + " "
            + MgrctlProgram.class.getName()
            + " "
            + port
            + " \"$@\"",
        "");
  }

  private static Path classes() {
    try {
      return Path.of(
          MgrctlProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot find the classes of mgrctl", e);
    }
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
