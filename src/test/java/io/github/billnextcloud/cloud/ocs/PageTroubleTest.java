package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of users that do not come, or not at once. */
class PageTroubleTest extends OnTheWire {

  private static final String SERVER_ERROR = Recorded.nextcloudFailure(996, "Internal error");

  @BeforeEach
  void showsTheFirstPage() {
    answers(0, json(UserList.users(0, 250)));
  }

  @ParameterizedTest
  @CsvSource({"429, THROTTLED", "401, UNAUTHORIZED", "997, UNAUTHORIZED", "403, FORBIDDEN"})
  void readAllUsersWhenNobodyIsShownAnyMoreFails(int code, CloudErrorKind kind) {
    answers(250, json(Recorded.nextcloudFailure(code, "no")));

    assertThat(kindOf(() -> UserList.all(cloud()))).isEqualTo(kind);
    assertThat(received()).hasSize(2);
  }

  @Test
  void readAllUsersWhenAPageComesAtTheSecondTimeGoesOn() {
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
    answers(500, json(UserList.nobody()));

    assertThat(UserList.all(patientCloud())).hasSize(251);
  }

  @Test
  void readAllUsersWhenAPageIsTooMuchForTheServerAsksForHalfAndMissesNobody() {
    answers(250, json(SERVER_ERROR));
    SERVER.stubFor(UserList.page(250, 125).willReturn(json(UserList.users(250, 125))));
    SERVER.stubFor(UserList.page(375, 125).willReturn(json(UserList.users(375, 2))));
    SERVER.stubFor(UserList.page(500, 125).willReturn(json(UserList.nobody())));

    assertThat(UserList.all(cloud())).hasSize(377).doesNotHaveDuplicates();
    assertThat(limits()).containsExactly(250, 250, 125, 125, 125);
  }

  static Stream<ResponseDefinitionBuilder> pagesThatDoNotCome() {
    return Stream.of(
        json(SERVER_ERROR),
        json(Recorded.nextcloudFailure(105, "no")),
        html(403, "<html></html>"),
        html(404, "<html></html>"),
        html(500, ""),
        html(200, "<html></html>"),
        json("{\"ocs\":"));
  }

  /** One user's storage throws, and with it every page that has this user. */
  @ParameterizedTest
  @MethodSource("pagesThatDoNotCome")
  void readAllUsersWhenOneCannotBeShownShowsTheOthersAndNamesThatOne(
      ResponseDefinitionBuilder failure) {
    for (int size : new int[] {250, 125, 62, 31, 25}) {
      SERVER.stubFor(UserList.page(250, size).willReturn(failure));
    }
    names(250, 25);
    SERVER.stubFor(get(urlPathEqualTo(USERS + "/u260")).atPriority(1).willReturn(failure));
    SERVER.stubFor(UserList.page(275, 50).willReturn(json(UserList.users(275, 50))));
    SERVER.stubFor(UserList.page(325, 100).willReturn(json(UserList.nobody())));

    List<CloudUser> read = UserList.all(cloud());

    assertThat(read).hasSize(325);
    assertThat(read)
        .filteredOn(user -> !user.isShown())
        .extracting(CloudUser::id)
        .containsExactly(new UserId("u260"));
  }

  /** A page that came one by one, and whose users were all deleted meanwhile, is not the last. */
  @Test
  void readAllUsersWhenNobodyOfAPageIsLeftGoesOn() {
    for (int size : new int[] {250, 125, 62, 31, 25}) {
      SERVER.stubFor(UserList.page(250, size).willReturn(json(SERVER_ERROR)));
    }
    names(250, 25);
    for (String gone : UserList.names(250, 25)) {
      SERVER.stubFor(
          get(urlPathEqualTo(USERS + "/" + gone))
              .atPriority(1)
              .willReturn(json(Recorded.nextcloudFailure(404, "User does not exist"))));
    }
    SERVER.stubFor(UserList.page(275, 50).willReturn(json(UserList.users(275, 50))));
    SERVER.stubFor(UserList.page(325, 100).willReturn(json(UserList.nobody())));

    assertThat(UserList.all(cloud())).hasSize(300);
  }

  /** The list of names as {@code users} has it, and each of them alone. */
  private static void names(int first, int count) {
    String ids =
        Stream.of(UserList.names(first, count)).collect(Collectors.joining("\",\"", "\"", "\""));
    SERVER.stubFor(
        get(urlPathEqualTo(USERS))
            .withQueryParam("offset", equalTo(Integer.toString(first)))
            .withQueryParam("limit", equalTo(Integer.toString(count)))
            .willReturn(json(Recorded.NC_OK.replace("[]", "{\"users\":[" + ids + "]}"))));
    for (String id : UserList.names(first, count)) {
      String member =
          "{\"id\":\"" + id + "\",\"enabled\":true,\"groups\":[],\"displayname\":\"x\"}";
      SERVER.stubFor(
          get(urlPathEqualTo(USERS + "/" + id))
              .willReturn(json(Recorded.NC_OK.replace("[]", member))));
    }
  }

  @Test
  void readAllUsersWhenEvenASmallPageAndItsNamesAreTooMuchGivesUp() {
    SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(json(SERVER_ERROR)));

    assertThat(kindOf(() -> UserList.all(cloud()))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(limits()).containsExactly(250, 125, 62, 31, 25, 25);
  }

  @Test
  void readUsersWhenNoPageComesAsksForEachWanted() {
    SERVER.stubFor(get(urlPathEqualTo(UserList.DETAILS)).atPriority(1).willReturn(html(404, "")));
    names(1, 30);

    assertThat(UserList.read(cloud(), UserList.names(1, 30))).hasSize(30);
  }

  @Test
  void readAllUsersWhenHiddenIsForbidden() {
    answers(0, json(Recorded.nextcloudFailure(998, "")));

    assertThat(kindOf(() -> UserList.all(cloud()))).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @Test
  void readAllUsersWhenThereIsNoSuchApiBlamesTheAddress() {
    answers(0, json(Recorded.nextcloudFailure(998, "Invalid query, please check the syntax.")));

    assertThat(kindOf(() -> UserList.all(cloud()))).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
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
