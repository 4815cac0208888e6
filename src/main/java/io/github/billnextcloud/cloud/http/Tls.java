package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.text.Sentence;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** TLS as all clouds share it that trust the same authorities. The JDK decides. */
public final class Tls {

  /** By the files that name the authorities and the moments at which they were written. */
  private static final Map<String, Tls> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST = 50;

  private final X509ExtendedTrustManager trust;
  private final SSLContext context;

  /**
   * One for all: connections are told apart by it, and the context gives out a new one each time.
   */
  private final SSLSocketFactory sockets;

  private Tls(X509ExtendedTrustManager trust) throws GeneralSecurityException {
    this.trust = trust;
    context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    sockets = context.getSocketFactory();
  }

  /**
   * Of clouds whose authorities the JDK knows, or a file.
   *
   * @param caFile of authorities that are trusted besides the JDK's; empty for none
   * @throws UnusableSettingException when the file is of no use
   */
  static Tls trusting(String caFile) {
    if (KNOWN.size() > MOST) {
      KNOWN.clear();
    }
    File roots = rootsOfTheJdk();
    String key = roots + "\0" + roots.lastModified() + "\0" + caFile;
    if (!caFile.isEmpty()) {
      key += "\0" + new File(caFile).lastModified();
    }
    return KNOWN.computeIfAbsent(key, changed -> read(roots, caFile));
  }

  /** Where the JDK itself looks for them. */
  private static File rootsOfTheJdk() {
    String named = System.getProperty("javax.net.ssl.trustStore");
    if (named != null) {
      return new File(named);
    }
    File folder = new File(System.getProperty("java.home"), "lib/security");
    File own = new File(folder, "jssecacerts");
    return own.exists() ? own : new File(folder, "cacerts");
  }

  private static Tls read(File roots, String caFile) {
    List<X509Certificate> more =
        caFile.isEmpty() ? List.of() : new CaFileReader(caFile).certificates();
    try {
      X509ExtendedTrustManager usual = trusting((KeyStore) null);
      return new Tls(more.isEmpty() ? usual : trusting(usual.getAcceptedIssuers(), more));
    } catch (GeneralSecurityException | IOException unusable) {
      throw new UnusableSettingException(
          Sentence.of("cloud.roots_unreadable", roots.toString()), unusable);
    }
  }

  private static X509ExtendedTrustManager trusting(
      X509Certificate[] usual, List<X509Certificate> more)
      throws GeneralSecurityException, IOException {
    KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    for (X509Certificate root : usual) {
      all.setCertificateEntry(Integer.toString(all.size()), root);
    }
    for (X509Certificate root : more) {
      all.setCertificateEntry(Integer.toString(all.size()), root);
    }
    return trusting(all);
  }

  /**
   * @param roots null for those that the JDK is told of
   */
  private static X509ExtendedTrustManager trusting(@Nullable KeyStore roots)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  /** Whom we trust. */
  public X509ExtendedTrustManager trust() {
    return trust;
  }

  /** Does what a first request would have to do before it is sent; says hello to nobody. */
  public static void warmUp() {
    try {
      Tls usual = trusting("");
      usual.of(new OkHttpClient.Builder()).build();
      SSLEngine nobody = usual.context.createSSLEngine();
      nobody.setUseClientMode(true);
      nobody.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(nobody.getSession().getPacketBufferSize()));
    } catch (SSLException | RuntimeException failure) {
      // The first request will tell what is wrong.
    }
  }

  OkHttpClient.Builder of(OkHttpClient.Builder builder) {
    return builder
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
        .sslSocketFactory(sockets, trust);
  }
}
