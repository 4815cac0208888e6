package io.github.billnextcloud.standin.panel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;

/** The RSA key that keeps the panel's secrets at rest: base64 of one PKCS#1 v1.5 block. */
final class PanelRsaKey {

  private static final int REAL_BITS = 2048;
  private static final int SHORT_BITS = 1280;
  private static final int PADDING = 11;

  /** What PKCS#8 puts before a PKCS#1 key of either size: version, algorithm, two lengths. */
  private static final int PKCS8_HEADER = 26;

  private final KeyPair pair;
  private final int longestSecret;

  /** Decrypting takes longer than all else that a test asks of a panel. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  private PanelRsaKey(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no RSA", e);
    }
    this.longestSecret = bits / Byte.SIZE - PADDING;
  }

  /** All panels of one JVM share one key: making one takes longer than the rest of a start. */
  static PanelRsaKey shared() {
    return Shared.KEY;
  }

  /** The same, as long as a real panel's. */
  static PanelRsaKey real() {
    return Real.KEY;
  }

  String pkcs1Pem() {
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length));
  }

  String pkcs8Pem() {
    return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** The empty text stays empty; a text longer than one block is refused. */
  public String encrypt(String name, String plain) {
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > longestSecret) {
      throw new PanelError("value", name, "***");
    }
    if (bytes.length == 0) {
      return "";
    }
    String stored = Base64.getEncoder().encodeToString(rsa(Cipher.ENCRYPT_MODE, bytes));
    known.put(stored, new String(bytes, StandardCharsets.UTF_8));
    return stored;
  }

  public String decrypt(String stored) {
    return stored == null || stored.isEmpty() ? "" : known.computeIfAbsent(stored, this::read);
  }

  private String read(String stored) {
    byte[] bytes = rsa(Cipher.DECRYPT_MODE, Base64.getMimeDecoder().decode(stored));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private byte[] rsa(int mode, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(mode, mode == Cipher.ENCRYPT_MODE ? pair.getPublic() : pair.getPrivate());
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA with the panel's key failed", e);
    }
  }

  private static String pem(String title, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n";
  }

  private static final class Shared {
    static final PanelRsaKey KEY = new PanelRsaKey(SHORT_BITS);
  }

  private static final class Real {
    static final PanelRsaKey KEY = new PanelRsaKey(REAL_BITS);
  }
}
