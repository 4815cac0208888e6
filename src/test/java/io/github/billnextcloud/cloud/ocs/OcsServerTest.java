package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.secret.Secret;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that a person typed, made usable. */
class OcsServerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://cloud.example.org                                | https://cloud.example.org",
        "https://cloud.example.org/                               | https://cloud.example.org",
        "HTTPS://Cloud.Example.ORG/                               | https://cloud.example.org",
        "http://cloud.example.org                                 | http://cloud.example.org",
        "https://cloud.example.org:443/                           | https://cloud.example.org",
        "https://cloud.example.org:8443/                          | https://cloud.example.org:8443",
        "https://h.org/nextcloud                                  | https://h.org/nextcloud",
        "https://h.org/nextcloud//                                | https://h.org/nextcloud",
        "https://h.org/a%20b/c/                                   | https://h.org/a%20b/c",
        "https://h.org/index.php                                  | https://h.org",
        "https://h.org/index.php/apps/files/?dir=/&fileid=1#top   | https://h.org",
        "https://h.org/nextcloud/index.php/login?redirect_url=x   | https://h.org/nextcloud",
        "https://h.org/?dir=/                                     | https://h.org",
        "https://[2001:db8::1]:8443/                              | https://[2001:db8::1]:8443",
        "https://облако.рф/                                       | https://xn--80ab2acne.xn--p1ai",
        "' https://h.org '                                        | https://h.org"
      })
  void parseAddressWhenUsableKeepsHostPortAndFolder(String typed, String address) {
    assertThat(OcsServer.parseAddress(typed).map(OcsServerTest::address)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "cloud.example.org",
        "cloud.example.org:8443",
        "//cloud.example.org",
        "ftp://cloud.example.org",
        "https://",
        "https:///",
        "https://h org/",
        "https://h:99999/",
        "https://admin:password@cloud.example.org/",
        "https://admin@cloud.example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)"
      })
  void parseAddressWhenUnusableIsEmpty(String typed) {
    assertThat(OcsServer.parseAddress(typed)).isEmpty();
  }

  @Test
  void toStringWhenPrintedKeepsTheCredentialsToItself() {
    Secret credentials = OcsServer.basic("admin", new Secret("password"));

    OcsServer server = new OcsServer(HttpUrl.get("https://h.org/"), credentials);

    assertThat(server.toString()).doesNotContain(credentials.reveal().substring(6));
  }

  private static String address(HttpUrl base) {
    return new OcsServer(base, new Secret("")).address();
  }
}
