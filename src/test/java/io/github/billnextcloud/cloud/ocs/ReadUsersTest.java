package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.billnextcloud.cloud.CloudException.Kind;
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
  void readUsersWhenThereAreManyReadsPageAfterPage() {
    shows(0, UserList.users(0, 250));
    shows(250, UserList.users(250, 250));
    shows(500, UserList.users(500, 17));

    assertThat(UserList.read(cloud(), "u3", "u516"))
        .extracting(user -> user.usage().bytes().orElseThrow())
        .containsExactlyElementsOf(IntStream.range(0, 517).mapToObj(Long::valueOf).toList());
    assertThat(received()).hasSize(3);
  }

  @Test
  void readUsersWhenAllWantedAreThereAsksNoMore() {
    shows(0, UserList.users(0, 250));

    assertThat(UserList.read(cloud(), "u3", "U249")).hasSize(250);
    assertThat(received()).hasSize(1);
  }

  @Test
  void readUsersWhenNobodyIsWantedAsksNobody() {
    assertThat(UserList.read(cloud())).isEmpty();
    assertThat(received()).isEmpty();
  }

  /** A server may leave users out of a page that it cannot read. */
  @Test
  void readUsersWhenAPageIsShortGoesOnWhileSomebodyIsWaitedFor() {
    shows(0, UserList.users(0, 3));
    shows(250, UserList.users(250, 1));

    assertThat(UserList.read(cloud(), "u250")).hasSize(4);
    assertThat(received()).hasSize(2);
  }

  @Test
  void readUsersWhenSomebodyIsNotThereEndsWithAnEmptyPageAndAsksForThatOne() {
    shows(0, UserList.users(0, 250));
    shows(250, UserList.nobody());

    assertThat(UserList.read(cloud(), "u1", "eve")).hasSize(250);
    assertThat(paths()).containsExactly(UserList.DETAILS, UserList.DETAILS, USERS + "/eve");
  }

  /** Somebody was deleted between two pages, and all behind moved up by one. */
  @Test
  void readUsersWhenSomebodyFellBetweenTwoPagesFindsThatOne() {
    shows(0, UserList.users(0, 250));
    shows(250, UserList.nobody());
    SERVER.stubFor(get(user("")).willReturn(json(Recorded.body("nc34-after-login"))));

    assertThat(UserList.read(cloud(), "ann"))
        .hasSize(251)
        .last()
        .returns(ANN, CloudUser::id)
        .returns(20_174_294L, user -> user.usage().bytes().orElseThrow());
  }

  @Test
  void readUsersWhenThereIsNobodyReadsNobody() {
    shows(0, UserList.nobody());

    assertThat(UserList.read(cloud(), "ann")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201})
  void readUsersWhenManyAreMissingAsksForThemOnlyIfTheyAreNotTooMany(int missing) {
    shows(0, UserList.users(0, 3));
    shows(250, UserList.nobody());
    String[] wanted =
        IntStream.range(0, missing).mapToObj(number -> "gone" + number).toArray(String[]::new);

    UserList.read(cloud(), wanted);

    assertThat(received()).hasSize(2 + (missing > 200 ? 0 : missing));
  }

  /** With 300 users, the server has forgotten the limit, too. */
  @ParameterizedTest
  @ValueSource(ints = {3, 250, 300})
  void readUsersWhenTheServerForgetsTheNumberFailsInsteadOfGoingOnForEver(int users) {
    SERVER.stubFor(
        get(urlPathEqualTo(UserList.DETAILS)).willReturn(json(UserList.users(0, users))));

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> failureOf(() -> UserList.read(cloud(), "eve"))))
        .hasFieldOrPropertyWithValue("kind", Kind.NOT_UNDERSTOOD);
    assertThat(received()).hasSize(2);
  }

  @Test
  void readUsersWhenWhatTheyWereHandedToFailsGoesNoFurther() {
    shows(0, UserList.users(0, 250));
    IllegalStateException full = new IllegalStateException("full");

    Throwable thrown =
        catchThrowable(
            () ->
                cloud()
                    .readUsers(
                        List.of(new UserId("eve")),
                        user -> {
                          throw full;
                        }));

    assertThat(thrown).isSameAs(full);
    assertThat(received()).hasSize(1);
  }

  private static void shows(int offset, String body) {
    SERVER.stubFor(UserList.page(offset).willReturn(json(body)));
  }

  private static List<String> paths() {
    return received().stream().map(it -> it.getUrl().replaceAll("\\?.*", "")).toList();
  }
}
