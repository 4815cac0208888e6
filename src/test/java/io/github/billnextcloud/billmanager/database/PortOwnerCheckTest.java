package io.github.billnextcloud.billmanager.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.model.BillingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be the panel's database, by the system's list of those who listen. */
class PortOwnerCheckTest {

  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout";

  @TempDir private Path proc;

  @ParameterizedTest
  @CsvSource({
    "tcp, 0100007F:0CEA, 0",
    "tcp, 00000000:0CEA, 115",
    "tcp6, 00000000000000000000000000000000:0CEA, 999",
    "tcp, 0100007F:0CEA, 4711"
  })
  void requireWhenTheSystemsOrOurOwnProgramListensIsContent(String table, String at, long uid)
      throws IOException {
    listens(table, line(at, "0A", uid));

    assertThatCode(() -> new PortOwnerCheck(proc, 4711).require(3306)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"tcp, 0100007F:0CEA", "tcp6, 00000000000000000000000001000000:0CEA"})
  void requireWhenAPersonsProgramListensRefuses(String table, String at) throws IOException {
    listens(table, line("00000000:0CEB", "0A", 0), line(at, "0A", 1001));

    assertThatThrownBy(() -> new PortOwnerCheck(proc, 0).require(3306))
        .isInstanceOf(BillingException.class)
        .hasMessageContaining("3306")
        .hasMessageContaining("1001");
  }

  @Test
  void strangerWhenAPersonsProgramListensIsToldButWeAreNone() throws IOException {
    listens("tcp", line("0100007F:0CEA", "0A", 1001));

    assertThat(new PortOwnerCheck(proc, 0).stranger(3306)).contains(1001L);
    assertThat(new PortOwnerCheck(proc, 1001).stranger(3306)).isEmpty();
    assertThat(new PortOwnerCheck(proc, 0).stranger(3307)).isEmpty();
  }

  /** A connection of somebody else to the same port is no listener. */
  @Test
  void requireWhenNobodyListensRefuses() throws IOException {
    listens("tcp", line("0100007F:0CEA", "01", 0), line("0100007F:0CEB", "0A", 0));

    assertThatThrownBy(() -> new PortOwnerCheck(proc, 0).require(3306))
        .isInstanceOf(BillingException.class);
  }

  /** The pipe stays open: who reads on waits for more. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void strangerWhenConnectionsFollowReadsNoneOfThem() throws Exception {
    Path table = proc.resolve("tcp");
    assertThat(new ProcessBuilder("mkfifo", table.toString()).start().waitFor()).isZero();
    try (FileChannel pipe =
        FileChannel.open(table, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      String at = "0100007F:0CEA";
      String text = HEAD + "\n" + line(at, "0A", 1001) + "\n" + line(at, "06", 0) + "\n";
      pipe.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));

      assertThat(new PortOwnerCheck(proc, 0).stranger(3306)).contains(1001L);
    }
  }

  private void listens(String table, String... lines) throws IOException {
    Files.writeString(proc.resolve(table), HEAD + "\n" + String.join("\n", lines) + "\n");
  }

  private static String line(String at, String state, long uid) {
    return String.format(
        "   0: %s 00000000:0000 %s 00000000:00000000 00:00000000 00000000 %5d        0 1234 1",
        at, state, uid);
  }
}
