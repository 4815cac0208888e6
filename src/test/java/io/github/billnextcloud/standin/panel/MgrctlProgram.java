package io.github.billnextcloud.standin.panel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What {@code sbin/mgrctl} runs: it hands its arguments to the panel and prints the answer.
 *
 * <p>Every call of the program under test waits for a JVM to start here, so this class uses as
 * little of the JDK as it can and understands nothing but where to find {@code -e}.
 */
public final class MgrctlProgram {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private MgrctlProgram() {}

  /** The first argument is the panel's port, the others are what mgrctl was called with. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    int exitCode;
    try (Socket socket = new Socket(InetAddress.getByAddress(LOOPBACK), port)) {
      send(args, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
      exitCode = receive(new DataInputStream(new BufferedInputStream(socket.getInputStream())));
    } catch (IOException panelIsAway) {
      System.err.println("ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'");
      exitCode = 1;
    }
    System.exit(exitCode);
  }

  private static void send(String[] args, DataOutputStream panel) throws IOException {
    writeText(panel, System.getenv("SSH_CONNECTION"));
    panel.writeInt(args.length - 1);
    for (int i = 1; i < args.length; i++) {
      writeText(panel, args[i]);
      writeText(panel, "-e".equals(args[i - 1]) ? environmentValue(args[i]) : null);
    }
    panel.flush();
  }

  /** {@code key=$NAME} names the environment variable NAME. */
  private static String environmentValue(String assignment) {
    int dollar = assignment.indexOf("=$");
    return dollar < 0 ? null : System.getenv(assignment.substring(dollar + 2));
  }

  private static int receive(DataInputStream panel) throws IOException {
    int exitCode = panel.readInt();
    print(System.out, panel);
    print(System.err, panel);
    return exitCode;
  }

  private static void print(PrintStream stream, DataInputStream panel) throws IOException {
    byte[] text = new byte[panel.readInt()];
    panel.readFully(text);
    OutputStream raw = stream;
    raw.write(text);
    raw.flush();
  }

  /** Length and UTF-8 bytes; length -1 means that there is no such text. */
  private static void writeText(DataOutputStream panel, String text) throws IOException {
    if (text == null) {
      panel.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    panel.writeInt(bytes.length);
    panel.write(bytes);
  }
}
