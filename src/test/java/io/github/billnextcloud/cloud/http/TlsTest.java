package io.github.billnextcloud.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.ocs.OcsCloud;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.Certificates;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom we trust: the JDK decides, by its store and the file of our own. */
class TlsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void make() throws Exception {
    Certificates.make(folder);
  }

  @AfterAll
  static void leave() {
    Certificates.get().close();
  }

  private static boolean finds(String certificate) {
    try (CloudStandIn cloud =
        CloudStandIn.startTls(Flavour.NEXTCLOUD_34, Certificates.get().server(certificate))) {
      return finds(cloud);
    }
  }

  private static boolean finds(CloudStandIn cloud) {
    return finds(cloud, "");
  }

  private static boolean finds(CloudStandIn cloud, String caFile) {
    CloudAddress at = CloudAddress.parse(cloud.url().toString()).orElseThrow();
    CloudEndpoint server =
        new CloudEndpoint(
            at,
            CloudCredentials.ofPassword(
                CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD)),
            ConnectionSettings.of(at, "none", caFile),
            SessionFile.none());
    return new OcsCloud(server, Timeouts.FORM).findUser(new UserId(CloudStandIn.ADMIN)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void serverWhenItsAuthorityIsInTheStoreIsTrusted(String kind) throws Exception {
    Certificates.get().trustByStoreOf(kind, folder);
    assertThat(finds("trusted")).isTrue();
  }

  /** As a resident worker does, event after event: a handshake takes longer than its requests. */
  @Test
  void serverWhenAskedByTheNextEventIsAskedOnTheSameConnection() throws Exception {
    Certificates.get().trustByStoreOf("JKS", folder);
    try (CloudStandIn cloud =
        CloudStandIn.startTls(Flavour.NEXTCLOUD_34, Certificates.get().server("trusted"))) {
      assertThat(finds(cloud)).isTrue();
      assertThat(finds(cloud)).isTrue();
      assertThat(cloud.requests()).noneMatch(Request::sentSessionCookie);
      assertThat(cloud.connectionCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JKS, unknown", "JKS, expired", "JKS, other",
    "PKCS12, unknown", "PKCS12, expired", "PKCS12, other"
  })
  void serverWhenUnknownExpiredOrOfAnotherNameIsRefused(String kind, String certificate)
      throws Exception {
    Certificates.get().trustByStoreOf(kind, folder);
    CloudException refused = catchThrowableOfType(CloudException.class, () -> finds(certificate));
    assertThat(refused.kind()).isEqualTo(CloudErrorKind.CERTIFICATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void serverWhenItsAuthorityIsInAFileOfOurOwnIsTrustedThereOnly(String kind) throws Exception {
    Certificates.get().trustByStoreOf(kind, folder);
    String file = Files.writeString(folder.resolve("own.pem"), bundle("unknown")).toString();
    try (CloudStandIn cloud =
        CloudStandIn.startTls(Flavour.NEXTCLOUD_34, Certificates.get().server("unknown"))) {
      assertThat(finds(cloud, file)).isTrue();
      assertThat(finds(cloud, file)).isTrue();
      assertThat(cloud.connectionCount()).isEqualTo(1);
      assertThat(catchThrowableOfType(CloudException.class, () -> finds(cloud)).kind())
          .isEqualTo(CloudErrorKind.CERTIFICATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void serverWhenTheFileOfOurOwnHasAnotherIsStillTrustedByTheJdk(String kind) throws Exception {
    Certificates.get().trustByStoreOf(kind, folder);
    String file = Files.writeString(folder.resolve("other.pem"), bundle("unknown")).toString();
    try (CloudStandIn cloud =
        CloudStandIn.startTls(Flavour.NEXTCLOUD_34, Certificates.get().server("trusted"))) {
      assertThat(finds(cloud, file)).isTrue();
    }
  }

  /** As administrators keep them: words before and after, and more than one. */
  private static String bundle(String name) throws Exception {
    String pem = Certificates.get().pem(name);
    return "# Our company - root\n" + pem + "\nanother one:\n" + pem;
  }

  @ParameterizedTest
  @CsvSource({
    "missing.pem, is no file of certificates",
    "empty.pem, has no certificate in PEM",
    "broken.pem, cannot be read",
    "cut.pem, cannot be read"
  })
  void caFileWhenItIsOfNoUseSaysWhy(String name, String reason) throws Exception {
    Files.writeString(folder.resolve("empty.pem"), "nothing");
    Files.writeString(
        folder.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Files.writeString(
        folder.resolve("cut.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAAA\n-----END CERTIFICATE-----\n");
    CloudAddress at = CloudAddress.parse("https://cloud.example.org").orElseThrow();

    assertThatExceptionOfType(UnusableSettingException.class)
        .isThrownBy(() -> ConnectionSettings.of(at, "", folder.resolve(name).toString()))
        .withMessageContaining("ca_file " + reason)
        .withMessageEndingWith(name);
  }

  @Test
  void serverWhenTheStoreIsDamagedIsRefused() throws Exception {
    Certificates.get().trustByStoreOf("JKS", folder);
    Path store = Certificates.get().trustStore();
    Files.write(store, Arrays.copyOf(Files.readAllBytes(store), 5_000));
    // The JDK may still know what it had read of it, and nobody of whom it knows is right then.
    assertThatThrownBy(() -> finds("trusted"))
        .isInstanceOfAny(UnusableSettingException.class, CloudException.class);
  }
}
