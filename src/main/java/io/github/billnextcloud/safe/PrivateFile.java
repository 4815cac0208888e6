package io.github.billnextcloud.safe;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files of ours on a host that has other users, whatever the umask is that we were started with.
 * Even to open a file for reading is enough to hold a lock on it.
 */
public final class PrivateFile {

  /** For us alone. */
  public static final Set<PosixFilePermission> OURS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Our group may read it. */
  public static final Set<PosixFilePermission> FOR_READERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_READ);

  private PrivateFile() {}

  /** Makes it unless it is there; then others are allowed no more than this, and we enough. */
  public static void make(Path file, Set<PosixFilePermission> most) throws IOException {
    makeLike(file, null, most);
  }

  /**
   * As {@link #make}; a new file is allowed to those who may do it to another one.
   *
   * @param model null, or not there: nobody else's wish is known
   */
  public static void makeLike(Path file, Path model, Set<PosixFilePermission> most)
      throws IOException {
    try {
      PosixFileAttributes found = attributes(file);
      if (found.isRegularFile()) {
        narrow(file, found.permissions(), most);
      }
    } catch (NoSuchFileException missing) {
      create(file, model, most);
    }
  }

  /** A link is the administrator's, and so is what it leads to. */
  private static PosixFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void narrow(
      Path file, Set<PosixFilePermission> found, Set<PosixFilePermission> most) {
    Set<PosixFilePermission> allowed = allowed(found, most);
    try {
      if (!allowed.equals(found)) {
        Files.setPosixFilePermissions(file, allowed);
      }
    } catch (IOException notOurs) {
      // Whoever it belongs to decides.
    }
  }

  private static Set<PosixFilePermission> allowed(
      Set<PosixFilePermission> found, Set<PosixFilePermission> most) {
    Set<PosixFilePermission> allowed = EnumSet.copyOf(most);
    allowed.retainAll(found);
    allowed.addAll(OURS);
    return allowed;
  }

  private static void create(Path file, Path model, Set<PosixFilePermission> most)
      throws IOException {
    try {
      PosixFileAttributes like = model == null ? null : attributes(model);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS));
      // The umask may have taken away what even we need.
      Files.setPosixFilePermissions(file, like == null ? most : OURS);
      if (like != null) {
        beLike(file, like, most);
      }
    } catch (NoSuchFileException noModel) {
      if (model == null) {
        throw noModel;
      }
      create(file, null, most);
    } catch (FileAlreadyExistsException madeByAnother) {
      // Which has made it as we would.
    }
  }

  private static void beLike(Path file, PosixFileAttributes like, Set<PosixFilePermission> most)
      throws IOException {
    try {
      Files.getFileAttributeView(file, PosixFileAttributeView.class).setGroup(like.group());
    } catch (FileSystemException notOfThatGroup) {
      return;
    }
    Files.setPosixFilePermissions(file, allowed(like.permissions(), most));
  }

  /**
   * Puts a text in the place of a file. It is written to a fresh file beside that, and a link that
   * somebody has put there leads nowhere any more.
   */
  public static void replace(Path file, String text) throws IOException {
    Path place = file.toAbsolutePath();
    Path folder = place.getParent() == null ? place : place.getParent().toRealPath();
    boolean device = folder.equals(Path.of("/dev")) || folder.startsWith("/proc");
    if (device || Files.exists(place) && !Files.isRegularFile(place)) {
      throw new FileSystemException(file.toString(), null, "is no file");
    }
    Path fresh = Files.createTempFile(folder, ".pmnextcloud", null);
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
