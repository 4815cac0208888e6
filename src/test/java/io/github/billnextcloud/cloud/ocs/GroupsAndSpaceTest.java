package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cloud tells of itself: its groups, whether it lets us in, its disk. */
class GroupsAndSpaceTest extends OnTheWire {

  private static final String INFO = "/ocs/v1.php/apps/serverinfo/api/v1/info";

  static final List<String> EXISTS =
      List.of(Recorded.nextcloudFailure(102, "group exists"), Recorded.ownCloudFailure(102));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"admin\",\"clients\"]            | admin,clients",
        "{\"1\":\"clients\",\"3\":\"b\"}    | clients,b",
        "[\"Клиенты & Co\",\"a b\"]         | Клиенты & Co,a b",
        "[7]                                | 7"
      })
  void groupsWhenWrittenSoReadsThem(String groups, String expected) {
    SERVER.stubFor(get(route("/groups")).willReturn(json(Recorded.ownCloudGroups(groups))));

    assertThat(cloud().groups()).containsExactlyInAnyOrder(expected.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {Recorded.NC_OK, Recorded.OC10_OK})
  void groupsWhenThereAreNoneIsEmpty(String answer) {
    SERVER.stubFor(get(route("/groups")).willReturn(json(answer)));

    assertThat(cloud().groups()).isEqualTo(Set.of());
  }

  @Test
  void groupsWhenHiddenFails() {
    SERVER.stubFor(get(route("/groups")).willReturn(json(Recorded.nextcloudFailure(403, ""))));

    assertThat(kindOf(() -> cloud().groups())).isEqualTo(CloudErrorKind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {Recorded.NC_OK, Recorded.OC10_OK})
  void makeGroupWhenDoneHasSentTheGroup(String answer) {
    SERVER.stubFor(post(route("/groups")).willReturn(json(answer)));

    cloud().makeGroup("Клиенты & Co");

    assertThat(received().get(0).getBodyAsString())
        .isEqualTo("groupid=%D0%9A%D0%BB%D0%B8%D0%B5%D0%BD%D1%82%D1%8B+%26+Co");
  }

  @ParameterizedTest
  @FieldSource("EXISTS")
  void makeGroupWhenItExistsIsDone(String answer) {
    SERVER.stubFor(post(route("/groups")).willReturn(json(answer)));

    cloud().makeGroup("clients");

    SERVER.verify(1, postRequestedFor(route("/groups")));
  }

  @ParameterizedTest
  @CsvSource({"101, REFUSED", "103, REFUSED", "403, FORBIDDEN", "997, UNAUTHORIZED"})
  void makeGroupWhenRefusedFails(int code, CloudErrorKind kind) {
    SERVER.stubFor(post(route("/groups")).willReturn(json(Recorded.nextcloudFailure(code, "no"))));

    assertThat(kindOf(() -> cloud().makeGroup(""))).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nc34-self", "oc10-self"})
  void knockWhenLetInIsSilent(String recorded) {
    SERVER.stubFor(get(route("/user")).willReturn(json(Recorded.body(recorded))));

    assertThatCode(() -> cloud().knock()).doesNotThrowAnyException();
    assertThat(received()).hasSize(1);
  }

  @Test
  void knockWhenNotLetInFails() {
    String answer = Recorded.nextcloudFailure(997, "Current user is not logged in");
    SERVER.stubFor(get(route("/user")).willReturn(json(401, answer)));

    assertThat(kindOf(() -> cloud().knock())).isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  @Test
  void knockWhenInMaintenanceFails() {
    SERVER.stubFor(
        get(route("/user"))
            .willReturn(
                json(503, Recorded.nextcloudFailure(503, "Service unavailable"))
                    .withHeader("X-Nextcloud-Maintenance-Mode", "1")));

    assertThat(kindOf(() -> cloud().knock())).isEqualTo(CloudErrorKind.BUSY);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "48472944640, 48472944640", "1.0995116277760E+13, 10995116277760"})
  void freeSpaceWhenToldIsThatManyBytes(String written, long bytes) {
    tellsOfItself("{\"nextcloud\":{\"system\":{\"freespace\":" + written + "}}}");

    assertThat(cloud().freeSpace()).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nextcloud\":{\"system\":{\"freespace\":false}}}",
        "{\"nextcloud\":{\"system\":{\"freespace\":null}}}",
        "{\"nextcloud\":{\"system\":{\"freespace\":\"N/A\"}}}",
        "{\"nextcloud\":{\"system\":{\"freespace\":[]}}}",
        "{\"nextcloud\":{\"system\":[]}}",
        "{\"nextcloud\":[]}",
        "[]"
      })
  void freeSpaceWhenItIsNoNumberIsUnknown(String data) {
    tellsOfItself(data);

    assertThat(cloud().freeSpace()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"998", "999", "404"})
  void freeSpaceWhenTheAppIsOffIsUnknown(int code) {
    answers(Recorded.nextcloudFailure(code, "Invalid query, please check the syntax."));

    assertThat(cloud().freeSpace()).isEmpty();
  }

  @Test
  void freeSpaceWhenNotLetInFails() {
    answers(Recorded.nextcloudFailure(997, "Current user is not logged in"));

    assertThat(kindOf(() -> cloud().freeSpace())).isEqualTo(CloudErrorKind.UNAUTHORIZED);
  }

  /** The lists of apps and of updates take the server seconds. */
  @Test
  void freeSpaceWhenAskedForSparesTheServerTheRest() {
    SERVER.stubFor(
        get(urlPathEqualTo(INFO))
            .withQueryParam("skipApps", equalTo("true"))
            .withQueryParam("skipUpdate", equalTo("true"))
            .willReturn(json(Recorded.NC_OK)));

    assertThatCode(() -> cloud().freeSpace()).doesNotThrowAnyException();
  }

  private static void tellsOfItself(String data) {
    answers(Recorded.NC_OK.replace("[]", data));
  }

  private static void answers(String body) {
    SERVER.stubFor(get(urlPathEqualTo(INFO)).willReturn(json(body)));
  }
}
