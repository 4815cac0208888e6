package io.github.billnextcloud.standin.cloud;

import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_28;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_29;
import static io.github.billnextcloud.standin.cloud.Flavour.NEXTCLOUD_34;
import static io.github.billnextcloud.standin.cloud.Flavour.OWNCLOUD_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the stand-in's sessions, their price and each of their ends, against recorded ones. */
class CloudStandInSessionsTest {
  private static final String V1 = "/ocs/v1.php/cloud/";
  private static final String JSON = "?format=json";
  private static final String UNCONFIRMED =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":403,"
          + "\"message\":\"Password confirmation is required\"";

  private CloudStandIn cloud;
  private Visitor admin;
  private Visitor jar;

  private void start(Flavour flavour) {
    close();
    cloud = CloudStandIn.start(flavour);
    cloud.addAccount("usr1");
    admin = Visitor.admin(cloud);
    jar = admin.keepingCookies();
  }

  @AfterEach
  void close() {
    if (cloud != null) {
      cloud.close();
    }
  }

  private static HttpResponse<String> me(Visitor visitor) throws Exception {
    return visitor.get(V1 + "user" + JSON);
  }

  private static HttpResponse<String> disable(Visitor visitor) throws Exception {
    return visitor.call("PUT", V1 + "users/usr1/disable" + JSON);
  }

  private Visitor withoutPassword(Visitor owner) {
    return Visitor.with(cloud, null).sharingCookies(owner);
  }

  /** What is said of the caller: an id or a refusal. */
  private static String said(HttpResponse<String> answer) {
    String body = answer.body();
    String id = body.replaceFirst("(?s).*\"id\":\"([^\"]*)\".*", "$1");
    String message = body.replaceFirst("(?s).*\"message\":\"?([^\"}]*)\"?[,}].*", "$1");
    String xml = body.replaceFirst("(?s).*<message>(.*)</message>.*", "$1");
    return answer.statusCode()
        + " "
        + (!id.equals(body) ? id : !message.equals(body) ? message : xml);
  }

  /** Password checks, pairs of keys and rows so far. */
  private List<Integer> work() {
    return List.of(cloud.passwordChecks(), cloud.keyPairs(), cloud.tokenRows("admin"));
  }

