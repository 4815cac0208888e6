package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nextcloud's users, page after page. */
class ReadUsersTest extends OnTheWire {

  @BeforeEach
  void knowsNobodyElse() {
    SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(json(Recorded.NC_MISSING)));
  }

  @Test
  void readAllUsersWhenThereAreManyReadsPageAfterPage() {
    shows(0, UserList.users(0, 250));
    shows(250, UserList.users(250, 250));
    shows(500, UserList.users(500, 17));
    shows(750, UserList.nobody());

    assertThat(UserList.all(cloud()))
        .extracting(user -> user.usage().bytes().orElseThrow())
        .containsExactlyElementsOf(IntStream.range(0, 517).mapToObj(Long::valueOf).toList());
    assertThat(received()).hasSize(4);
  }

  @Test
  void readUsersWhenAllWantedAreThereAsksNoMore() {
    shows(0, UserList.users(0, 250));
    String[] wanted = UserList.names(0, 250);
    wanted[249] = "U249";

    assertThat(UserList.read(cloud(), wanted)).hasSize(250);
    assertThat(received()).hasSize(1);
  }

  @Test
  void readUsersWhenNobodyIsWantedAsksNobody() {
    assertThat(UserList.read(cloud())).isEmpty();
    assertThat(received()).isEmpty();
  }

  @Test
  void readUsersWhenFewAreWantedAsksForThemAlone() {
    SERVER.stubFor(get(user("")).willReturn(json(Recorded.body("nc34-after-login"))));

    assertThat(UserList.read(cloud(), "ann", "eve")).extracting(CloudUser::id).containsExactly(ANN);
    assertThat(paths()).containsExactlyInAnyOrder(USERS + "/ann", USERS + "/eve");
  }

  /** Of twenty thousand users, forty are ours: a page shows that, and is the last. */
  @Test
  void readUsersWhenMostAreStrangersAsksForOursOneByOne() {
    shows(0, UserList.users(0, 250));

    UserList.read(cloud(), UserList.names(19_000, 40));

    assertThat(paths())
        .hasSize(41)
        .startsWith(UserList.DETAILS)
        .containsOnlyOnce(UserList.DETAILS)
        .contains(USERS + "/u19000", USERS + "/u19039");
  }

  /** A server may leave users out of a page that it cannot read. */
  @Test
  void readAllUsersWhenAPageIsShortGoesOn() {
    shows(0, UserList.users(0, 3));
    shows(250, UserList.users(250, 1));
    shows(500, UserList.nobody());

    assertThat(UserList.all(cloud())).hasSize(4);
  }

  /** Their names have one hash: who stands alone on the last page is told all the same. */
  @Test
  void readAllUsersWhenTheLastIsTakenForAnotherReadsBoth() {
    String ivan = "\"ivan\":{\"id\":\"ivan\"},";
    shows(0, UserList.users(0, UserList.PAGE - 1).replace("{\"users\":{", "{\"users\":{" + ivan));
    shows(UserList.PAGE, UserList.users("\"ivc0\":{\"id\":\"ivc0\"}"));

    assertThat(UserList.all(cloudOfARound()))
        .extracting(user -> user.id().value())
        .hasSize(UserList.PAGE + 1)
        .contains("ivan", "ivc0");
  }

  @Test
  void readUsersWhenSomebodyIsNotThereEndsWithAnEmptyPageAndAsksForThatOne() {
    shows(0, UserList.users(0, 249));
    shows(250, UserList.nobody());

    assertThat(UserList.read(cloud(), UserList.names(0, 250))).hasSize(249);
    assertThat(paths()).containsExactly(UserList.DETAILS, UserList.DETAILS, USERS + "/u249");
  }

  /** Somebody was made between two pages, and all behind moved down by one. */
  @Test
  void readAllUsersWhenAPageBeginsWithSomebodySeenBeforeGoesOn() {
    shows(0, UserList.users(0, 250));
    shows(250, UserList.users(249, 250));
    shows(500, UserList.users(498, 1));

    assertThat(UserList.all(cloud())).extracting(CloudUser::id).contains(new UserId("u498"));
  }

  @ParameterizedTest
  @ValueSource(ints = {26, 201, 500})
  void readUsersWhenManyAreMissingAsksForEach(int missing) {
    shows(0, UserList.users(0, 3));
    shows(250, UserList.nobody());

    UserList.read(cloud(), UserList.names(1_000, missing));

    assertThat(received()).hasSize(2 + missing);
  }

  /** With 300 users, the server has forgotten the limit, too. */
  @ParameterizedTest
  @ValueSource(ints = {250, 300})
  void readAllUsersWhenTheServerForgetsTheNumberFailsInsteadOfGoingOnForEver(int users) {
    forgetsTheNumber(users);

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> failureOf(() -> UserList.all(cloud()))))
        .hasFieldOrPropertyWithValue("kind", CloudErrorKind.NOT_UNDERSTOOD);
    assertThat(received()).hasSize(2);
  }

  @Test
  void readUsersWhenTheServerForgetsTheNumberAsksForTheOthers() {
    forgetsTheNumber(250);
    SERVER.stubFor(get(user("")).willReturn(json(Recorded.body("nc34-after-login"))));
    String[] wanted = UserList.names(0, 251);
    wanted[250] = "ann";

    assertThat(UserList.read(cloud(), wanted)).extracting(CloudUser::id).contains(ANN);
  }

  private static void forgetsTheNumber(int users) {
    SERVER.stubFor(
        get(urlPathEqualTo(UserList.DETAILS)).willReturn(json(UserList.users(0, users))));
  }

  @Test
  void readAllUsersWhenWhatTheyWereHandedToFailsGoesNoFurther() {
    shows(0, UserList.users(0, 250));
    IllegalStateException full = new IllegalStateException("full");

    Throwable thrown =
        catchThrowable(
            () ->
                cloud()
                    .readAllUsers(
                        user -> {
                          throw full;
                        }));

    assertThat(thrown).isSameAs(full);
    assertThat(received()).hasSize(1);
  }

  @Test
  void fittingWhenAPageIsSlowOrQuickIsHalfOrDouble() {
    assertThat(UserPager.fitting(250, Duration.ofSeconds(21))).isEqualTo(125);
    assertThat(UserPager.fitting(30, Duration.ofSeconds(59))).isEqualTo(25);
    assertThat(UserPager.fitting(125, Duration.ofSeconds(10))).isEqualTo(125);
    assertThat(UserPager.fitting(125, Duration.ofSeconds(1))).isEqualTo(250);
    assertThat(UserPager.fitting(250, Duration.ofSeconds(1))).isEqualTo(250);
  }

  private static void shows(int offset, String body) {
    SERVER.stubFor(UserList.page(offset).willReturn(json(body)));
  }

  private static List<String> paths() {
    return received().stream().map(it -> it.getUrl().replaceAll("\\?.*", "")).toList();
  }
}
