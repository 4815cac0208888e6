package io.github.billnextcloud.installed;

import io.github.billnextcloud.contract.ProjectVersion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.eclipse.packager.rpm.RpmTag;
import org.eclipse.packager.rpm.parse.RpmInputStream;

/** The files of a package, or below a folder: each path from {@code /} with its mode or its aim. */
final class PackageFiles {

  private static final String NAME = "target/packages/billmanager-plugin-pmnextcloud";
  static final Path DEB = Path.of(NAME + "_" + ProjectVersion.get() + "_all.deb");
  static final Path RPM = Path.of(NAME + "-" + ProjectVersion.get() + "-1.noarch.rpm");

  private PackageFiles() {}

  static Map<String, String> ofDeb() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (TarArchiveInputStream tar = member("data.tar.gz")) {
      for (TarArchiveEntry file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
        if (file.isSymbolicLink()) {
          files.put(absolute(file), "-> " + file.getLinkName());
        } else if (!file.isDirectory()) {
          files.put(absolute(file), mode(file.getMode()));
        }
      }
    }
    return files;
  }

  /** A file of the deb's control archive. */
  static String control(String name) throws IOException {
    try (TarArchiveInputStream tar = member("control.tar.gz")) {
      TarArchiveEntry file = tar.getNextEntry();
      while (!file.getName().equals("./" + name)) {
        file = tar.getNextEntry();
      }
      return text(tar);
    }
  }

  private static TarArchiveInputStream member(String name) throws IOException {
    ArArchiveInputStream ar =
        new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(DEB)));
    while (!ar.getNextEntry().getName().equals(name)) {
      continue;
    }
    return new TarArchiveInputStream(new GZIPInputStream(ar));
  }

  static Map<String, String> ofRpm() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (RpmInputStream rpm = rpm()) {
      rpm.getPayloadHeader();
      CpioArchiveInputStream cpio = rpm.getCpioStream();
      for (CpioArchiveEntry file = cpio.getNextEntry(); file != null; file = cpio.getNextEntry()) {
        if (file.isSymbolicLink()) {
          files.put(absolute(file), "-> " + text(cpio));
        } else if (!file.isDirectory()) {
          files.put(absolute(file), mode((int) file.getMode()));
        }
      }
    }
    return files;
  }

  /** A value of the rpm's header. */
  static Object header(RpmTag tag) throws IOException {
    try (RpmInputStream rpm = rpm()) {
      return rpm.getPayloadHeader().getTag(tag);
    }
  }

  private static RpmInputStream rpm() throws IOException {
    return new RpmInputStream(new BufferedInputStream(Files.newInputStream(RPM)));
  }

  static Map<String, String> below(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = "/" + root.relativize(path);
        if (Files.isSymbolicLink(path)) {
          files.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          files.put(name, mode(Files.getPosixFilePermissions(path)));
        }
      }
    }
    return files;
  }

  private static String absolute(ArchiveEntry file) {
    return file.getName().replaceFirst("^\\./", "/");
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String mode(Set<PosixFilePermission> permissions) {
    return mode(
        permissions.stream()
            .mapToInt(it -> 1 << (PosixFilePermission.values().length - 1 - it.ordinal()))
            .sum());
  }

  private static String mode(int bits) {
    return String.format(Locale.ROOT, "%o", bits & 0777);
  }
}
