package io.github.billnextcloud.cloud.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a cloud, and what its answers say against it. */
class AutoDetectingCloudTest {

  private static final UserId ANN = new UserId("ann");

  @TempDir Path var;

  private CloudStandIn server;
  private Instant now = Instant.parse("2026-11-26T10:00:00Z");

  @AfterEach
  void stop() {
    server.close();
  }

  private void start(Flavour flavour) {
    server = CloudStandIn.start(flavour);
    server.takePasswords(true);
    server.addAccount("ann");
  }

  private DetectedProductCache known() {
    return DetectedProductCache.in(var.resolve("sessions"), at(), () -> now);
  }

  private CloudAddress at() {
    return CloudAddress.parse(server.url().toString()).orElseThrow();
  }

  private AutoDetectingCloud cloud() {
    CloudCredentials credentials =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return new AutoDetectingCloud(new CloudEndpoint(at(), credentials), Timeouts.FORM, known());
  }

  private CloudEndpoint endpoint() {
    CloudCredentials credentials =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return new CloudEndpoint(at(), credentials);
  }

  private AutoDetectingCloud waiting() {
    CloudCredentials credentials =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return new AutoDetectingCloud(
        new CloudEndpoint(at(), credentials), Timeouts.OPERATION, known());
  }

  @ParameterizedTest
  @EnumSource(names = {"INFINITE_SCALE", "OPENCLOUD"})
  void productWhenTheConnectionWasTestedIsNotAskedForAgain(Flavour flavour) {
    start(flavour);
    // Of who has no drive yet it is asked whether the storage answers.
    server.signInOnce(server.account("ann").orElseThrow());
    cloud().checkAccess();
    server.forgetRequests();

    assertThat(cloud().findUser(ANN)).isPresent();

    assertThat(server.routes()).containsExactly("GET users/{id}");
    assertThat(cloud().product()).isEqualTo(known().product().orElseThrow());
  }

  /** A theme gives ownCloud its own name, and a hidden version leaves it none. */
  @ParameterizedTest
  @ValueSource(strings = {"Provider's cloud", ""})
  void owncloudWhenItsNameIsAnotherIsOwncloud(String theme) {
    start(Flavour.OWNCLOUD_10);
    server.theme(theme);

    assertThat(cloud().checkAccess().product()).startsWith("ownCloud 10");
    assertThat(cloud().product()).isEqualTo("ownCloud");
    assertThat(new PublicEndpoints(endpoint(), Timeouts.FORM).status().product())
        .isEqualTo("ownCloud");
  }

  /** It is recognised before anybody signs in, whatever was remembered. */
  @Test
  void productWhenTheConnectionIsTestedIsAskedForFirst() {
    start(Flavour.OPENCLOUD);
    known().save("Infinite Scale");

    assertThat(cloud().checkAccess().product()).startsWith("OpenCloud");

    assertThat(server.requests().get(0).line()).isEqualTo("GET status.php");
    assertThat(server.requests().get(0).authorization()).isEmpty();
    assertThat(known().product()).contains("OpenCloud");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_34", "NEXTCLOUD_28", "OWNCLOUD_10"})
  void productWhenAnotherServerHasTakenItsPlaceIsNoticed(Flavour flavour) {
    start(flavour);
    known().save("Infinite Scale");

    assertThat(cloud().findUser(ANN)).isPresent();

    assertThat(known().product()).isEmpty();
  }

  @Test
  void productWhenItWasFoundADayAgoIsAskedForAgain() {
    start(Flavour.OPENCLOUD);
    known().save("Infinite Scale");
    now = now.plus(Duration.ofDays(1));

    cloud().findUser(ANN);

    assertThat(known().product()).contains("OpenCloud");
  }

  @Test
  void productWhenOthersMayHaveWrittenItIsNotBelieved() throws Exception {
    start(Flavour.NEXTCLOUD_34);
    known().save("Infinite Scale");
    Files.setPosixFilePermissions(
        known().file().orElseThrow().path(), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(known().product()).isEmpty();
  }

  /** The same answer as to wrong ones, which an operation must not end by. */
  @ParameterizedTest
  @EnumSource(names = {"INFINITE_SCALE", "OPENCLOUD"})
  void credentialsWhenTheDirectoryIsAwayMayBeRight(Flavour flavour) {
    start(flavour);
    server.service("idm", false);

    assertThatThrownBy(() -> waiting().findUser(ANN))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNREACHABLE);
  }

  @Test
  void credentialsWhenNothingTellsWhatItIsMayBeRight() {
    start(Flavour.INFINITE_SCALE);
    server.service("idm", false);
    for (int time = 0; time < 3; time++) {
      server.fault(
          it -> it.path().equals("/status.php"), Fault.status(502, Map.of(), "text/plain", ""));
    }

    assertThatThrownBy(() -> waiting().findUser(ANN))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNREACHABLE);
  }

  @Test
  void accountWhenDisabledIsSaidToBe() {
    start(Flavour.OPENCLOUD);
    server.account(CloudStandIn.ADMIN).orElseThrow().setEnabled(false);

    assertThatThrownBy(() -> waiting().findUser(ANN))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.UNAUTHORIZED)
        .hasMessageContaining("but their account is disabled");
  }
}
