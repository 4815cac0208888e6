package io.github.billnextcloud.cloud.ocs;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** TLS as all clouds of a run share it. */
final class Encryption {

  private static final X509TrustManager TRUST = new Trust();
  private static final SSLSocketFactory SOCKETS = sockets();

  private Encryption() {}

  private static SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {TRUST}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException incomplete) {
      throw new IllegalStateException("This Java has no TLS", incomplete);
    }
  }

  static OkHttpClient.Builder of(OkHttpClient.Builder builder) {
    return builder
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
        .sslSocketFactory(SOCKETS, TRUST);
  }
}
