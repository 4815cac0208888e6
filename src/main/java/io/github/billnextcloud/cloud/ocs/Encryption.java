package io.github.billnextcloud.cloud.ocs;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** TLS as all clouds of a run share it. */
final class Encryption {

  private static final X509TrustManager TRUST = new Trust();
  private static final SSLContext CONTEXT = context();

  /**
   * One for all: connections are told apart by it, and the context gives out a new one each time.
   */
  private static final SSLSocketFactory SOCKETS = CONTEXT.getSocketFactory();

  private Encryption() {}

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {TRUST}, null);
      return context;
    } catch (GeneralSecurityException incomplete) {
      throw new IllegalStateException("This Java has no TLS", incomplete);
    }
  }

  /** Does what a first request would have to do before it is sent; says hello to nobody. */
  static void warmUp() {
    try {
      of(new OkHttpClient.Builder()).build();
      SSLEngine nobody = CONTEXT.createSSLEngine();
      nobody.setUseClientMode(true);
      nobody.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(nobody.getSession().getPacketBufferSize()));
    } catch (SSLException | RuntimeException failure) {
      // The first request will tell what is wrong.
    }
  }

  static OkHttpClient.Builder of(OkHttpClient.Builder builder) {
    return builder
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
        .sslSocketFactory(SOCKETS, TRUST);
  }
}
