package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.billnextcloud.cloud.CloudException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again within a run, what is not. */
class OcsClientTest extends OnTheWire {

  @Test
  void sendWhenToldToWaitOneSecondIsTriedAgainAfterIt() {
    firstThenMissing(html(429, "").withHeader("Retry-After", "1"));
    long begun = System.nanoTime();

    patientCloud().findUser(ANN);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(950));
  }

  @Test
  void sendWhenAnswerIsLostAsksAgain() {
    firstThenMissing(hangUp());

    assertThat(patientCloud().findUser(ANN)).isEmpty();
  }

  @Test
  void sendWhenConnectionIsResetAsksAgain() {
    firstThenMissing(answer(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(patientCloud().findUser(ANN)).isEmpty();
  }

  @Test
  void sendWhenServerIsAwayForAMomentAsksAgain() {
    firstThenMissing(html(503, "later"));

    assertThat(patientCloud().findUser(ANN)).isEmpty();
  }

  @Test
  void sendWhenServerStaysAwayGivesUpAfterThreeTimes() {
    always(html(502, "later"));

    failureOf(() -> patientCloud().findUser(ANN));

    assertThat(received()).hasSize(3);
  }

  @Test
  void sendWhenToldToWaitForLongGivesUpAtOnce() {
    always(html(429, "").withHeader("Retry-After", "3600"));

    failureOf(() -> patientCloud().findUser(ANN));

    assertThat(received()).hasSize(1);
  }

  @Test
  void sendWhenToldToWaitForLongPassesItOn() {
    always(html(429, "").withHeader("Retry-After", "3600"));

    CloudException failure = failureOf(() -> patientCloud().findUser(ANN));

    assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wed, 21 Oct 2026 07:28:00 GMT", "soon", "-1"})
  void sendWhenTimeToWaitIsNoNumberGivesUpAtOnce(String retryAfter) {
    always(html(429, "").withHeader("Retry-After", retryAfter));

    failureOf(() -> patientCloud().findUser(ANN));

    assertThat(received()).hasSize(1);
  }

  @Test
  void sendWhenInMaintenanceGivesUpAtOnce() {
    always(html(503, "").withHeader("X-Nextcloud-Maintenance-Mode", "1"));

    failureOf(() -> patientCloud().findUser(ANN));

    assertThat(received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 429, 500})
  void sendWhenRefusedGivesUpAtOnce(int status) {
    always(html(status, "no"));

    failureOf(() -> patientCloud().findUser(ANN));

    assertThat(received()).hasSize(1);
  }

  @Test
  void sendWhenAPersonWaitsTriesOnce() {
    always(html(502, "later"));

    failureOf(() -> cloud().findUser(ANN));

    assertThat(received()).hasSize(1);
  }

  private static ResponseDefinitionBuilder answer(Fault fault) {
    return json("").withFault(fault);
  }

  private static void always(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static void firstThenMissing(ResponseDefinitionBuilder first) {
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs(STARTED)
            .willReturn(first)
            .willSetStateTo("later"));
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs("later")
            .willReturn(json(Recorded.NC_MISSING)));
  }
}
