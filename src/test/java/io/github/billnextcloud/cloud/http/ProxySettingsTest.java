package io.github.billnextcloud.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.address.CloudAddress;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way requests leave this host. */
class ProxySettingsTest {

  private static final String CLOUD = "https://cloud.example.org";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | ''",
        "https_proxy=http://p:3128 | http://p:3128",
        "HTTPS_PROXY=http://p:3128 | http://p:3128",
        "https_proxy=http://p:3128 HTTPS_PROXY=http://q:1 | http://p:3128",
        "https_proxy=p:3128        | http://p:3128",
        "https_proxy=http://p      | http://p:1080",
        "https_proxy=http://p:3128/ | http://p:3128",
        "https_proxy=http://[::1]:3128 | http://[::1]:3128",
        "https_proxy=socks5h://p:1 | socks5://p:1",
        "all_proxy=http://p:3128   | http://p:3128",
        "http_proxy=http://p:3128  | ''",
        "https_proxy=http://p:3128 no_proxy=example.org   | ''",
        "https_proxy=http://p:3128 NO_PROXY=.example.org  | ''",
        "https_proxy=http://p:3128 no_proxy=*.example.org | ''",
        "https_proxy=http://p:3128 no_proxy=a,CLOUD.example.org. | ''",
        "https_proxy=http://p:3128 no_proxy=*             | ''",
        "https_proxy=http://p:3128 no_proxy=example.org:443 | ''",
        "https_proxy=http://p:3128 no_proxy=example.org:80  | http://p:3128",
        "https_proxy=http://p:3128 no_proxy=ample.org     | http://p:3128",
        "https_proxy=http://p:3128 no_proxy=example.com   | http://p:3128"
      })
  void proxyForWhenTheEnvironmentTellsIsAsInCurl(String variables, String proxy) {
    assertThat(proxy("", variables, CLOUD)).isEqualTo(proxy);
  }

  /** A web server's program has a header "Proxy" of the request there, whoever sent it. */
  @Test
  void proxyForWhenAnybodyCouldHaveSetTheVariableIsNone() {
    assertThat(proxy("", "HTTP_PROXY=http://q:1", "http://cloud.example.org")).isEmpty();
    assertThat(proxy("", "HTTP_PROXY=http://q:1 all_proxy=http://p:1", "http://cloud.example.org"))
        .isEqualTo("http://p:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://cloud.example.org  | http://h:3128",
        "https://10.1.2.3          | ''",
        "https://10.2.2.3          | http://p:3128",
        "https://[2001:db8::7]     | ''",
        "https://[2001:db9::7]     | http://p:3128",
        "https://[2001:dba::7:1]   | ''",
        "https://[2001:dba::8:1]   | http://p:3128",
        "https://[2001:dba::8:1]:8443 | ''",
        "https://облако.рф         | ''",
        "https://localhost:8443    | ''",
        "http://127.0.0.2          | ''",
        "https://[::1]             | ''"
      })
  void proxyForWhenNoProxyNamesTheCloudIsNone(String cloud, String proxy) {
    String variables =
        "https_proxy=http://p:3128 http_proxy=http://h:3128"
            + " no_proxy=10.1.0.0/16,2001:db8::/32,облако.рф,"
            + "2001:dba::7:1,[2001:dba::8:1]:8443";
    assertThat(proxy("", variables, cloud)).isEqualTo(proxy);
  }

  @Test
  void proxyForWhenTheSettingTellsFollowsIt() {
    assertThat(proxy("http://own:3128", "https_proxy=http://p:1 no_proxy=*", CLOUD))
        .isEqualTo("http://own:3128");
    assertThat(proxy("none", "https_proxy=http://p:1", CLOUD)).isEmpty();
    assertThat(proxy("http://own:3128", "", "http://127.0.0.1")).isEqualTo("http://own:3128");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://p:3128", "ftp://p", "http://p:99999", "http://p:0", "a b", "/"})
  void proxyForWhenItIsNoneSaysWhichOne(String typed) {
    assertThatExceptionOfType(UnusableSettingException.class)
        .isThrownBy(() -> proxy(typed, "", CLOUD))
        .withMessageStartingWith("proxy is no address of a proxy");
    assertThatExceptionOfType(UnusableSettingException.class)
        .isThrownBy(
            () ->
                new ProxySettings("", Map.of("https_proxy", typed))
                    .proxyFor(CloudAddress.parse(CLOUD).orElseThrow()))
        .withMessageStartingWith("https_proxy is no address of a proxy");
  }

  /** Everybody who may see the form would read it. */
  @Test
  void proxyForWhenTheSettingHoldsAPasswordRefuses() {
    assertThatExceptionOfType(UnusableSettingException.class)
        .isThrownBy(() -> proxy("http://ann:Word-1@p:3128", "", CLOUD))
        .withMessageContaining("must not hold a password")
        .withMessageNotContaining("Word-1");
  }

  @Test
  void proxyForWhenTheEnvironmentHoldsAPasswordSignsInAndKeepsItToItself() {
    ProxyServer proxy =
        new ProxySettings("", Map.of("https_proxy", "http://ann:W%40rd@p:3128"))
            .proxyFor(CloudAddress.parse(CLOUD).orElseThrow())
            .orElseThrow();

    assertThat(proxy.authorization().reveal()).isEqualTo("Basic YW5uOldAcmQ=");
    assertThat(proxy).hasToString("http://p:3128");
  }

  /**
   * What cannot be decoded is a password as it was typed, and nothing to complain of by quoting.
   */
  @Test
  void proxyForWhenAPercentIsNoEscapeTakesItAsItIs() {
    ProxyServer proxy =
        new ProxySettings("", Map.of("https_proxy", "http://ann:50%off@p:3128"))
            .proxyFor(CloudAddress.parse(CLOUD).orElseThrow())
            .orElseThrow();

    assertThat(proxy.authorization().reveal()).isEqualTo(Credentials.basic("ann", "50%off"));
  }

  private static String proxy(String setting, String variables, String cloud) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      if (!variable.isEmpty()) {
        environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
      }
    }
    return new ProxySettings(setting, environment)
        .proxyFor(CloudAddress.parse(cloud).orElseThrow())
        .map(ProxyServer::toString)
        .orElse("");
  }
}
