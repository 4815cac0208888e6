package io.github.billnextcloud.standin.panel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directories and files below the panel's root that a processing module relies on. */
final class PanelFiles {

  static final String KEY = "etc/billmgr.pem";
  static final String DATABASE = "etc/billmgr.conf.d/db.conf";

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
        root.resolve(DATABASE), "DBName " + schema.name() + "\nDBUser " + schema.user() + "\n");
    Path mgrctl = Files.writeString(root.resolve("sbin/mgrctl"), mgrctl(port));
    Files.setPosixFilePermissions(mgrctl, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String mgrctl(int port) throws IOException {
    try (InputStream script = PanelFiles.class.getResourceAsStream("/standin/panel/mgrctl")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{port}", Integer.toString(port));
    }
  }
}
