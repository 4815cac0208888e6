package io.github.billnextcloud.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates for 127.0.0.1, made by the JDK's keytool: one authority that this JVM's trust store
 * holds while they are in use, and servers' certificates that it has signed, but for one.
 */
public final class Certificates implements AutoCloseable {

  private static final String PASSWORD = "changeit";
  private static final String HERE = "san=ip:127.0.0.1";
  private static Certificates current;

  private final KeyStore keys;
  private final SSLContext trusted;
  private Path trustStore;

  private Certificates(KeyStore keys) {
    this.keys = keys;
    this.trusted = server("trusted");
  }

  /** Makes them, and makes this JVM trust their authority beside those whom it trusts anyway. */
  public static void make(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve("keys.p12");
    keytool(file, "authority", "-ext", "bc:c");
    keytool(file, "trusted", "-signer", "authority", "-ext", HERE);
    keytool(
        file,
        "expired",
        "-signer",
        "authority",
        "-ext",
        HERE,
        "-startdate",
        "-10d",
        "-validity",
        "5");
    keytool(file, "other", "-signer", "authority", "-ext", "san=dns:cloud.example.org");
    keytool(file, "unknown", "-ext", HERE);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    current = new Certificates(keys);
    current.trustByStoreOf("JKS", folder);
  }

  public static Certificates get() {
    return current;
  }

  private static void keytool(Path keys, String name, String... more) throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> argv = new ArrayList<>(List.of(program, "-genkeypair", "-alias", name));
    argv.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    argv.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    argv.addAll(List.of("-dname", "CN=" + name, "-J-XX:TieredStopAtLevel=1"));
    argv.addAll(Arrays.asList(more));
    Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException stopped) {
      throw new IOException("keytool was not waited for", stopped);
    }
  }

  /**
   * Production code knows the JVM's own trust store only: so that is what is told. Debian keeps one
   * of the kind JKS, other JDKs may have PKCS12.
   */
  public void trustByStoreOf(String kind, Path folder)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(kind);
    trusted.load(null, null);
    for (X509Certificate root : jdkRoots()) {
      trusted.setCertificateEntry("root " + trusted.size(), root);
    }
    trusted.setCertificateEntry("authority", keys.getCertificate("authority"));
    trustStore = folder.resolve("trust." + kind);
    try (OutputStream out = Files.newOutputStream(trustStore)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", trustStore.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
  }

  /** Whom a JVM trusts that was told nothing. */
  public static X509Certificate[] jdkRoots() throws GeneralSecurityException {
    System.clearProperty("javax.net.ssl.trustStore");
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers();
  }

  /** The certificate of this name, as it stands in files. */
  public String pem(String name) throws GeneralSecurityException {
    byte[] encoded = keys.getCertificate(name).getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END CERTIFICATE-----\n";
  }

  /** The file that holds who is trusted. */
  public Path trustStore() {
    return trustStore;
  }

  /** For a server that is what it says. */
  public SSLContext trusted() {
    return trusted;
  }

  /** For a server with the certificate of this name. */
  public SSLContext server(String name) {
    try {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      own.setKeyEntry(
          name,
          keys.getKey(name, PASSWORD.toCharArray()),
          PASSWORD.toCharArray(),
          keys.getCertificateChain(name));
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(own, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** This JVM trusts whom it trusted before. */
  @Override
  public void close() {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
  }
}
