package io.github.billnextcloud.resident;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The socket that launchers come to: handed over by systemd, or made here and taken away again. */
public final class WorkerSocket implements AutoCloseable {

  private static final int BACKLOG = 128;

  private final ServerSocketChannel channel;
  private final @Nullable Path made;
  private final @Nullable Object identity;

  private WorkerSocket(ServerSocketChannel channel, @Nullable Path made) throws IOException {
    this.channel = channel;
    this.made = made;
    this.identity = made == null ? null : identity(made);
  }

  /**
   * @throws IOException when there is no socket and none can be made
   */
  public static WorkerSocket open(Path socket) throws IOException {
    Channel inherited = System.inheritedChannel();
    return inherited instanceof ServerSocketChannel door
        ? new WorkerSocket(door, null)
        : make(socket);
  }

  /** Made in a folder that only we may enter, so that at no moment another may knock. */
  static WorkerSocket make(Path socket) throws IOException {
    if (isAnswered(socket)) {
      throw new IOException("another worker listens at " + socket);
    }
    Path folder =
        Files.createTempDirectory(
            socket.getParent(),
            "pmnextcloud",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path fresh = folder.resolve("sock");
    try {
      ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door.bind(UnixDomainSocketAddress.of(fresh), BACKLOG);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.move(fresh, socket, StandardCopyOption.ATOMIC_MOVE);
      return new WorkerSocket(door, socket);
    } finally {
      Files.deleteIfExists(fresh);
      Files.delete(folder);
    }
  }

  private static boolean isAnswered(Path socket) {
    try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return other.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  /** The next launcher. */
  SocketChannel accept() throws IOException {
    return channel.accept();
  }

  /**
   * True when something else lies in its place, or nothing: then no launcher ever comes. Of two
   * workers that begin at one moment this is the earlier one.
   */
  boolean isLost() {
    try {
      return made != null && !(Files.exists(made) && identity(made).equals(identity));
    } catch (IOException untold) {
      return false;
    }
  }

  /**
   * Another worker may have come to the same place meanwhile: its socket stays. What cannot be
   * taken away is closed all the same, or whoever waits for launchers would wait for ever.
   */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (made != null && channel.isOpen() && !isLost()) {
        Files.delete(made);
      }
    }
  }

  private static Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
