package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.database.ConnectionSource;
import io.github.billnextcloud.billmanager.mgrctl.PanelConfig;
import io.github.billnextcloud.billmanager.model.BillingException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** While the database is down another user of the host may answer in its place. */
@Timeout(300)
class ImpostorTest {

  private static final String PASSWORD = "word-of-the-panel";

  @TempDir Path root;

  private PanelConfig config(String... more) throws IOException {
    Path file = Files.createDirectories(root.resolve("etc")).resolve("billmgr.conf");
    String access = "DBUser panel\nDBName billmgr\nDBPassword " + PASSWORD + "\n";
    Files.writeString(file, access + String.join("\n", more) + "\n");
    return PanelConfig.ofFiles(root).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"rwxr-xr-x, true", "rwxrwx---, true", "rwxrwxrwx, false"})
  void socketWhenEverybodyMayHaveMadeItIsNotUsed(String folder, boolean used) throws Exception {
    Path made = Files.createTempDirectory(Path.of("/tmp"), "s");
    Path socket = made.resolve("s");
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(folder));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertThat(config("DBHost localhost", "DBSocket " + socket).socket().isPresent())
          .isEqualTo(used);
      Path link = Files.createSymbolicLink(root.resolve("link"), socket);
      assertThat(config("DBHost localhost", "DBSocket " + link).socket().isPresent())
          .isEqualTo(used);
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(made);
    }
  }

  @Test
  void socketWhenItIsAmongTemporaryFilesIsNotUsed() throws Exception {
    Path socket = Files.createTempFile(Path.of("/tmp"), "s", null);
    try {
      assertThat(config("DBHost localhost", "DBSocket " + socket).socket()).isEmpty();
    } finally {
      Files.delete(socket);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, false",
    "127.0.0.1:3310, false",
    "::1, false",
    "db.example.org, true",
    "192.0.2.7, true"
  })
  void isElsewhereTellsThisMachineFromOthers(String host, boolean elsewhere) throws Exception {
    assertThat(config("DBHost " + host).isElsewhere()).isEqualTo(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql_clear_password", "dialog", "caching_sha2_password"})
  void passwordWhenAnImpostorAsksForItIsNotTold(String method) throws Exception {
    try (ServerSocket impostor = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> heard =
          CompletableFuture.supplyAsync(() -> converse(impostor, method));
      PanelConfig config = config("DBHost 127.0.0.1", "DBPort " + impostor.getLocalPort());

      assertThatThrownBy(() -> ConnectionSource.connect(config))
          .isInstanceOf(BillingException.class)
          .hasCauseInstanceOf(SQLException.class);

      assertThat(heard.get(60, TimeUnit.SECONDS))
          .hasSizeLessThanOrEqualTo(2)
          .noneMatch(packet -> packet.contains(PASSWORD));
    }
  }

  /** Asks for the method, then for the whole password; what was heard. */
  private static List<String> converse(ServerSocket impostor, String method) {
    List<String> heard = new ArrayList<>();
    String salt = "12345678";
    try (Socket socket = impostor.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      say(
          socket,
          0,
          "\n8.0.30\0\1\0\0\0"
              + salt
              + "\0\u0008\u0082\u0021\2\0\u0008\0\25"
              + "\0".repeat(10)
              + "123456789012\0mysql_native_password\0");
      heard.add(hear(in));
      String first = method.equals("dialog") ? "\4Password: " : salt + "123456789012\0";
      say(socket, 2, "\u00fe" + method + "\0" + first);
      heard.add(hear(in));
      say(socket, 4, "\1\4");
      heard.add(hear(in));
    } catch (IOException ended) {
      // Nothing more was said.
    }
    return heard;
  }

  private static void say(Socket socket, int number, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.writeBytes(new byte[] {(byte) bytes.length, 0, 0, (byte) number});
    packet.writeBytes(bytes);
    socket.getOutputStream().write(packet.toByteArray());
  }

  private static String hear(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
    in.readUnsignedByte();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
