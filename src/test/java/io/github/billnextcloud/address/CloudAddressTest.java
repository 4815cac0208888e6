package io.github.billnextcloud.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that a person typed, made usable. */
class CloudAddressTest {

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
        "https://h.org/nextcloud/remote.php/dav/files/ivan/       | https://h.org/nextcloud",
        "https://h.org/nextcloud/INDEX.PHP/login                  | https://h.org/nextcloud",
        "https://h.org./                                          | https://h.org",
        "https://h.org//next//cloud                               | https://h.org/next/cloud",
        "https://h.org/a/../next/./cloud/%2E%2E/%2e               | https://h.org/next",
        "https://h.org/%6eext%7ecloud/%d0%b0                      |"
            + " https://h.org/next~cloud/%D0%B0",
        "https://h.org\\next\\cloud                               | https://h.org/next/cloud",
        "https://[2001:DB8:0:0::0001]/                            | https://[2001:db8::1]",
        "https://[2001:db8::1]:8443/                              | https://[2001:db8::1]:8443",
        "https://облако.рф/                                       | https://xn--80ab2acne.xn--p1ai",
        "' https://h.org '                                        | https://h.org",
        "'\uFEFF\u00A0https://h.org\u200B\n'                       | https://h.org"
      })
  void parseAddressWhenUsableKeepsHostPortAndFolder(String typed, String address) {
    assertThat(CloudAddress.parse(typed).map(CloudAddress::toString)).contains(address);
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
    assertThat(CloudAddress.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h.org              | http://h.org",
        "https://h.org              | https://h.org:8443",
        "https://h.org              | https://h.org/nextcloud",
        "https://h.org/nextcloud    | https://h.org/Nextcloud",
        "https://h.org/a/b          | https://h.org/a%2Fb",
        "https://облако.рф          | https://облака.рф",
        "https://straße.example.org | https://strasse.example.org",
        "''                         | ''",
        "no address                 | no address"
      })
  void isSameWhenOfDifferentCloudsIsFalse(String one, String other) {
    assertThat(CloudAddress.isSame(one, other)).isFalse();
  }
}
