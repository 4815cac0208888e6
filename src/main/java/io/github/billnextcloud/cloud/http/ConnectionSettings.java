package io.github.billnextcloud.cloud.http;

import io.github.billnextcloud.address.CloudAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * How a cloud is reached, and whom we trust there: for all clients of it alike.
 *
 * @param encryption for https addresses
 */
public record ConnectionSettings(Optional<ProxyServer> proxy, Tls encryption) {

  /** Directly, with the JDK's own roots. */
  public static ConnectionSettings usual() {
    return new ConnectionSettings(Optional.empty(), Tls.trusting(""));
  }

  /**
   * The way that settings and environment lead.
   *
   * @param caFile authorities that are trusted besides the JDK's; empty for none
   * @throws UnusableSettingException when one of them cannot be used, with the sentence that tells
   */
  public static ConnectionSettings of(CloudAddress cloud, String proxy, String caFile) {
    return new ConnectionSettings(
        new ProxySettings(proxy, System.getenv()).proxyFor(cloud), Tls.trusting(caFile.strip()));
  }

  /** Without TLS where it is not asked for: to set it up takes longer than a request. */
  public OkHttpClient.Builder client(CloudAddress cloud) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().proxy(proxy.map(ProxyServer::proxy).orElse(Proxy.NO_PROXY));
    proxy.filter(it -> !it.authorization().isBlank()).ifPresent(it -> signIn(builder, it));
    return cloud.url().isHttps()
        ? encryption.of(builder)
        : builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
  }

  /** A line to the cloud, on which nothing was said to it yet. */
  public Socket connect(HttpUrl cloud, Timeouts patience) throws IOException {
    Optional<ProxyServer> tunnel = proxy.filter(it -> it.type() == Proxy.Type.HTTP);
    InetSocketAddress next =
        proxy.isEmpty()
            ? new InetSocketAddress(cloud.host(), cloud.port())
            : InetSocketAddress.createUnresolved(cloud.host(), cloud.port());
    Socket socket =
        tunnel.isPresent()
            ? new Socket(Proxy.NO_PROXY)
            : new Socket(proxy.map(ProxyServer::proxy).orElse(Proxy.NO_PROXY));
    try {
      socket.setSoTimeout((int) patience.read.toMillis());
      socket.connect(
          tunnel.map(ProxyServer::address).orElse(next), (int) patience.connect.toMillis());
      if (tunnel.isPresent()) {
        tunnel.get().openTunnel(socket, cloud);
      }
      return socket;
    } catch (IOException unusable) {
      socket.close();
      throw unusable;
    }
  }

  private static void signIn(OkHttpClient.Builder builder, ProxyServer proxy) {
    String header = "Proxy-Authorization";
    Authenticator authenticator =
        (route, response) ->
            response.request().header(header) == null
                ? response
                    .request()
                    .newBuilder()
                    .header(header, proxy.authorization().reveal())
                    .build()
                : null;
    builder.proxyAuthenticator(authenticator);
  }
}
