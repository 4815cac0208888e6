package io.github.billnextcloud.cloud.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts whom the JDK trusts, but reads only those roots that a server's chain names.
 *
 * <p>The JDK's own check is asked with these few; when it is not content, or there are none, it is
 * asked again with all, and that answer counts. So a chain is never accepted because of this class,
 * nor refused: fewer roots cannot make a chain valid. Authorities of one's own are added to these
 * few.
 */
final class FewRootsTrustManager extends X509ExtendedTrustManager {

  private final List<X509Certificate> own;

  /**
   * @param own authorities that are trusted besides the JDK's
   */
  FewRootsTrustManager(List<X509Certificate> own) {
    this.own = own;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, roots -> roots.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, roots -> roots.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain, roots -> roots.checkServerTrusted(chain, authType));
  }

  /** The JDK's check with some roots. */
  private interface Check {
    void with(X509ExtendedTrustManager roots) throws CertificateException;
  }

  private void check(X509Certificate[] chain, Check check) throws CertificateException {
    try {
      KeyStore few = few(chain);
      if (few.size() > 0) {
        check.with(jdk(few));
        return;
      }
    } catch (GeneralSecurityException | IOException | RuntimeException notWithThese) {
      // All of them decide.
    }
    try {
      check.with(jdk(null));
    } catch (CertificateException refused) {
      throw refused;
    } catch (GeneralSecurityException broken) {
      throw new CertificateException(broken);
    }
  }

  private KeyStore few(X509Certificate[] chain) throws GeneralSecurityException, IOException {
    Set<ByteBuffer> names = new HashSet<>();
    for (X509Certificate certificate : chain) {
      names.add(ByteBuffer.wrap(certificate.getIssuerX500Principal().getEncoded()));
    }
    KeyStore few = KeyStore.getInstance("JKS");
    few.load(null, null);
    CertificateFactory reader = CertificateFactory.getInstance("X.509");
    for (X509Certificate authority : own) {
      few.setCertificateEntry(Integer.toString(few.size()), authority);
    }
    for (byte[] root : roots(names)) {
      few.setCertificateEntry(
          Integer.toString(few.size()), reader.generateCertificate(new ByteArrayInputStream(root)));
    }
    return few;
  }

  /** None where the JDK's file is of a kind that only the JDK itself reads. */
  private static List<byte[]> roots(Set<ByteBuffer> names) {
    try {
      return RootStore.find(RootStore.file(), names);
    } catch (IOException | RuntimeException unreadable) {
      return List.of();
    }
  }

  /**
   * The JDK's own trust manager.
   *
   * @param roots null for all that it has
   */
  private static X509ExtendedTrustManager jdk(KeyStore roots) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager jdk) {
        return jdk;
      }
    }
    throw new CertificateException("The JDK has no trust manager");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    // Only a server tells its clients these names.
    return new X509Certificate[0];
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw noServer();
  }

  private static CertificateException noServer() {
    return new CertificateException("We are a client: nobody else's certificates are checked here");
  }
}
