package io.github.billnextcloud.cloud.http;

import java.io.File;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** TLS as all clouds share it that trust the same authorities. */
public final class Tls {

  /** Of clouds whose authorities the JDK knows. */
  public static final Tls USUAL = new Tls(List.of());

  /** Of those with a file of their own, by its name and the moment it was written. */
  private static final Map<String, Tls> OTHERS = new ConcurrentHashMap<>();

  private static final int MOST = 50;

  private final FewRootsTrustManager trust;
  private final SSLContext context;

  /**
   * One for all: connections are told apart by it, and the context gives out a new one each time.
   */
  private final SSLSocketFactory sockets;

  private Tls(List<X509Certificate> authorities) {
    trust = new FewRootsTrustManager(authorities);
    context = context(trust);
    sockets = context.getSocketFactory();
  }

  /**
   * @throws IllegalArgumentException when the file is of no use
   */
  static Tls trusting(String caFile) {
    if (OTHERS.size() > MOST) {
      OTHERS.clear();
    }
    return OTHERS.computeIfAbsent(
        caFile + "\0" + new File(caFile).lastModified(),
        changed -> new Tls(new CaFileReader(caFile).certificates()));
  }

  /** Whom we trust. */
  public FewRootsTrustManager trust() {
    return trust;
  }

  private static SSLContext context(FewRootsTrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException incomplete) {
      throw new IllegalStateException("This Java has no TLS", incomplete);
    }
  }

  /** Does what a first request would have to do before it is sent; says hello to nobody. */
  public static void warmUp() {
    try {
      USUAL.of(new OkHttpClient.Builder()).build();
      SSLEngine nobody = USUAL.context.createSSLEngine();
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
