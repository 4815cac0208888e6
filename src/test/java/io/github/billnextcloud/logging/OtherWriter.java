package io.github.billnextcloud.logging;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that writes numbered lines into a log: {@code FOLDER BYTES PAUSE NAME LINES}. */
final class OtherWriter {

  private OtherWriter() {}

  public static void main(String[] args) {
    long most = Long.parseLong(args[1]);
    long pause = Long.parseLong(args[2]);
    write(new LogFiles(Path.of(args[0]), most, pause), args[3], Integer.parseInt(args[4]));
  }

  /** A new stream now and then, as new processes have one. */
  static void write(LogFiles files, String name, int lines) {
    SharedLogOutputStream log = new SharedLogOutputStream(files);
    for (int line = 0; line < lines; line++) {
      String text = name + " " + line + " " + "x".repeat(80) + "\n";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      log.write(bytes, 0, bytes.length);
      if (line % 5 == 4) {
        rest();
      }
      if (line % 100 == 99) {
        log.close();
        log = new SharedLogOutputStream(files);
      }
    }
    log.close();
  }

  private static void rest() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
