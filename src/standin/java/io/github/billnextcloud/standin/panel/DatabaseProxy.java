package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A door in front of MariaDB: each statement and each answer that comes by is told first. */
final class DatabaseProxy implements AutoCloseable {

  private static final String HERE = "127.0.0.1";
  private static final int BACKLOG = 50;
  private static final int LARGEST_CHUNK = 1 << 16;

  private final DatabaseAddress database;
  private final Passage passage;
  private final ServerSocket server;

  DatabaseProxy(DatabaseAddress database, Passage passage) throws IOException {
    this.database = database;
    this.passage = passage;
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getByName(HERE));
    daemon(this::accept);
  }

  DatabaseAddress address() {
    return new DatabaseAddress(HERE, server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket behind = new Socket(database.host(), database.port());
        client.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        daemon(() -> pass(client, behind, "before SQL"));
        daemon(() -> pass(behind, client, "after SQL"));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, String boundary) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[LARGEST_CHUNK];
      for (int length = in.read(chunk); length > 0; length = in.read(chunk)) {
        if (!passage.lets(boundary)) {
          return;
        }
        out.write(chunk, 0, length);
      }
    } catch (IOException oneSideIsGone) {
      return;
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "database-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
