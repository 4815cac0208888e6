package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of users that do not come, or not at once. */
class PageTroubleTest extends OnTheWire {

  private static final String SERVER_ERROR = Recorded.nextcloudFailure(996, "Internal error");

  @BeforeEach
  void showsTheFirstPage() {
    answers(0, json(UserList.users(0, 250)));
  }

  @ParameterizedTest
  @CsvSource({
    "429, THROTTLED",
    "503, BUSY",
    "401, UNAUTHORIZED",
    "997, UNAUTHORIZED",
    "403, FORBIDDEN",
    "105, REFUSED"
  })
  void readUsersWhenRefusedInTheMiddleFails(int code, Kind kind) {
    answers(250, json(Recorded.nextcloudFailure(code, "no")));

    assertThat(kindOf(() -> UserList.read(cloud(), "u250"))).isEqualTo(kind);
    assertThat(received()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "200, NOT_UNDERSTOOD",
    "302, WRONG_ADDRESS",
    "401, UNAUTHORIZED",
    "429, THROTTLED",
    "503, BUSY"
  })
  void readUsersWhenAPageInFrontAnswersInTheMiddleFails(int status, Kind kind) {
    answers(250, html(status, "<html></html>"));

    assertThat(kindOf(() -> UserList.read(cloud(), "u250"))).isEqualTo(kind);
  }

  @Test
  void readUsersWhenAPageComesAtTheSecondTimeGoesOn() {
    SERVER.stubFor(
        UserList.page(250)
            .inScenario("later")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("up")
            .willReturn(html(503, "").withHeader("Retry-After", "1")));
    SERVER.stubFor(
        UserList.page(250)
            .inScenario("later")
            .whenScenarioStateIs("up")
            .willReturn(json(UserList.users(250, 1))));

    assertThat(UserList.read(patientCloud(), "u250")).hasSize(251);
  }

  @Test
  void readUsersWhenAPageIsTooMuchForTheServerAsksForHalfAndMissesNobody() {
    answers(250, json(SERVER_ERROR));
    SERVER.stubFor(UserList.page(250, 125).willReturn(json(UserList.users(250, 125))));
    SERVER.stubFor(UserList.page(375, 125).willReturn(json(UserList.users(375, 2))));

    assertThat(UserList.read(cloud(), "u376")).hasSize(377).doesNotHaveDuplicates();
    assertThat(limits()).containsExactly(250, 250, 125, 125);
  }

  @Test
  void readUsersWhenEvenASmallPageIsTooMuchGivesUp() {
    SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(json(SERVER_ERROR)));

    assertThat(kindOf(() -> UserList.read(cloud(), "u1"))).isEqualTo(Kind.UNREACHABLE);
    assertThat(limits()).startsWith(250, 125).hasSizeLessThan(10).doesNotHaveDuplicates();
  }

  @Test
  void readUsersWhenHiddenIsForbidden() {
    answers(0, json(Recorded.nextcloudFailure(998, "")));

    assertThat(kindOf(() -> UserList.read(cloud(), "u1"))).isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void readUsersWhenThereIsNoSuchApiBlamesTheAddress() {
    answers(0, json(Recorded.nextcloudFailure(998, "Invalid query, please check the syntax.")));

    assertThat(kindOf(() -> UserList.read(cloud(), "u1"))).isEqualTo(Kind.WRONG_ADDRESS);
  }

  private static void answers(int offset, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(UserList.page(offset).willReturn(answer));
  }

  private static List<Integer> limits() {
    return received().stream()
        .map(request -> request.queryParameter("limit").firstValue())
        .map(Integer::valueOf)
        .toList();
  }
}