  private void signIn(Flavour flavour) throws Exception {
    start(flavour);
    me(jar);
    me(jar);
    cloud.forgetRequests();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void withoutCookiesEachRequestCostsACheckAndLeavesNothing(Flavour flavour) throws Exception {
    start(flavour);
    for (int i = 0; i < 4; i++) {
      me(admin);
      disable(admin);
    }
    assertThat(work()).containsExactly(8, 0, 0);
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void secondRequestOfAJarIsTheDearest(Flavour flavour) throws Exception {
    start(flavour);

    assertThat(me(jar).headers().allValues("Set-Cookie"))
        .anyMatch(it -> it.startsWith("oc_sessionPassphrase=") && it.endsWith("SameSite=Lax"))
        .anyMatch(it -> it.startsWith("nc_sameSiteCookielax=true; path=/; httponly;"))
        .anyMatch(it -> it.startsWith("cookie_test=test; ") && it.endsWith("Max-Age=3600"))
        .hasSize(5);
    assertThat(work()).containsExactly(1, 0, 0);
    String first = jar.jar().get(flavour.instanceId());

    assertThat(disable(jar).headers().allValues("Set-Cookie"))
        .filteredOn(it -> it.contains("=deleted; "))
        .hasSize(6);
    assertThat(work()).containsExactly(2, 1, 1);
    String second = jar.jar().get(flavour.instanceId());
    assertThat(second).isNotEqualTo(first);

    for (int i = 0; i < 3; i++) {
      assertThat(me(jar).headers().allValues("Set-Cookie"))
          .containsExactly(
              flavour.instanceId() + "=" + second + "; path=/; HttpOnly; SameSite=Lax");
      assertThat(disable(jar).body()).contains(":100,");
    }
    assertThat(work()).containsExactly(2, 1, 1);
    assertThat(me(withoutPassword(jar)).headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void withoutTheTestCookieNoSessionIsEverCheap() throws Exception {
    start(NEXTCLOUD_34);
    for (int i = 0; i < 4; i++) {
      assertThat(disable(jar).body()).contains(":100,");
      jar.jar().remove("cookie_test");
    }
    assertThat(work()).containsExactly(4, 0, 0);
  }

  @Test
  void ownCloudMakesARowAndNoKeys() throws Exception {
    start(OWNCLOUD_10);
    for (int i = 0; i < 4; i++) {
      assertThat(me(jar).headers().allValues("Set-Cookie"))
          .anyMatch(
              it ->
                  it.startsWith("oc_sessionPassphrase=")
                      && it.contains("Max-Age=1200")
                      && it.endsWith("SameSite=Strict"));
    }
    assertThat(work()).containsExactly(2, 0, 1);
    assertThat(disable(withoutPassword(jar)).body()).contains(":100,");
  }

  /** Recorded of reads as well: all routes of users and groups do so. */
  @Test
  void ownCloudsUserRoutesWhenTheyAreTheFirstEndTheSession() throws Exception {
    start(OWNCLOUD_10);
    for (int i = 0; i < 3; i++) {
      assertThat(disable(jar).headers().allValues("Set-Cookie"))
          .anyMatch(it -> it.startsWith("oc_sessionPassphrase=deleted; "));
    }
    jar.get(V1 + "users/usr1" + JSON);
    assertThat(work()).containsExactly(4, 0, 0);
    assertThat(jar.jar()).doesNotContainKey("oc_sessionPassphrase");

    start(OWNCLOUD_10);
    me(jar);
    disable(jar);
    disable(jar);
    assertThat(work()).as("one other request before is enough").containsExactly(2, 0, 1);
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void bothCookiesTogetherAreTheSession(Flavour flavour) throws Exception {
    signIn(flavour);
    Visitor half = Visitor.with(cloud, null).sharingCookies(jar).copyingCookies();
    half.jar().remove("oc_sessionPassphrase");
    assertThat(said(me(half)))
        .isEqualTo(
            "401 " + (flavour.nextcloud() ? "Current user is not logged in" : "Unauthorised"));
    assertThat(me(withoutPassword(jar)).statusCode())
        .as("ownCloud overwrites what it cannot read")
        .isEqualTo(flavour.nextcloud() ? 200 : 401);
  }

  @Test
  void firstStepAloneSignsInOnOwncloudOnly() throws Exception {
    for (Flavour flavour : Flavour.ofOcs()) {
      start(flavour);
      me(jar);
      assertThat(me(withoutPassword(jar)).statusCode()).isEqualTo(flavour.nextcloud() ? 401 : 200);
    }
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void cookiesWinOverTheHeader(Flavour flavour) throws Exception {
    signIn(flavour);
    cloud.account("usr1").orElseThrow().setPassword("Known-to-usr1-only");

    Visitor other = Visitor.of(cloud, "usr1", "Known-to-usr1-only").sharingCookies(jar);
    assertThat(said(me(other))).isEqualTo("200 admin");
    Visitor wrong = Visitor.of(cloud, "admin", "wrong").sharingCookies(jar);
    assertThat(disable(wrong).body()).contains(":100,");
    assertThat(disable(withoutPassword(jar)).body()).contains(":100,");
    Visitor unknown = Visitor.with(cloud, "Bearer nothing").sharingCookies(jar);
    assertThat(said(me(unknown)))
        .isEqualTo(flavour.nextcloud() ? "200 admin" : "401 Invalid token");
    assertThat(work().get(0)).isZero();
  }

  @Test
  void fourAtOnceWhenTheSessionIsNotReadyMakeFourRows() throws Exception {
    start(NEXTCLOUD_34);
    me(jar);
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Visitor one = jar.copyingCookies();
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return me(one).statusCode();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }));
    }
    assertThat(all).allSatisfy(it -> assertThat(it.get()).isEqualTo(200));
    assertThat(work()).containsExactly(5, 4, 4);
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void idleSessionExpiresAndIsMadeAnewByThePassword(Flavour flavour) throws Exception {
    Duration life = flavour.nextcloud() ? Duration.ofHours(24) : Duration.ofMinutes(20);
    signIn(flavour);
    for (int i = 0; i < 3; i++) {
      cloud.later(life.minusSeconds(60));
      assertThat(me(withoutPassword(jar)).statusCode()).as("life slides").isEqualTo(200);
    }
    cloud.later(life.plusSeconds(60));
    assertThat(me(withoutPassword(jar)).statusCode()).isEqualTo(401);

    signIn(flavour);
    cloud.later(life.plusSeconds(60));
    assertThat(me(jar).statusCode()).isEqualTo(200);
    assertThat(work()).containsExactly(1, flavour.nextcloud() ? 1 : 0, 1);
    assertThat(disable(jar).body()).contains(":100,");
  }

  @Test
  void deletedRowEndsNextcloudsSession() throws Exception {
    for (Flavour flavour : new Flavour[] {NEXTCLOUD_28, NEXTCLOUD_34}) {
      signIn(flavour);
      Visitor alone = withoutPassword(jar.copyingCookies());
      cloud.deleteSessionRows();
      assertThat(me(alone).statusCode())
          .as("34 asks its cache for ten seconds")
          .isEqualTo(flavour == NEXTCLOUD_34 ? 200 : 401);
      cloud.later(Duration.ofSeconds(11));
      assertThat(said(me(alone))).isEqualTo("401 Current user is not logged in");
      assertThat(me(jar).statusCode()).isEqualTo(200);
      assertThat(work()).containsExactly(1, 1, 1);
    }
    signIn(OWNCLOUD_10);
    cloud.deleteSessionRows();
    assertThat(me(withoutPassword(jar)).statusCode()).isEqualTo(200);
    assertThat(me(jar).statusCode()).isEqualTo(200);
    assertThat(cloud.tokenRows("admin")).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void lostFileKeepsReadingAndNeverWritesAgain(Flavour flavour) throws Exception {
    signIn(flavour);
    cloud.collectSessionFiles();
    for (int i = 0; i < 3; i++) {
      assertThat(said(me(jar))).isEqualTo("200 admin");
      assertThat(disable(jar).body()).startsWith(UNCONFIRMED);
    }
    assertThat(disable(admin).body()).as("without cookies").contains(":100,");
    cloud.forgetRequests();

    jar.jar().remove(flavour.instanceId());
    assertThat(disable(jar).body()).contains(":100,");
    assertThat(disable(jar).body()).contains(":100,");
    assertThat(work()).as("one new row beside the old").containsExactly(1, 1, 2);
  }

  @Test
  void lostFileEndsOwncloudsSession() throws Exception {
    signIn(OWNCLOUD_10);
    cloud.collectSessionFiles();
    assertThat(said(me(withoutPassword(jar)))).isEqualTo("401 Unauthorised");
    assertThat(me(jar).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void halfAnHourAfterThePasswordNoWriteIsTaken(Flavour flavour) throws Exception {
    signIn(flavour);
    for (int minutes = 10; minutes <= 30; minutes += 10) {
      cloud.later(Duration.ofMinutes(10));
      assertThat(disable(jar).body()).as("after %d minutes", minutes).contains(":100,");
    }
    cloud.later(Duration.ofSeconds(16));
    assertThat(disable(jar).body()).startsWith(UNCONFIRMED);
    String delete = "/ocs/v2.php/cloud/users/usr1" + JSON;
    assertThat(said(jar.call("DELETE", delete))).isEqualTo("403 Password confirmation is required");
    assertThat(me(jar).statusCode()).isEqualTo(200);
    assertThat(cloud.account("usr1")).as("refused before anything was done").isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = "NEXTCLOUD_.*", mode = EnumSource.Mode.MATCH_ANY)
  void changedPasswordIsNoticedWithinFiveMinutes(Flavour flavour) throws Exception {
    signIn(flavour);
    cloud.account("admin").orElseThrow().setPassword("Changed-by-occ-1");
    cloud.later(Duration.ofMinutes(4));
    assertThat(disable(jar).body()).as("the old one still").contains(":100,");
    cloud.later(Duration.ofMinutes(2));
    assertThat(said(me(jar.copyingCookies()))).isEqualTo("401 Unauthorised");
    assertThat(said(me(withoutPassword(jar.copyingCookies()))))
        .isEqualTo("401 Current user is not logged in");
    cloud.forgetRequests();
    Visitor anew = Visitor.of(cloud, "admin", "Changed-by-occ-1").sharingCookies(jar);
    assertThat(me(anew).statusCode()).isEqualTo(200);
    assertThat(work()).as("the old row stays").containsExactly(1, 1, 2);
  }

  @Test
  void aGoodSessionIsCheckedEveryFiveMinutes() throws Exception {
    signIn(NEXTCLOUD_34);
    cloud.later(Duration.ofMinutes(5));
    me(jar);
    me(jar);
    assertThat(work()).containsExactly(1, 0, 1);
  }

  @Test
  void ownCloudNeverNoticesAChangedPasswordInASession() throws Exception {
    signIn(OWNCLOUD_10);
    cloud.account("admin").orElseThrow().setPassword("Changed-by-occ-1");
    cloud.later(Duration.ofMinutes(15));
    assertThat(disable(jar).body()).contains(":100,");
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void disabledAccountIsOutUntilItIsEnabled(Flavour flavour) throws Exception {
    signIn(flavour);
    cloud.account("admin").orElseThrow().setEnabled(false);
    assertThat(said(me(jar)))
        .isEqualTo("401 " + (flavour.nextcloud() ? "Unauthorised" : "User disabled"));
    cloud.account("admin").orElseThrow().setEnabled(true);
    assertThat(me(jar).statusCode()).isEqualTo(200);
    assertThat(work().get(0)).isZero();
  }

  @Test
  void logoutTakesTheRowAway() throws Exception {
    signIn(NEXTCLOUD_34);
    HttpResponse<String> out = jar.get("/index.php/logout");
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().firstValue("Location")).contains(cloud.url() + "/login?clear=1");
    assertThat(cloud.tokenRows("admin")).isZero();
    assertThat(me(withoutPassword(jar)).statusCode()).isEqualTo(401);
    signIn(NEXTCLOUD_28);
    HttpResponse<String> refused = jar.get("/index.php/logout");
    assertThat(refused.body()).isEqualTo("{\"message\":\"CSRF check failed\"}");
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(cloud.tokenRows("admin")).isOne();
    signIn(OWNCLOUD_10);
    assertThat(withoutPassword(jar).get("/index.php/logout").statusCode()).isEqualTo(412);
    assertThat(jar.get("/index.php/logout").statusCode()).isEqualTo(303);
    assertThat(cloud.tokenRows("admin")).isZero();
  }

  @Test
  void routesAreWhatReachedTheServer() throws Exception {
    start(NEXTCLOUD_29);
    me(admin);
    disable(admin);
    admin.call("PUT", "/ocs/v1.php/core/apppassword/confirm", "password", "x");
    admin.get(V1 + "users/details");
    assertThat(cloud.routes())
        .containsExactly(
            "GET user",
            "PUT users/{id}/disable",
            "PUT core/apppassword/confirm",
            "GET users/details");
  }
}
