package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The app "Team folders" as its answers were recorded: of 28, 31 and 34, and what is none of it.
 */
class TeamFolderAnswersTest extends OnTheWire {

  private static final String GROUP = "team-7-k3v9x2";

  private static final String MISSING_34 = "{\"message\":\"Groupfolder not found\"}";
  private static final String MISSING_31 = "{\"message\":\"\"}";
  private static final String MISSING_28 = Recorded.nextcloudFailure(404, "");

  private static final String ROWS_34 =
      "{\"1\":{\"id\":1,\"mount_point\":\"Acme \\u041f\",\"quota\":10737418240,\"acl\":false,"
          + "\"acl_default_no_permission\":false,\"size\":4500000,"
          + "\"groups\":{\"team-7-k3v9x2\":1},\"group_details\":{\"team-7-k3v9x2\":"
          + "{\"displayName\":\"team-7-k3v9x2\",\"permissions\":1,\"type\":\"group\"}},"
          + "\"manage\":[],\"sortIndex\":0}}";
  private static final String ROWS_28 =
      "{\"1\":{\"id\":1,\"mount_point\":\"Acme \\u041f\",\"groups\":{\"team-7-k3v9x2\":1},"
          + "\"quota\":10737418240,\"size\":4500000,\"acl\":false,\"manage\":[],"
          + "\"group_details\":{\"team-7-k3v9x2\":{\"displayName\":\"team-7-k3v9x2\","
          + "\"permissions\":1,\"type\":\"group\"}}}}";

  /** Where the app is, and where not; what real servers answer to a look at the folder 0. */
  static List<Object[]> probes() {
    return List.of(
        new Object[] {"34", json(404, MISSING_34), true},
        new Object[] {"31", json(404, MISSING_31), true},
        new Object[] {"28", json(MISSING_28), true},
        new Object[] {"any Nextcloud without it", html(404, ""), false},
        new Object[] {"ownCloud 10", moved("http://127.0.0.1/login"), false},
        new Object[] {"ownCloud 10 in a session", moved("http://127.0.0.1/apps/files/"), false},
        new Object[] {"another's gateway", json(404, "{\"message\":\"no Route matched\"}"), false});
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("probes")
  void teamSpacesWhenAskedAreWhereTheAppAnswers(
      String who, ResponseDefinitionBuilder answer, boolean there) {
    SERVER.stubFor(get(page("/0")).willReturn(answer));

    assertThat(cloud().teamSpaces().orElseThrow().offers(SpaceKind.SPACE)).isEqualTo(there);

    LoggedRequest request = received().get(0);
    assertThat(received()).hasSize(1);
    assertThat(request.header("OCS-APIRequest").firstValue()).isEqualTo("true");
    assertThat(request.header("Accept").firstValue()).isEqualTo("application/json");
  }

  /** What tells nothing of the app. */
  static List<Object[]> riddles() {
    return List.of(
        new Object[] {json(401, "{\"message\":\"\"}"), CloudErrorKind.UNAUTHORIZED},
        new Object[] {
          json(401, Recorded.nextcloudFailure(997, "Current user is not logged in")),
          CloudErrorKind.UNAUTHORIZED
        },
        new Object[] {json(412, "{\"message\":\"CSRF check failed\"}"), CloudErrorKind.REFUSED},
        new Object[] {json(403, "{\"message\":\"no\"}"), CloudErrorKind.FORBIDDEN},
        new Object[] {html(502, Recorded.NGINX_404), CloudErrorKind.UNREACHABLE},
        new Object[] {html(503, ""), CloudErrorKind.BUSY},
        new Object[] {html(200, "<title>Login</title>"), CloudErrorKind.NOT_UNDERSTOOD},
        new Object[] {json(200, "{\"message\":\"hello\"}"), CloudErrorKind.NOT_UNDERSTOOD},
        new Object[] {json(200, "{\"ocs\":{"), CloudErrorKind.UNREACHABLE},
        new Object[] {moved("https://sso.example.org/auth"), CloudErrorKind.WRONG_ADDRESS},
        new Object[] {hangUp(), CloudErrorKind.UNREACHABLE});
  }

  @ParameterizedTest
  @MethodSource("riddles")
  void teamSpacesWhenTheAnswerTellsNothingFail(
      ResponseDefinitionBuilder answer, CloudErrorKind kind) {
    SERVER.stubFor(get(page("/0")).willReturn(answer));

    assertThat(kindOf(() -> cloud().teamSpaces())).isEqualTo(kind);
  }

  static List<String> rows() {
    return List.of(ROWS_28, ROWS_34);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readAllWhenShownAsAnObjectReadsEachRow(String rows) {
    SERVER.stubFor(get(page("")).willReturn(json(ok(rows))));

    assertThat(all())
        .containsExactly(
            new TeamSpace(
                "1",
                GROUP,
                Quota.ofBytes(10L << 30),
                OptionalLong.of(4_500_000),
                SpaceAccess.READ_ONLY));
    assertThat(received()).extracting(it -> it.getUrl()).contains(url(""));
  }

  /** Bits that no page of the app sets, a quota by the server's settings, a size not yet known. */
  static List<Object[]> oddRows() {
    return List.of(
        new Object[] {"\"quota\":-4,\"size\":0,\"groups\":[]", Quota.UNSET, 0L, SpaceAccess.HIDDEN},
        new Object[] {
          "\"quota\":-3,\"size\":-1,\"groups\":{\"a\":17}",
          Quota.UNLIMITED,
          null,
          SpaceAccess.READ_ONLY
        },
        new Object[] {
          "\"quota\":\"5\",\"size\":\"7\",\"groups\":{\"a\":\"15\"}",
          Quota.ofBytes(5),
          7L,
          SpaceAccess.OPEN
        },
        new Object[] {
          "\"quota\":0,\"size\":null,\"groups\":{\"a\":30}",
          Quota.ofBytes(0),
          null,
          SpaceAccess.HIDDEN
        });
  }

  @ParameterizedTest
  @MethodSource("oddRows")
  void readAllWhenARowIsOddShowsItAsItIs(
      String fields, Quota quota, Long used, SpaceAccess access) {
    String row = "[{\"id\":\"12\",\"mount_point\":\"/\"," + fields + "}]";
    SERVER.stubFor(get(page("")).willReturn(json(ok(row))));

    TeamSpace space = all().get(0);

    assertThat(space.id()).isEqualTo("12");
    assertThat(space.quota()).isEqualTo(quota);
    assertThat(space.used()).isEqualTo(used == null ? OptionalLong.empty() : OptionalLong.of(used));
    assertThat(space.access()).isEqualTo(access);
  }

  static List<String> noLists() {
    return List.of(
        "null",
        "\"\"",
        "false",
        "17",
        "[null]",
        "[[]]",
        "{\"message\":\"\"}",
        "{\"1\":{\"mount_point\":\"x\"}}",
        "{\"1\":{\"id\":\"x\",\"mount_point\":\"x\"}}",
        "{\"1\":{\"id\":-1,\"mount_point\":\"x\"}}",
        "{\"1\":{\"id\":1}}");
  }

  /** Who took such for an empty list would make a second folder. */
  @ParameterizedTest
  @MethodSource("noLists")
  void findWhenTheListIsNoneIsNeverEmpty(String data) {
    SERVER.stubFor(get(page("")).willReturn(json(ok(data))));
    SERVER.stubFor(
        get(route("/user")).willReturn(json(ok("{\"id\":\"a\",\"groups\":[\"admin\"]}"))));

    assertThat(kindOf(() -> teams().find(team(Optional.empty()))))
        .isEqualTo(CloudErrorKind.NOT_UNDERSTOOD);
  }

  static List<ResponseDefinitionBuilder> absences() {
    return List.of(json(404, MISSING_34), json(404, MISSING_31), json(MISSING_28));
  }

  @ParameterizedTest
  @MethodSource("absences")
  void findWhenTheAppKnowsNoSuchFolderLooksThroughAllAndIsEmpty(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(page("/5")).willReturn(answer));
    SERVER.stubFor(get(page("")).willReturn(json(ok("[]"))));
    SERVER.stubFor(
        get(route("/user")).willReturn(json(ok("{\"id\":\"a\",\"groups\":[\"admin\"]}"))));

    assertThat(teams().find(team(Optional.of("5")))).isEmpty();
    assertThat(received()).hasSize(4);
  }

  static List<ResponseDefinitionBuilder> noAbsences() {
    return List.of(
        html(404, ""),
        html(404, Recorded.NGINX_404),
        json(404, "{\"message\":\"no Route matched with those values\"}"),
        moved("http://127.0.0.1/login"),
        json(ok("[]")),
        json(ok("null")));
  }

  @ParameterizedTest
  @MethodSource("noAbsences")
  void findWhenSomebodyElseSaysSoIsNeverEmpty(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(page("/5")).willReturn(answer));
    SERVER.stubFor(get(page("")).willReturn(json(ok("[]"))));

    assertThat(failureOf(() -> teams().find(team(Optional.of("5"))))).isNotNull();
  }

