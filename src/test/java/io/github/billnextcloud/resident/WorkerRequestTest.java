package io.github.billnextcloud.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl writes and what anybody else may write to the socket. */
class WorkerRequestTest {

  private static WorkerRequest read(String text) throws IOException {
    return WorkerRequest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String post(String body) {
    return "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void readWhenCurlAsksHasTheArgumentsAsTheyWere() throws IOException {
    WorkerRequest request =
        read(post("process=42&arg=--value&arg=%D0%B0+b%0A%26%3D%2B%25'%22&arg=&arg=%2D"));
    assertThat(request.process()).isEqualTo(42);
    assertThat(request.args()).containsExactly("--value", "а b\n&=+%'\"", "", "-");
    assertThat(request.stdin()).isEmpty();
  }

  @Test
  void readWhenThereIsStdinHasItsBytes() throws IOException {
    WorkerRequest request = read(post("process=1&arg=x&stdin=AAH%2FPGEvPg%3D%3D"));
    assertThat(request.stdin().orElseThrow()).containsExactly(0, 1, -1, '<', 'a', '/', '>');
  }

  @Test
  void readWhenSocatSendsLettersAsTheyAreHasTheirBytes() throws IOException {
    byte[] sent = {(byte) 0xfb, (byte) 0xef, (byte) 0xbe, (byte) 0xff};
    assertThat(read(post("process=1&arg=x&stdin=++++/w==")).stdin().orElseThrow()).isEqualTo(sent);
  }

  @Test
  void readWhenStdinWasEmptyKnowsThatItWasRead() throws IOException {
    assertThat(read(post("process=1&arg=x&stdin=")).stdin().orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /1 HTTP/1.1\r\nContent-Length: 9\r\n\r\nprocess=1",
        "POST /2 HTTP/1.1\r\n\r\nprocess=1",
        "POST /2 HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /2 HTTP/1.1\r\nContent-Length: 2000000000\r\n\r\n",
        "POST /2 HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "POST /2 HTTP/1.1\r\nContent-Length: 99\r\n\r\nprocess=1",
        "POST /2 HTTP/1.1\r\nContent-Length: 9\r\n\r\nprocess=x",
        "POST /2 HTTP/1.1\r\nContent-Length: 5\r\n\r\nother",
        "POST /2 HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "POST /2 HTTP/1.1\r\nContent-Length: 7\r\n\r\narg=%zz",
        "POST /2 HTTP/1.1\r\nContent-Length: 9\r\n\r\nstdin=%00"
      })
  void readWhenItIsNoRequestOfOursRefuses(String garbage) {
    assertThatThrownBy(() -> read(garbage)).isInstanceOf(IOException.class);
  }

  @Test
  void readWhenALineNeverEndsRefuses() {
    assertThatThrownBy(() -> read("x".repeat(1 << 20))).isInstanceOf(IOException.class);
  }
}
