package io.github.billnextcloud.installed;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Listens at the worker's socket and says to every launcher the same, whatever that asks; or takes
 * its request and says nothing.
 */
final class FalseWorker implements AutoCloseable {

  private final Path socket;
  private final ServerSocketChannel door;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<SocketChannel> waiting = new CopyOnWriteArrayList<>();

  /**
   * @param answer null: none
   */
  FalseWorker(Path socket, String answer) throws IOException {
    this.socket = socket;
    door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(socket));
    Thread thread = new Thread(() -> serve(answer));
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(String answer) {
    while (door.isOpen()) {
      try {
        SocketChannel caller = door.accept();
        ByteBuffer request = ByteBuffer.allocate(1 << 16);
        caller.read(request);
        heard.add(new String(request.array(), 0, request.position(), StandardCharsets.UTF_8));
        if (answer == null) {
          waiting.add(caller);
          continue;
        }
        caller.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        caller.close();
      } catch (IOException gone) {
        // The next may stay.
      }
    }
  }

  List<String> heard() {
    return heard;
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (SocketChannel caller : waiting) {
      caller.close();
    }
    Files.deleteIfExists(socket);
  }
}
