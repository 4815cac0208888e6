package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ownCloud's users: it has no pages of them, and is asked for each who is wanted. */
class ReadEachUserTest extends OnTheWire {

  private static final UserId BOB = new UserId("bob");

  @BeforeEach
  void hasNoPages() {
    SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(json(Recorded.OC10_MISSING)));
  }

  @Test
  void readUsersWhenThereAreNoPagesAsksForEachWanted() {
    knows("ann", json(Recorded.body("oc10-after-login")));
    knows("bob", json(Recorded.body("oc10-fresh")));

    List<CloudUser> read = read(List.of(ANN, BOB));

    assertThat(read).extracting(CloudUser::id).containsExactlyInAnyOrder(ANN, BOB);
    assertThat(received())
        .extracting(request -> request.getUrl().replaceAll("\\?.*", ""))
        .containsExactlyInAnyOrder(USERS + "/ann", USERS + "/bob");
  }

  @Test
  void readUsersWhenAskedForEachIsAsRecorded() {
    knows("ann", json(Recorded.body("oc10-after-login")));

    assertThat(read(List.of(ANN)).get(0))
        .returns(true, CloudUser::isEnabled)
        .returns(Set.of(), CloudUser::groups)
        .returns(OptionalLong.of(4_688_574), user -> user.usage().bytes())
        .returns(
            Optional.of(Instant.ofEpochSecond(1_795_392_373)), user -> user.usage().lastLogin());
  }

  @Test
  void readUsersWhenAUserWasNeverThereIsUnknown() {
    knows("ann", json(Recorded.body("oc10-fresh")));

    assertThat(read(List.of(ANN)).get(0).usage().bytes()).isEmpty();
  }

  @Test
  void readUsersWhenSomeAreMissingPassesThemOver() {
    knows("bob", json(Recorded.body("oc10-after-login")));

    assertThat(read(List.of(ANN, BOB, new UserId("eve"))))
        .extracting(CloudUser::id)
        .containsExactly(BOB);
  }

  @Test
  void readUsersWhenTheirNamesAreOddAsksForThem() {
    knows("a%20b@x.org", json(Recorded.body("oc10-after-login")));

    assertThat(read(List.of(new UserId("a b@x.org")))).hasSize(1);
  }

  /** Recent Nextcloud finds ann by her e-mail address "bob". */
  @Test
  void readUsersWhenANameLeadsToAnotherPassesItOver() {
    knows("bob", json(Recorded.body("nc34-fresh")));

    assertThat(read(List.of(BOB))).isEmpty();
  }

  /** To ownCloud "details" is a name like any other. */
  @Test
  void readUsersWhenAUserIsCalledDetailsAsksForEachAllTheSame() {
    knows("details", json(Recorded.body("oc10-after-login")));
    knows("u25", json(Recorded.body("oc10-fresh")));

    assertThat(read(users(26))).extracting(user -> user.id().value()).containsExactly("u25");
  }

  @Test
  void readUsersWhenTheyAreThousandsReadsAll() {
    SERVER.stubFor(
        get(urlPathEqualTo(USERS + "/u1099")).willReturn(json(Recorded.body("oc10-fresh"))));

    assertThat(read(users(1_100))).extracting(user -> user.id().value()).containsExactly("u1099");
    assertThat(received()).hasSize(1_101);
  }

  @ParameterizedTest
  @CsvSource({
    "997, Unauthorised, UNAUTHORIZED",
    "998, '', FORBIDDEN",
    "503, Service unavailable, BUSY",
    "429, Reached maximum delay, THROTTLED"
  })
  void readUsersWhenNobodyCanBeAskedForEndsForAll(int code, String message, CloudErrorKind kind) {
    knows("bob", json(Recorded.ownCloudFailure(code, message)));

    assertThat(kindOf(() -> read(List.of(ANN, BOB)))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"996, Internal server error", "101, ''"})
  void readUsersWhenOneCannotBeShownIsUnknownAndTheOthersAreRead(int code, String message) {
    knows("ann", json(Recorded.body("oc10-after-login")));
    knows("bob", json(Recorded.ownCloudFailure(code, message)));

    assertThat(read(List.of(ANN, BOB)))
        .extracting(CloudUser::id, user -> user.usage().bytes())
        .containsExactlyInAnyOrder(
            tuple(ANN, OptionalLong.of(4_688_574)), tuple(BOB, OptionalLong.empty()));
  }

  /** It is asked for first, before anything has shown that there is a cloud behind. */
  @Test
  void readUsersWhenAFrontServerAnswersForOneReadsTheOthers() {
    knows("ann", frontPage());
    knows("bob", json(Recorded.body("oc10-after-login")).withFixedDelay(300));

    assertThat(read(List.of(ANN, BOB)))
        .extracting(CloudUser::id, CloudUser::isShown)
        .containsExactlyInAnyOrder(tuple(ANN, false), tuple(BOB, true));
  }

  @Test
  void readUsersWhenAFrontServerAnswersForAllFails() {
    SERVER.stubFor(any(anyUrl()).atPriority(1).willReturn(frontPage()));

    assertThat(kindOf(() -> read(List.of(ANN, BOB)))).isEqualTo(CloudErrorKind.WRONG_ADDRESS);
  }

  private static ResponseDefinitionBuilder frontPage() {
    return aResponse()
        .withStatus(404)
        .withHeader("Content-Type", "text/html")
        .withBody("<html><head><title>404 Not Found</title></head></html>");
  }

  @Test
  void readUsersWhenFourCannotBeShownGoesOn() {
    fail(4);
    SERVER.stubFor(get(route("/user")).willReturn(json(Recorded.body("oc10-self"))));

    assertThat(read(users(4))).hasSize(4).noneMatch(CloudUser::isShown);
  }

  @Test
  void readUsersWhenManyInARowCannotBeShownAndTheServerAnswersGoesOn() {
    fail(20);
    knows("bob", json(Recorded.body("oc10-fresh")));
    SERVER.stubFor(get(route("/user")).willReturn(json(Recorded.body("oc10-self"))));
    List<UserId> wanted = new ArrayList<>(users(20));
    wanted.add(BOB);

    assertThat(read(wanted))
        .hasSize(21)
        .filteredOn(CloudUser::isShown)
        .extracting(CloudUser::id)
        .containsExactly(BOB);
  }

  @Test
  void readUsersWhenFiveInARowCannotBeShownEndsForAll() {
    fail(5);

    assertThat(kindOf(() -> read(users(5)))).isEqualTo(CloudErrorKind.UNREACHABLE);
  }

  /** Nextcloud counts each, and lets nobody in from there after ten. */
  @Test
  void readUsersWhenThePasswordIsWrongTriesItOnce() {
    SERVER.stubFor(
        any(anyUrl()).willReturn(json(401, Recorded.ownCloudFailure(997, "Unauthorised"))));
    List<UserId> wanted =
        IntStream.range(0, 10).mapToObj(number -> new UserId("user_" + number)).toList();

    assertThat(kindOf(() -> cloudOfARound().readUsers(wanted, user -> {})))
        .isEqualTo(CloudErrorKind.UNAUTHORIZED);
    assertThat(received()).hasSize(1);
  }

  @Test
  void readUsersWhenItEndsForAllAsksForNoFurtherHundreds() {
    fail(1_100);

    assertThat(kindOf(() -> read(users(1_100)))).isEqualTo(CloudErrorKind.UNREACHABLE);
    assertThat(received()).hasSizeLessThanOrEqualTo(1 + 250 + 10);
  }

  private static List<UserId> users(int count) {
    return IntStream.range(0, count).mapToObj(number -> new UserId("u" + number)).toList();
  }

  private static void fail(int count) {
    String failure = Recorded.ownCloudFailure(996, "Internal server error");
    users(count).forEach(id -> knows(id.value(), json(failure)));
  }

  private static void knows(String user, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(urlPathEqualTo(USERS + "/" + user)).willReturn(answer));
  }

  private static List<CloudUser> read(List<UserId> wanted) {
    List<CloudUser> read = new ArrayList<>();
    cloud().readUsers(wanted, read::add);
    return read;
  }
}
