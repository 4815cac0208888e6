package io.github.billnextcloud.billmanager.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that come through a pipe which stays open, or comes to its end. */
@Timeout(120)
class StdinDocumentReaderTest {

  private static final String ANNA = "<?xml version=\"1.0\"?>\n<doc><name>Анна</name></doc>\n";

  private final PipedOutputStream writer = new PipedOutputStream();
  private final PipedInputStream pipe = pipe(writer);

  private static PipedInputStream pipe(PipedOutputStream writer) {
    try {
      return new PipedInputStream(writer, 1 << 20);
    } catch (IOException connected) {
      throw new AssertionError(connected);
    }
  }

  private void write(String text) throws IOException {
    writer.write(text.getBytes(StandardCharsets.UTF_8));
    writer.flush();
  }

  private String read() throws IOException {
    return new String(StdinDocumentReader.read(pipe, 1_000_000), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {ANNA, "<doc/>", "<doc a='>'></doc>\n\n", "<doc><![CDATA[</doc>]]></doc>"})
  void readWhenThePipeStaysOpenEndsWithTheDocument(String document) throws IOException {
    write(document);

    assertThat(read()).isEqualTo(document);
  }

  @Test
  void readWhenTheDocumentComesInPiecesWaitsForTheLast() throws IOException {
    write("<doc><a>1</a>");
    Thread later =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
                write("<b/></doc>");
              } catch (IOException | InterruptedException broken) {
                throw new AssertionError(broken);
              }
            });
    later.start();

    assertThat(read()).isEqualTo("<doc><a>1</a><b/></doc>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<doc>", "<doc></dok>", "<doc>&nope;</doc>", "<a/><b/>"})
  void readWhenThisIsNoDocumentReadsToTheEnd(String text) throws IOException {
    write(text);
    writer.close();

    assertThat(read()).isEqualTo(text);
  }

  @Test
  void readWhenThereIsMoreThanIsWantedReadsThatMuch() throws IOException {
    write("<doc>" + "x".repeat(200_000));

    assertThat(StdinDocumentReader.read(pipe, 100_000)).hasSize(100_000);
  }
}