  @Test
  void makeWhenTheDatabaseSpeaksRepeatsNothingOfIt() {
    String words =
        "{\"message\":\"An exception occurred while executing a query: SQLSTATE[23000]: 1062"
            + " Duplicate entry '5--team' for key 'groups_folder_group'\"}";
    TeamSpaces teams = teams();
    SERVER.stubFor(any(anyUrl()).willReturn(json(500, words)));

    CloudException failure = failureOf(() -> teams.make(team(Optional.empty()), Quota.ofBytes(1)));

    assertThat(failure.kind()).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(failure).hasMessageContaining("an error in the server's database");
    assertThat(failure).hasMessageNotContaining("SQLSTATE");
  }

  private static ResponseDefinitionBuilder moved(String to) {
    return aResponse()
        .withStatus(302)
        .withHeader("Location", to)
        .withHeader("Content-Type", "text/html");
  }

  private static TeamKey team(Optional<String> id) {
    return new TeamKey(GROUP, id, "Acme");
  }

  private static TeamSpaces teams() {
    SERVER.stubFor(get(page("/0")).willReturn(json(404, MISSING_34)));
    return cloud().teamSpaces().orElseThrow();
  }

  private static List<TeamSpace> all() {
    List<TeamSpace> all = new ArrayList<>();
    SERVER.stubFor(
        get(urlEqualTo("/ocs/v1.php/cloud/users?search=share-" + FORMAT.replace('?', '&')))
            .willReturn(json(ok("{\"users\":[]}"))));
    teams().readAll(mark -> false, all::add);
    return all;
  }

  private static String ok(String data) {
    return Recorded.NC_OK.replaceFirst(
        "\"data\":\\[\\]", "\"data\":" + Matcher.quoteReplacement(data));
  }

  private static UrlPattern page(String below) {
    return urlEqualTo(url(below));
  }

  private static String url(String below) {
    return "/index.php/apps/groupfolders/folders" + below + FORMAT;
  }
}
