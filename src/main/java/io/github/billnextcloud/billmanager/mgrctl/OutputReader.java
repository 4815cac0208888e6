package io.github.billnextcloud.billmanager.mgrctl;

import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.safe.Uninterrupted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a program of the panel writes, so that a full pipe never stops it. The end of what it
 * has written is its own end: a program that it has started may keep the pipe open.
 */
final class OutputReader {

  private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);

  private static final long LAST_MILLIS = 2_000;

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final Thread thread;

  OutputReader(InputStream stream) {
    thread = new Thread(() -> take(stream));
    thread.setDaemon(true);
    thread.start();
  }

  private void take(InputStream stream) {
    byte[] block = new byte[8_192];
    try {
      for (int length = 0; length >= 0; length = stream.read(block)) {
        if (taken.size() <= XmlElement.LONGEST) {
          taken.write(block, 0, length);
        }
      }
    } catch (IOException gone) {
      LOG.debug("a pipe broke: {}", gone.getMessage());
    }
  }

  /** To be asked for once the program has ended. */
  String text() {
    Uninterrupted.run(this::awaitEnd);
    return taken.toString(StandardCharsets.UTF_8);
  }

  private void awaitEnd() {
    try {
      thread.join(LAST_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
