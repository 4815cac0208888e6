package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.Passage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
      Call call = receive(new BufferedInputStream(socket.getInputStream()));
      if (!passage.lets("before mgrctl " + call.func())) {
        return;
      }
      Answer answer = panel.apply(call);
      if (!passage.lets("after mgrctl " + call.func())) {
        return;
      }
      send(answer, new BufferedOutputStream(socket.getOutputStream()));
    } catch (IOException callerIsGone) {
      return;
    }
  }

  private static Call receive(InputStream caller) throws IOException {
    String sshConnection = ifSet(readWord(caller));
    CallParser parser = new CallParser();
    for (int left = Integer.parseInt(readWord(caller)); left > 0; left--) {
      parser.next(readWord(caller), ifSet(readWord(caller)));
    }
    return parser.call(sshConnection);
  }

  /** Exit code and both lengths in a line, then both texts. */
  private static void send(Answer answer, OutputStream caller) throws IOException {
    byte[] out = answer.stdout().getBytes(StandardCharsets.UTF_8);
    byte[] err = answer.stderr().getBytes(StandardCharsets.UTF_8);
    String lengths = answer.exitCode() + " " + out.length + " " + err.length + "\n";
    caller.write(lengths.getBytes(StandardCharsets.UTF_8));
    caller.write(out);
    caller.write(err);
    caller.flush();
  }

  /** Arguments and variables hold every byte but zero, which ends each of them. */
  private static String readWord(InputStream caller) throws IOException {
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (int next = caller.read(); next != 0; next = caller.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      word.write(next);
    }
    return word.toString(StandardCharsets.UTF_8);
  }

  private static String ifSet(String variable) {
    return variable.equals("-") ? null : variable.substring(1);
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
