package io.github.billnextcloud.cloud.http;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The JDK's file of trusted roots, of which we look at the names only: to read all certificates in
 * it takes longer than the request for which they are wanted.
 */
final class RootStore {

  private static final int JKS = 0xFEEDFEED;
  private static final int VERSION = 2;
  private static final int CERTIFICATE = 2;

  private static final int SUBJECT = 5;
  private static final int VERSION_TAG = 0xA0;

  private RootStore() {}

  /** Where the JDK itself looks: JSSE Reference Guide, "Creating an X509TrustManager". */
  static Path file() {
    String named = System.getProperty("javax.net.ssl.trustStore");
    if (named != null) {
      return Path.of(named);
    }
    Path folder = Path.of(System.getProperty("java.home"), "lib", "security");
    Path own = folder.resolve("jssecacerts");
    return Files.exists(own) ? own : folder.resolve("cacerts");
  }

  /**
   * The certificates of those who bear one of these names, as they stand in the file.
   *
   * @param subjects names as they are encoded in certificates
   * @throws IOException also when the file is of a kind that we do not read
   */
  static List<byte[]> find(Path file, Set<ByteBuffer> subjects) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    DataInputStream store = new DataInputStream(new ByteArrayInputStream(bytes));
    if (bytes.length < 12 || store.readInt() != JKS || store.readInt() != VERSION) {
      throw new IOException(file + " is no store of the kind JKS");
    }
    List<byte[]> found = new ArrayList<>();
    for (int left = store.readInt(); left > 0; left--) {
      if (store.readInt() != CERTIFICATE) {
        throw new IOException(file + " has more than certificates");
      }
      store.readUTF();
      store.readLong();
      store.readUTF();
      byte[] certificate = new byte[store.readInt()];
      store.readFully(certificate);
      if (subjects.contains(subject(certificate))) {
        found.add(certificate);
      }
    }
    return found;
  }

  /** A certificate is a sequence of a sequence, whose sixth element, after a version, this is. */
  private static ByteBuffer subject(byte[] certificate) {
    ByteBuffer der = ByteBuffer.wrap(certificate);
    enter(der);
    enter(der);
    if ((der.get(der.position()) & 0xFF) == VERSION_TAG) {
      skip(der);
    }
    for (int element = 1; element < SUBJECT; element++) {
      skip(der);
    }
    int begin = der.position();
    skip(der);
    return der.slice(begin, der.position() - begin);
  }

  private static void skip(ByteBuffer der) {
    int length = enter(der);
    der.position(der.position() + length);
  }

  /** Goes past tag and length, and tells the length. */
  private static int enter(ByteBuffer der) {
    der.get();
    int length = der.get() & 0xFF;
    if (length < 0x80) {
      return length;
    }
    int value = 0;
    for (int more = length & 0x7F; more > 0; more--) {
      value = value << 8 | der.get() & 0xFF;
    }
    return value;
  }
}
