package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What it means that a request got no answer at all. */
public final class ConnectionFailure {

  private static final Duration SOON = Duration.ofSeconds(1);

  private ConnectionFailure() {}

  /**
   * @param purpose what could not be done: completes "Could not …"
   */
  public static CloudException of(CloudEndpoint server, Sentence purpose, IOException failure) {
    CloudErrorKind kind = kind(failure);
    boolean passesSoon =
        kind == CloudErrorKind.UNREACHABLE
            && Stream.of(
                    ConnectException.class,
                    NoRouteToHostException.class,
                    UnknownHostException.class,
                    InterruptedIOException.class)
                .noneMatch(type -> type.isInstance(failure));
    Duration pause = passesSoon ? SOON : Duration.ZERO;
    return new CloudException(
        kind, server.failed(purpose, reason(server, failure)), pause, failure);
  }

  /** Who has to act. */
  public static CloudErrorKind kind(IOException failure) {
    return isDistrust(failure) ? CloudErrorKind.CERTIFICATE : CloudErrorKind.UNREACHABLE;
  }

  /** What happened, and on which way. */
  public static Sentence reason(CloudEndpoint server, IOException failure) {
    Sentence reason = reason(failure);
    return server
        .way()
        .proxy()
        .map(proxy -> Sentence.of("cloud.by_proxy", reason, proxy))
        .orElse(reason);
  }

  private static boolean isDistrust(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof CertificateException
                    || cause instanceof CertPathValidatorException
                    || cause instanceof SSLPeerUnverifiedException);
  }

  private static Sentence reason(IOException failure) {
    if (failure instanceof InterruptedIOException) {
      return Sentence.of("cloud.too_late");
    }
    if (failure instanceof UnknownHostException) {
      return Sentence.of("cloud.unknown_host");
    }
    if (failure.getMessage() == null) {
      return Sentence.verbatim(failure.toString());
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return Sentence.of("cloud.not_reached", failure.getMessage());
    }
    return LocalizableException.sentenceOf(failure);
  }
}
