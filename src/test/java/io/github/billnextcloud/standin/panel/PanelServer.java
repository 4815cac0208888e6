package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.Passage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The loopback server behind {@code sbin/mgrctl}: one connection is one call. */
final class PanelServer implements AutoCloseable {

  private static final int BACKLOG = 50;

  private final ServerSocket server;
  private final Function<Call, Answer> panel;
  private volatile Passage passage = Passage.OPEN;

  PanelServer(Function<Call, Answer> panel) throws IOException {
    this.panel = panel;
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  void start() {
    daemon("panel", this::accept);
  }

  void watch(Passage watched) {
    passage = watched;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon("mgrctl-call", () -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** A caller that was killed in the middle of a call is of no interest to the panel. */
  private void serve(Socket connection) {
    try (Socket socket = connection) {
      Call call = receive(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
      if (!passage.lets("before mgrctl " + call.func())) {
        return;
      }
      Answer answer = panel.apply(call);
      if (!passage.lets("after mgrctl " + call.func())) {
        return;
      }
      send(answer, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
    } catch (IOException callerIsGone) {
      return;
    }
  }

  private static Call receive(DataInputStream caller) throws IOException {
    String sshConnection = readText(caller);
    CallParser parser = new CallParser();
    for (int left = caller.readInt(); left > 0; left--) {
      parser.next(readText(caller), readText(caller));
    }
    return parser.call(sshConnection);
  }

  private static void send(Answer answer, DataOutputStream caller) throws IOException {
    caller.writeInt(answer.exitCode());
    writeText(caller, answer.stdout());
    writeText(caller, answer.stderr());
    caller.flush();
  }

  private static String readText(DataInputStream caller) throws IOException {
    int length = caller.readInt();
    return length < 0 ? null : new String(caller.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void writeText(DataOutputStream caller, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    caller.writeInt(bytes.length);
    caller.write(bytes);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
