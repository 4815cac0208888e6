package io.github.billnextcloud.installed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a program writes into a pipe that has a name. */
final class NamedPipe {

  private NamedPipe() {}

  /** From Java 21 on, to read all at once asks how far the file was read, which no pipe tells. */
  static String read(InputStream pipe) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    pipe.transferTo(said);
    return said.toString(StandardCharsets.UTF_8);
  }
}
