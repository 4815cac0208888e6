package io.github.billnextcloud.billmanager.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets as the panel's database keeps them. */
class PanelRsaKeyTest {

  /** What stands before the PKCS#1 key inside a PKCS#8 key of 2048 bits. */
  private static final int PKCS8_HEADER = 26;

  private static KeyPair panel;
  private static KeyPair other;

  @TempDir private Path folder;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    panel = keyOf(1);
    other = keyOf(2);
  }

  /** Always the same keys: a wrong one fits by chance once in so many thousand times. */
  private static KeyPair keyOf(long seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048, random(seed));
    return generator.generateKeyPair();
  }

  private static SecureRandom random(long seed) throws GeneralSecurityException {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(seed);
    return random;
  }

  private static String stored(String plain) throws GeneralSecurityException {
    Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    rsa.init(Cipher.ENCRYPT_MODE, panel.getPublic(), random(3));
    byte[] encrypted = rsa.doFinal(plain.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(encrypted);
  }

  private PanelRsaKey file(String name, byte[] der) throws IOException {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    String pem = "-----BEGIN " + name + "-----\n" + body + "\n-----END " + name + "-----\n";
    return new PanelRsaKey(Files.writeString(folder.resolve("billmgr.pem"), pem));
  }

  private PanelRsaKey pkcs8(KeyPair key) throws IOException {
    return file("PRIVATE KEY", key.getPrivate().getEncoded());
  }

  private PanelRsaKey pkcs1(KeyPair key) throws IOException {
    byte[] pkcs8 = key.getPrivate().getEncoded();
    return file("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "пароль ☂ 😀", " x "})
  void decryptWhenKeyIsPkcs8Reads(String plain) throws Exception {
    assertThat(pkcs8(panel).decrypt("nc_password", stored(plain))).isEqualTo(new Secret(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "пароль ☂ 😀", " x "})
  void decryptWhenKeyIsPkcs1Reads(String plain) throws Exception {
    assertThat(pkcs1(panel).decrypt("nc_password", stored(plain))).isEqualTo(new Secret(plain));
  }

  @Test
  void decryptWhenStoredInLinesReads() throws Exception {
    String lines = stored("hunter2").replaceAll("(.{64})", "$1\n") + "\n";
    assertThat(pkcs8(panel).decrypt("nc_password", lines)).isEqualTo(new Secret("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void decryptWhenNothingIsStoredIsEmptyWithoutKey(String stored) {
    PanelRsaKey none = new PanelRsaKey(folder.resolve("none.pem"));
    assertThat(none.decrypt("nc_token", stored)).isEqualTo(new Secret(""));
  }

  @Test
  void decryptWhenKeyIsAnotherRefuses() throws Exception {
    assertUnreadable(pkcs8(other), stored("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "hunter2", "%%%", "====", "Zm9v="})
  void decryptWhenStoredIsGarbageRefuses(String stored) throws Exception {
    assertUnreadable(pkcs8(panel), stored);
  }

  @Test
  void decryptWhenKeyIsGarbageRefuses() throws Exception {
    assertUnreadable(file("PRIVATE KEY", new byte[] {1, 2, 3}), stored("hunter2"));
  }

  @Test
  void decryptWhenOldKeyIsGarbageRefuses() throws Exception {
    assertUnreadable(file("RSA PRIVATE KEY", new byte[] {1, 2, 3}), stored("hunter2"));
  }

  @Test
  void decryptWhenKeyFileIsNoTextRefuses() throws Exception {
    Path file = Files.write(folder.resolve("key"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertUnreadable(new PanelRsaKey(file), stored("hunter2"));
  }

  /** As openssl writes it out of a container, or as an administrator has put files together. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Bag Attributes\n    friendlyName: панель\nKey Attributes: <No>\n", PUBLIC})
  void decryptWhenThereIsMoreInTheFileReadsTheKey(String before) throws Exception {
    for (PanelRsaKey key : List.of(pkcs8(panel), pkcs1(panel))) {
      Path file = folder.resolve("billmgr.pem");
      Files.writeString(file, before + Files.readString(file) + CERTIFICATE);

      assertThat(key.decrypt("nc_password", stored("hunter2"))).isEqualTo(new Secret("hunter2"));
    }
  }

  private static final String PUBLIC =
      "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG\n-----END PUBLIC KEY-----\n";
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nMIIDazCCAlOgAwIB\n-----END CERTIFICATE-----\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        PUBLIC,
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\n"
            + "Proc-Type: 4,ENCRYPTED\n"
            + "DEK-Info: DES-EDE3-CBC,1\n\n"
            + "MIIB\n"
            + "-----END RSA PRIVATE KEY-----\n"
      })
  void decryptWhenTheFileHasNoReadableKeyRefuses(String pem) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), pem);
    assertUnreadable(new PanelRsaKey(file), stored("hunter2"));
  }

  @Test
  void decryptWhenThereIsNoKeyFileRefuses() throws Exception {
    assertUnreadable(new PanelRsaKey(folder.resolve("none.pem")), stored("hunter2"));
  }

  /** The refusal names the param and never what is stored. */
  private static void assertUnreadable(PanelRsaKey key, String stored) {
    BillingException refusal =
        catchThrowableOfType(BillingException.class, () -> key.decrypt("nc_password", stored));
    assertThat(refusal.kind()).isEqualTo(BillingErrorKind.UNREADABLE_SECRET);
    assertThat(refusal.getMessage()).contains("'nc_password'").doesNotContain(stored);
  }
}
