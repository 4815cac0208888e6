package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.Kind;
import org.junit.jupiter.api.Test;

/** A cloud that is reached by a proxy only: its name is known to nobody here. */
class ByProxyTest extends OnTheWire {

  private static OcsServer byProxy(int port) {
    CloudAddress cloud = CloudAddress.parse("http://cloud.invalid/next").orElseThrow();
    Way way = Way.of(cloud, "http://127.0.0.1:" + port, "");
    return new OcsServer(cloud, server("/").authorization(), way);
  }

  @Test
  void knockWhenTheWayLeadsByAProxyAsksThat() {
    SERVER.stubFor(any(anyUrl()).willReturn(json(Recorded.NC_OK)));

    new OcsCloud(byProxy(SERVER.port()), Patience.FORM).knock();

    assertThat(received().get(0).getAbsoluteUrl())
        .isEqualTo("http://cloud.invalid/next/ocs/v1.php/cloud/user?format=json");
  }

  @Test
  void statusWhenTheWayLeadsByAProxyIsAskedThere() {
    SERVER.stubFor(
        any(anyUrl()).willReturn(json("{\"installed\":true,\"versionstring\":\"34.0.1\"}")));

    Diagnosis way = new Diagnosis(byProxy(SERVER.port()), Patience.FORM);

    assertThat(way.status().version()).isEqualTo("34.0.1");
    assertThat(way.proxy()).contains("http://127.0.0.1:" + SERVER.port() + " (proxy)");
    assertThat(way.connect(way.resolve())).isEqualTo("127.0.0.1");
  }

  @Test
  void knockWhenTheProxyIsNotThereNamesIt() {
    assertThat(failureOf(() -> new OcsCloud(byProxy(9), Patience.FORM).knock()))
        .hasMessageEndingWith(", by the proxy http://127.0.0.1:9")
        .hasFieldOrPropertyWithValue("kind", Kind.UNREACHABLE);
  }

  @Test
  void knockWhenTheProxyRefusesSaysWho() {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                html(407, "<html><title>ERR_CACHE_ACCESS_DENIED</title>")
                    .withHeader("Server", "squid")));

    assertThat(failureOf(() -> new OcsCloud(byProxy(SERVER.port()), Patience.FORM).knock()))
        .hasMessageContaining("HTTP 407 with a page 'ERR_CACHE_ACCESS_DENIED' (Server: squid)");
  }
}
