package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

/**
 * The panel's RSA key, with which BILLmanager keeps secrets in its database: base64 of one PKCS#1
 * v1.5 block (contract §9.1).
 */
public final class PanelRsaKey {

  /** {@code SEQUENCE { INTEGER 0, AlgorithmIdentifier rsaEncryption }}, between length and key. */
  private static final byte[] RSA_HEADER = {
    0x02,
    0x01,
    0x00,
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  private static final byte SEQUENCE = 0x30;
  private static final byte OCTET_STRING = 0x04;

  /** Among certificates, public keys and words; the body of an encrypted one has words itself. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([\\sA-Za-z0-9+/=]+)-----END (?:RSA )?PRIVATE"
              + " KEY-----");

  private final Path file;

  public PanelRsaKey(Path file) {
    this.file = file;
  }

  /**
   * @throws BillingException of kind {@code UNREADABLE_SECRET} naming the param, never the value
   */
  public Secret decrypt(String param, String stored) {
    if (stored.isBlank()) {
      return new Secret("");
    }
    try {
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.DECRYPT_MODE, privateKey());
      byte[] plain = rsa.doFinal(Base64.getMimeDecoder().decode(stored));
      return new Secret(new String(plain, StandardCharsets.UTF_8));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
      throw new BillingException(
          BillingErrorKind.UNREADABLE_SECRET,
          Sentence.of("panel.not_decrypted", param, file),
          failure);
    }
  }

  /**
   * As BILLmanager itself would store it.
   *
   * @throws BillingException of kind {@code UNREADABLE_SECRET}: it is longer than the key, or the
   *     key cannot be read
   */
  public String encrypt(String param, Secret secret) {
    try {
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateKey();
      RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(open));
      byte[] stored = rsa.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(stored);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
      throw new BillingException(
          BillingErrorKind.UNREADABLE_SECRET,
          Sentence.of("panel.not_encrypted", param, file),
          failure);
    }
  }

  /**
   * How long the key is.
   *
   * @throws BillingException of kind {@code UNREADABLE_SECRET} when the file holds no such key
   */
  public int bits() {
    try {
      return ((RSAKey) privateKey()).getModulus().bitLength();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
      throw new BillingException(
          BillingErrorKind.UNREADABLE_SECRET, Sentence.of("panel.no_key", file), failure);
    }
  }

  private PrivateKey privateKey() throws IOException, GeneralSecurityException {
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new InvalidKeyException("there is no unencrypted private key in it");
    }
    byte[] der = Base64.getMimeDecoder().decode(block.group(2));
    byte[] pkcs8 = block.group(1) == null ? der : toPkcs8(der);
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** Java reads PKCS#8 only: the older PKCS#1 form goes inside it as it is. */
  private static byte[] toPkcs8(byte[] pkcs1) {
    return element(SEQUENCE, concat(RSA_HEADER, element(OCTET_STRING, pkcs1)));
  }

  /** One DER element; keys are long enough for the length to take two bytes. */
  private static byte[] element(byte tag, byte[] content) {
    int length = content.length;
    byte[] head = {tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return concat(head, content);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
