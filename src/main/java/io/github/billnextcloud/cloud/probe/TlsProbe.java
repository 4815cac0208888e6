package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.ConnectionSettings;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.ServerCertificate.Trouble;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import okhttp3.HttpUrl;

/** Says hello to a server in TLS and nothing more, to see the certificate that it shows. */
record TlsProbe(HttpUrl url, ConnectionSettings way, Timeouts patience) {

  /**
   * @throws CloudException when there is no TLS, or no answer
   */
  ServerCertificate certificate() {
    try {
      RecordingTrustManager witness = new RecordingTrustManager(way.encryption().trust());
      try {
        greet(witness);
        return certificate(witness, Trouble.NONE, "");
      } catch (IOException refused) {
        if (witness.shown().isEmpty()) {
          throw refused;
        }
        return certificate(witness, trouble(refused), String.valueOf(refused.getMessage()));
      }
    } catch (IOException | GeneralSecurityException failure) {
      throw new CloudException(
          CloudErrorKind.UNREACHABLE,
          Sentence.of("cloud.no_tls", url.host(), LocalizableException.sentenceOf(failure)));
    }
  }

  private void greet(RecordingTrustManager witness) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {witness}, null);
    try (Socket plain = way.connect(url, patience)) {
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, url.host(), url.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
    }
  }

  private static ServerCertificate certificate(
      RecordingTrustManager witness, Trouble trouble, String reason) {
    X509Certificate own = witness.shown().get(0);
    return new ServerCertificate(
        own.getSubjectX500Principal().getName(),
        own.getIssuerX500Principal().getName(),
        own.getNotAfter().toInstant(),
        trouble,
        reason);
  }

  private static Trouble trouble(IOException refused) {
    if (isCausedBy(refused, CertificateExpiredException.class, "")) {
      return Trouble.EXPIRED;
    }
    if (isCausedBy(refused, CertPathBuilderException.class, "")) {
      return Trouble.UNKNOWN_ISSUER;
    }
    return isCausedBy(refused, Exception.class, "No subject alternative")
            || isCausedBy(refused, Exception.class, "No name matching")
        ? Trouble.OTHER_HOST
        : Trouble.OTHER;
  }

  private static boolean isCausedBy(
      Throwable failure, Class<? extends Exception> type, String words) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause -> type.isInstance(cause) && String.valueOf(cause.getMessage()).contains(words));
  }
}
