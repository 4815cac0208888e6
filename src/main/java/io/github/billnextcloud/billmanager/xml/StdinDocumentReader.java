package io.github.billnextcloud.billmanager.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document on stdin ends where its root does: who has written it may keep the pipe open. */
final class StdinDocumentReader {

  private static final int BLOCK = 1 << 16;

  private StdinDocumentReader() {}

  /**
   * @param most how many bytes are wanted at most
   */
  static byte[] read(InputStream stdin, int most) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    while (read.size() < most) {
      int length = stdin.read(block, 0, Math.min(BLOCK, most - read.size()));
      if (length < 0) {
        break;
      }
      read.write(block, 0, length);
      if (stdin.available() == 0 && isWhole(read.toByteArray())) {
        break;
      }
    }
    return read.toByteArray();
  }

  private static boolean isWhole(byte[] document) {
    return endsWithTag(document) && isClosed(document);
  }

  private static boolean endsWithTag(byte[] document) {
    int last = document.length - 1;
    while (last >= 0 && document[last] <= ' ') {
      last--;
    }
    return last >= 0 && document[last] == '>';
  }

  /** False also for what is no XML: more of it is waited for, as far as there is any. */
  private static boolean isClosed(byte[] document) {
    try {
      XMLStreamReader reader = SafeXmlReaderFactory.of(new ByteArrayInputStream(document));
      int depth = 0;
      do {
        int event = reader.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      } while (depth > 0 || !reader.isEndElement());
      return true;
    } catch (XMLStreamException incomplete) {
      return false;
    }
  }
}
