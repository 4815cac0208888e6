package io.github.billnextcloud.safe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** Everybody may change what is in a folder; with the sticky bit only what is his own. */
  private static final int FOR_ALL = 0002;

  private static final int STICKY_FOR_ALL = 01002;

  /** How a file begins that is to take another's place; a number of chance follows. */
  private static final String FRESH = ".pmnextcloud";

  private static final String LEFT = "\\.pmnextcloud[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** After that nobody writes it any more, whatever became of the clock. */
  private static final Duration LONGEST_WRITING = Duration.ofDays(1);

  private PrivateFile() {}

  /** Makes it unless it is there; then others are allowed no more than this, and we enough. */
  public static void make(Path file, Set<PosixFilePermission> most) throws IOException {
    ensure(file, null, most);
  }

  /**
   * As {@link #make}; a new file is allowed to those who may do it to another one.
   *
   * @param model not there where nobody else's wish is known
   */
  public static void makeLike(Path file, Path model, Set<PosixFilePermission> most)
      throws IOException {
    ensure(file, model, most);
  }

  private static void ensure(Path file, @Nullable Path model, Set<PosixFilePermission> most)
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

  /** As {@link #make} for us alone, but who has opened it before has no part in the file. */
  public static void makeUnshared(Path file) throws IOException {
    if (isShared(file)) {
      put(file, folderOf(file), "", OURS);
    } else {
      make(file, OURS);
    }
  }

  /** In which a file lies; the root lies in itself. */
  public static Path folderOf(Path file) {
    Path place = file.toAbsolutePath();
    Path folder = place.getParent();
    return folder == null ? place : folder;
  }

  /** Whether others may open it. */
  public static boolean isShared(Path file) throws IOException {
    try {
      PosixFileAttributes found = attributes(file);
      return found.isRegularFile() && !OURS.containsAll(found.permissions());
    } catch (NoSuchFileException missing) {
      return false;
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

  private static void create(Path file, @Nullable Path model, Set<PosixFilePermission> most)
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
    replace(file, text, OURS);
  }

  /** The same with what everybody may read, other programs of the host above all. */
  public static void replaceForAll(Path file, String text) throws IOException {
    replace(file, text, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static void replace(Path file, String text, Set<PosixFilePermission> most)
      throws IOException {
    Path place = file.toAbsolutePath();
    Path folder = folderOf(place).toRealPath();
    boolean device = folder.equals(Path.of("/dev")) || folder.startsWith("/proc");
    if (device || Files.exists(place) && !Files.isRegularFile(place)) {
      throw new FileSystemException(file.toString(), null, "is no file");
    }
    if (isAnothers(folder)) {
      throw new FileSystemException(file.toString(), null, "is in a folder of another user");
    }
    put(place, folder, text, most);
  }

  private static void put(Path place, Path folder, String text, Set<PosixFilePermission> most)
      throws IOException {
    Path fresh = folder.resolve(FRESH + UUID.randomUUID());
    try {
      write(fresh, text);
      if (!most.equals(OURS)) {
        Files.setPosixFilePermissions(fresh, most);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    sweep(folder);
  }

  /** What runs have left that were killed while they wrote. */
  private static void sweep(Path folder) {
    String[] left = folder.toFile().list((in, name) -> name.startsWith(FRESH));
    for (String name : left == null ? new String[0] : left) {
      Path file = folder.resolve(name);
      try {
        if (name.matches(LEFT) && isOld(attributes(file)) && UnixUser.owns(file)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException kept) {
        // Whoever writes there next tries again.
        continue;
      }
    }
  }

  private static boolean isOld(PosixFileAttributes found) {
    long age = System.currentTimeMillis() - found.lastModifiedTime().toMillis();
    return found.isRegularFile() && age > LONGEST_WRITING.toMillis();
  }

  /** Only what was made here is written to, whoever else may put files there. */
  private static void write(Path fresh, String text) throws IOException {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (SeekableByteChannel file =
        Files.newByteChannel(fresh, options, PosixFilePermissions.asFileAttribute(OURS))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }

  /** Who may move a folder, or files in it, decides what root would overwrite. */
  private static boolean isAnothers(Path folder) throws IOException {
    if (UnixUser.us() != UnixUser.ROOT) {
      return false;
    }
    for (Path on = folder; on != null; on = on.getParent()) {
      int mode = (int) Files.getAttribute(on, "unix:mode");
      if ((int) Files.getAttribute(on, "unix:uid") != UnixUser.ROOT
          || (mode & STICKY_FOR_ALL) == FOR_ALL) {
        return true;
      }
    }
    return false;
  }
}
