package io.github.billnextcloud.safe;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file by which one run tells the next something, in a folder for us alone, below one that is
 * there. Several processes may read and write it at once; the last one's word stays.
 *
 * @param longest bytes; a longer one is not read
 */
public record KeptFile(Path path, long longest) {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** Bytes; what we write usually is far shorter. */
  private static final long LONGEST = 1L << 18;

  public KeptFile(Path path) {
    this(path, LONGEST);
  }

  /**
   * Its lines; empty when nothing was written yet.
   *
   * @throws IOException also when others could have made it: it may be anything, and lead anywhere
   */
  public Optional<List<String>> lines() throws IOException {
    try {
      requireOurs();
      return Optional.of(Files.readAllLines(path));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private void requireOurs() throws IOException {
    Path folder = PrivateFile.folderOf(path);
    PosixFileAttributes around = attributes(folder);
    PosixFileAttributes kept = attributes(path);
    if (!UnixUser.owns(folder)
        || !UnixUser.owns(path)
        || !around.isDirectory()
        || !FOLDER.containsAll(around.permissions())
        || !kept.isRegularFile()
        || !PrivateFile.OURS.containsAll(kept.permissions())
        || kept.size() > longest) {
      throw new IOException("others may have made it, or may read it");
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes it, and its folder, or takes the place of what was kept. */
  public void write(List<String> lines) throws IOException {
    makeFolder(PrivateFile.folderOf(path));
    PrivateFile.replace(path, String.join("\n", lines) + "\n");
  }

  /** Whoever has made it before us is not asked what others may do there. */
  private static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } catch (FileAlreadyExistsException there) {
      if (!Files.getPosixFilePermissions(folder).equals(FOLDER)) {
        Files.setPosixFilePermissions(folder, EnumSet.copyOf(FOLDER));
      }
    }
  }

  /** Nothing is left of it. */
  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
