package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.command.Features;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The files that an installation puts into a panel's folder, light enough for every test. */
record InstalledFiles(Path root) {

  static final Path DESCRIPTION = Path.of("etc/xml/billmgr_mod_pmnextcloud.xml");

  /** Puts all of them there; those that a test has broken are whole again. */
  static InstalledFiles into(Path root) throws IOException {
    InstalledFiles files = new InstalledFiles(root);
    for (String folder : new String[] {"lib/pmnextcloud", "processing", "etc/xml", "var"}) {
      Files.createDirectories(root.resolve(folder));
    }
    files.launcher("cat <<'DOCUMENT'\n" + Features.ANSWER + "DOCUMENT\n");
    files.jar();
    Files.deleteIfExists(files.java());
    Files.createSymbolicLink(files.java(), Path.of(System.getProperty("java.home"), "bin", "java"));
    Files.copy(DESCRIPTION, files.description(), StandardCopyOption.REPLACE_EXISTING);
    return files;
  }

  /** Links that lead out of a temporary folder are taken away before it is. */
  void unlink() throws IOException {
    Files.deleteIfExists(java());
  }

  /** A launcher that does this, whatever it is asked. */
  void launcher(String lines) throws IOException {
    Files.writeString(launcher(), "#!/bin/sh\n" + lines);
    Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void jar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "7.8.9");
    try (OutputStream out = Files.newOutputStream(program());
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }

  Path launcher() {
    return root.resolve("processing/pmnextcloud");
  }

  Path program() {
    return root.resolve("lib/pmnextcloud/pmnextcloud.jar");
  }

  Path java() {
    return root.resolve("lib/pmnextcloud/java");
  }

  Path archive() {
    return root.resolve("lib/pmnextcloud/archive/classes.jsa");
  }

  Path description() {
    return root.resolve(DESCRIPTION);
  }
}
