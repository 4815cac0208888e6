package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionSettings;
import io.github.billnextcloud.cloud.http.ProxySettings;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A cloud that is reached by a proxy only: its name is known to nobody here. */
class ByProxyTest extends OnTheWire {

  private static CloudEndpoint byProxy(int port) {
    CloudAddress cloud = CloudAddress.parse("http://cloud.invalid/next").orElseThrow();
    ConnectionSettings way = ConnectionSettings.of(cloud, "http://127.0.0.1:" + port, "");
    return new CloudEndpoint(cloud, server("/").credentials(), way, SessionFile.none());
  }

  @Test
  void knockWhenTheWayLeadsByAProxyAsksThat() {
    SERVER.stubFor(any(anyUrl()).willReturn(json(Recorded.NC_OK)));

    new OcsCloud(byProxy(SERVER.port()), Timeouts.FORM).knock();

    assertThat(received().get(0).getAbsoluteUrl())
        .isEqualTo("http://cloud.invalid/next/ocs/v1.php/cloud/user?format=json");
  }

  @Test
  void statusWhenTheWayLeadsByAProxyIsAskedThere() {
    SERVER.stubFor(
        any(anyUrl()).willReturn(json("{\"installed\":true,\"versionstring\":\"34.0.1\"}")));

    CloudDiagnostics way = new CloudDiagnostics(byProxy(SERVER.port()), Timeouts.FORM);

    assertThat(way.status().version()).isEqualTo("34.0.1");
    assertThat(way.proxy()).contains("http://127.0.0.1:" + SERVER.port() + " (proxy)");
    assertThat(way.connect(way.resolve())).isEqualTo("127.0.0.1");
  }

  @Test
  void knockWhenTheProxyIsNotThereNamesIt() {
    assertThat(failureOf(() -> new OcsCloud(byProxy(9), Timeouts.FORM).knock()))
        .hasMessageEndingWith(", by the proxy http://127.0.0.1:9")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNREACHABLE);
  }

  @Test
  void statusWhenTheProxyIsNotThereNamesIt() {
    assertThat(failureOf(() -> new CloudDiagnostics(byProxy(9), Timeouts.FORM).status()))
        .hasMessageStartingWith("Could not look at http://cloud.invalid/next: ")
        .hasMessageEndingWith(", by the proxy http://127.0.0.1:9")
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNREACHABLE);
  }

  @Test
  void certificateWhenTheProxyDemandsAPasswordSignsInThere() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> refuse(proxy));

      assertThat(failureOf(() -> diagnosis(proxy.getLocalPort()).certificate()))
          .hasMessageContaining("No TLS with cloud.invalid: the proxy http://127.0.0.1:")
          .hasMessageEndingWith(" answers HTTP/1.1 403 Forbidden");
      assertThat(asked.get(60, TimeUnit.SECONDS))
          .containsExactly(
              "CONNECT cloud.invalid:443 HTTP/1.1",
              "Host: cloud.invalid:443",
              "Proxy-Authorization: Basic YW5uOnByb3h5LXdvcmQ=");
    }
  }

  private static CloudDiagnostics diagnosis(int port) {
    CloudAddress cloud = CloudAddress.parse("https://cloud.invalid").orElseThrow();
    Map<String, String> environment =
        Map.of("https_proxy", "http://ann:proxy-word@127.0.0.1:" + port);
    ConnectionSettings way =
        new ConnectionSettings(
            new ProxySettings("", environment).proxyFor(cloud),
            ConnectionSettings.usual().encryption());
    return new CloudDiagnostics(
        new CloudEndpoint(cloud, server("/").credentials(), way, SessionFile.none()),
        Timeouts.FORM);
  }

  /** Reads a request's head, and lets nobody pass. */
  private static List<String> refuse(ServerSocket proxy) {
    try (Socket line = proxy.accept();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(line.getInputStream(), ISO_8859_1))) {
      List<String> asked = in.lines().takeWhile(text -> !text.isEmpty()).toList();
      line.getOutputStream().write("HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(ISO_8859_1));
      return asked;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void knockWhenTheProxyRefusesSaysWho() {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                html(407, "<html><title>ERR_CACHE_ACCESS_DENIED</title>")
                    .withHeader("Server", "squid")));

    assertThat(failureOf(() -> new OcsCloud(byProxy(SERVER.port()), Timeouts.FORM).knock()))
        .hasMessageContaining("HTTP 407 with a page 'ERR_CACHE_ACCESS_DENIED' (Server: squid)");
  }
}
