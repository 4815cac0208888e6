package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting: gone is gone, whatever the server says to it. */
class DeleteUserTest extends OnTheWire {

  static final List<String> OK = List.of(Recorded.NC_OK, Recorded.OC10_OK);

  @ParameterizedTest
  @FieldSource("OK")
  void deleteUserWhenDoneLooksNoFurther(String answer) {
    shows(json(Recorded.body("nc34-fresh")));
    answers(json(answer));

    cloud().deleteUser(ANN);

    assertThat(received()).hasSize(2);
  }

  /** The command itself has looked a moment ago; somebody else, or anybody before, is looked at. */
  @Test
  void deleteUserWhenHeWasLookedAtJustNowLooksNoMore() {
    shows(json(Recorded.body("nc34-fresh")));
    answers(json(Recorded.NC_OK));
    OcsCloud cloud = cloud();
    cloud.findUser(ANN);

    cloud.deleteUser(ANN);
    cloud.deleteUser(ANN);

    assertThat(received())
        .extracting(request -> request.getMethod().getName())
        .containsExactly("GET", "DELETE", "GET", "DELETE");
  }

  /** Recent Nextcloud finds bob by his e-mail address "ann", and would delete him. */
  @Test
  void deleteUserWhenNameLeadsToAnotherDeletesNobody() {
    shows(json(Recorded.body("nc34-fresh").replace("\"id\":\"ann\"", "\"id\":\"bob\"")));
    answers(json(Recorded.NC_OK));

    cloud().deleteUser(ANN);

    SERVER.verify(0, deleteRequestedFor(user("")));
  }

  @Test
  void deleteUserWhenNobodyIsThereDeletesNobody() {
    shows(json(Recorded.OC10_MISSING));

    cloud().deleteUser(ANN);

    SERVER.verify(0, deleteRequestedFor(user("")));
  }

  @ParameterizedTest
  @ValueSource(ints = {998, 101, 996})
  void deleteUserWhenNextcloudHasNoneIsDone(int code) {
    answers(json(Recorded.nextcloudFailure(code, "")));
    showsThen(json(Recorded.NC_MISSING));

    cloud().deleteUser(ANN);

    SERVER.verify(2, getRequestedFor(user("")));
  }

  @Test
  void deleteUserWhenOwnCloudHasNoneIsDone() {
    answers(json(Recorded.ownCloudFailure(101)));
    showsThen(json(Recorded.OC10_MISSING));

    cloud().deleteUser(ANN);

    SERVER.verify(2, getRequestedFor(user("")));
  }

  @Test
  void deleteUserWhenRefusedAndStillThereFails() {
    answers(json(Recorded.nextcloudFailure(101, "")));
    shows(json(Recorded.body("nc34-fresh")));

    assertThat(kindOf(() -> cloud().deleteUser(ANN))).isEqualTo(CloudErrorKind.REFUSED);
  }

  @Test
  void deleteUserWhenServerFailedAndStillThereFails() {
    answers(json(Recorded.nextcloudFailure(996, "Internal Server Error\\n")));
    shows(json(Recorded.body("nc34-fresh")));

    assertThat(kindOf(() -> cloud().deleteUser(ANN))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  @Test
  void deleteUserWhenAnswerIsLostLooks() {
    answers(hangUp());
    showsThen(json(Recorded.NC_MISSING));

    cloud().deleteUser(ANN);

    SERVER.verify(2, getRequestedFor(user("")));
  }

  @Test
  void deleteUserWhenAnswerIsLostIsNotSentAgain() {
    answers(hangUp());
    shows(json(Recorded.body("nc34-fresh")));

    failureOf(() -> patientCloud().deleteUser(ANN));

    SERVER.verify(1, deleteRequestedFor(user("")));
  }

  @Test
  void deleteUserWhenPasswordIsWrongAsksNothingMore() {
    shows(json(Recorded.body("nc34-fresh")));
    answers(html(401, Recorded.XML_UNAUTHORISED));

    failureOf(() -> cloud().deleteUser(ANN));

    assertThat(received()).hasSize(2);
  }

  @Test
  void deleteUserWhenForbiddenAsksNothingMore() {
    shows(json(Recorded.body("nc34-fresh")));
    answers(json(Recorded.nextcloudFailure(403, "Password confirmation is required")));

    failureOf(() -> cloud().deleteUser(ANN));

    assertThat(received()).hasSize(2);
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(delete(user("")).willReturn(answer));
  }

  /** Who was there at first. */
  private static void showsThen(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(
        get(user(""))
            .inScenario("gone")
            .willReturn(json(Recorded.body("nc34-fresh")))
            .willSetStateTo("gone"));
    SERVER.stubFor(get(user("")).inScenario("gone").whenScenarioStateIs("gone").willReturn(answer));
  }

  private static void shows(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(user("")).willReturn(answer));
  }
}
