package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** App tokens of our account: made, and each taken back without another. */
class AppTokenIssuerTest extends WithGraphCloud {

  private static final String OURS = "pmnextcloud, module 3, billing";

  @BeforeEach
  void makeOneByHand() {
    server.appPassword("by-hand");
  }

  private void startWithOneByHand(Flavour flavour) {
    start(flavour);
    makeOneByHand();
  }

  private AppTokenIssuer issuer(String name) {
    CloudAddress at = CloudAddress.parse(server.url().toString()).orElseThrow();
    CloudCredentials typed =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    String product =
        flavour == Flavour.OPENCLOUD ? UserIdRule.OPENCLOUD : UserIdRule.INFINITE_SCALE;
    return new AppTokenIssuer(new CloudEndpoint(at, typed), product, name);
  }

  private boolean opens(Secret token) {
    try {
      byToken(token.reveal()).knock();
      return true;
    } catch (CloudException refused) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INFINITE_SCALE", "OPENCLOUD"})
  void revokeWhenMadeInThisRunEndsThatOneAlone(Flavour flavour) {
    startWithOneByHand(flavour);
    AppTokenIssuer issuer = issuer(OURS);
    Secret one = issuer.issue();
    Secret other = issuer.issue();
    assertThat(opens(one)).isTrue();

    assertThat(issuer.revoke(CloudStandIn.ADMIN, one)).isTrue();

    assertThat(opens(one)).isFalse();
    assertThat(opens(other)).isTrue();
    assertThat(opens(new Secret("by-hand"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"INFINITE_SCALE", "OPENCLOUD"})
  void revokeWhenMadeInAnEarlierRunEndsThoseOfThatNameAlone(Flavour flavour) {
    startWithOneByHand(flavour);
    Secret former = issuer(OURS).issue();
    Secret another = issuer("pmnextcloud, module 4, billing").issue();
    AppTokenIssuer issuer = issuer(OURS);
    Secret fresh = issuer.issue();

    assertThat(issuer.revoke(CloudStandIn.ADMIN, former)).isTrue();

    assertThat(opens(former)).isFalse();
    assertThat(opens(fresh)).isTrue();
    assertThat(opens(another)).isTrue();
    assertThat(opens(new Secret("by-hand"))).isTrue();
  }

  @Test
  void revokeWhenNobodyCanTellWhichItIsSaysSo() {
    assertThat(issuer(OURS).revoke(CloudStandIn.ADMIN, new Secret("by-hand"))).isFalse();
    assertThat(opens(new Secret("by-hand"))).isTrue();
  }

  @Test
  void revokeWhenItOpensNothingAnyMoreIsDone() {
    startWithOneByHand(Flavour.OPENCLOUD);
    assertThat(issuer(OURS).revoke(CloudStandIn.ADMIN, new Secret("ended"))).isTrue();
  }

  @Test
  void revokeWhenTheServiceFailsIsNotDone() {
    startWithOneByHand(Flavour.OPENCLOUD);
    for (int time = 0; time < 5; time++) {
      server.fault(
          request -> request.method().equals("DELETE"), Fault.status(500, Map.of(), null, ""));
    }
    AppTokenIssuer issuer = issuer(OURS);
    Secret token = issuer.issue();

    assertThatThrownBy(() -> issuer.revoke(CloudStandIn.ADMIN, token))
        .isInstanceOf(CloudException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[7]",
        "[{\"token\":\"x\"}]",
        "[{\"token\":\"x\",\"created_date\":\"2026-11-26\",\"expiration_date\":\"never\"}]",
        "[{\"token\":\"x\",\"created_date\":\"2026-11-26T00:00:00Z\","
            + "\"expiration_date\":\"2027-11-26T00:00:00Z\"}]"
      })
  void revokeWhenTheListTellsOfNoneOfOursTouchesNothing(String list) {
    server.fault(
        request -> request.path().contains("auth-app"),
        Fault.status(200, Map.of(), "text/plain", list));

    assertThat(issuer(OURS).revoke(CloudStandIn.ADMIN, new Secret("former"))).isFalse();
    assertThat(writes()).isEmpty();
  }

  /** Servers write the seconds of the one or of both dates with or without fractions. */
  @ParameterizedTest
  @ValueSource(longs = {-4, 0, 4})
  void revokeWhenTheServerRoundsKnowsItAllTheSame(long seconds) {
    issuer(OURS).issue();
    String expiry =
        server.requests().get(server.requests().size() - 1).field("expiry").replace("s", "");
    Instant made = Instant.parse("2026-11-26T10:00:00Z");
    String token =
        "[{\"token\":\"the-hash\",\"created_date\":\"%s\",\"expiration_date\":\"%s\"}]"
            .formatted(made, made.plusSeconds(Long.parseLong(expiry) + seconds));
    server.fault(
        request -> request.method().equals("GET") && request.path().contains("auth-app"),
        Fault.status(200, Map.of(), "text/plain", token));
    server.fault(
        request -> request.method().equals("DELETE"), Fault.status(200, Map.of(), null, ""));

    assertThat(issuer(OURS).revoke(CloudStandIn.ADMIN, new Secret("former"))).isTrue();
    assertThat(server.requests())
        .last()
        .satisfies(request -> assertThat(request.field("token")).isEqualTo("the-hash"));
  }

  @Test
  void issueWhenTheServiceDoesNotRunSaysThatItHasNone() {
    start(Flavour.INFINITE_SCALE_5);
    assertThatThrownBy(() -> issuer(OURS).issue())
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(CloudErrorKind.FORBIDDEN))
        .hasMessageContaining("Infinite Scale");
  }

  @Test
  void savedWhenToldNamesTheDays() {
    assertThat(issuer(OURS).saved(OURS).toString()).contains("365 days");
    assertThat(issuer(OURS).renewsItself()).isTrue();
  }
}
