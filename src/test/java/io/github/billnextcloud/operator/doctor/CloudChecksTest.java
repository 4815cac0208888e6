package io.github.billnextcloud.operator.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.PanelCheckup.ServedTariff;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.Tariff;
import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The way to a cloud, broken at each hop in turn. */
class CloudChecksTest {

  private CloudStandIn cloud;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private String password = CloudStandIn.ADMIN_PASSWORD;
  private Map<String, List<String>> terms = Map.of();
  private Duration ourError = Duration.ZERO;

  private void start(Flavour flavour) {
    cloud = CloudStandIn.start(flavour);
    settings.put("base_url", cloud.url().toString());
    settings.put("nc_username", CloudStandIn.ADMIN);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Report examine() {
    InstantSource clock = () -> Instant.now().plus(ourError);
    Visit visit =
        new Visit(
            () -> List.of(new ServedTariff("cloud_s", "nextcloud", new Tariff(1, terms))), clock);
    visit.begin(new ProcessingModule(1, settings, Map.of("nc_password", new Secret(password))));
    Examination examination = new Examination(Duration.ofSeconds(10), Progress.none());
    examination.go(1, Doctor.wayToCloud(visit));
    return new Report(Path.of("/panel"), List.of(), Spoken.complete(examination.results()));
  }

  @ParameterizedTest
  @EnumSource(Flavour.class)
  void cloudWhenAllIsWellIsFineAndUnchangedAndChecksOnePassword(Flavour flavour) {
    start(flavour);
    cloud.addGroup("clients");
    terms = Map.of("usergroup", List.of("clients"));

    Report report = examine();

    assertThat(report.results()).extracting(Result::state).containsOnly(State.FINE);
    assertThat(cloud.requests())
        .filteredOn(it -> !it.authorization().isEmpty() && !it.sentSessionCookie())
        .hasSize(1);
    assertThat(cloud.writes()).extracting(Request::line).containsExactly("PUT users/admin/enable");
    assertThat(cloud.accounts()).hasSize(1);
  }

  /** One thing that is wrong, and the line that must say so. */
  record Break(
      String what,
      Flavour flavour,
      Consumer<CloudChecksTest> deed,
      String id,
      State state,
      String found,
      String remedy) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Break on34(
      String what,
      Consumer<CloudChecksTest> deed,
      String id,
      State state,
      String found,
      String remedy) {
    return new Break(what, Flavour.NEXTCLOUD_34, deed, id, state, found, remedy);
  }

  static List<Break> breaks() {
    return List.of(
        on34(
            "no address at all",
            it -> it.settings.put("base_url", "cloud"),
            "address",
            State.FAILED,
            "'cloud'",
            "Processing modules"),
        on34(
            "credentials in the address",
            it -> it.settings.put("base_url", "https://a:b@c.org"),
            "address",
            State.FAILED,
            "//***@c.org",
            "Processing modules"),
        on34(
            "an unknown name",
            it -> it.settings.put("base_url", "http://cloud.invalid"),
            "name",
            State.FAILED,
            "cloud.invalid",
            "/etc/resolv.conf"),
        on34(
            "nobody listens",
            it -> it.settings.put("base_url", "http://127.0.0.1:1"),
            "connection",
            State.FAILED,
            "127.0.0.1",
            "firewalls"),
        on34(
            "another folder",
            it -> it.answer("/status.php", 404, "text/html", "<html></html>"),
            "status",
            State.FAILED,
            "404",
            "/status.php"),
        on34(
            "a redirect",
            it -> it.redirect("/status.php"),
            "status",
            State.FAILED,
            "https://elsewhere.example.org",
            "/status.php"),
        on34(
            "a page instead",
            it -> it.answer("/status.php", 200, "text/html", "<html></html>"),
            "status",
            State.FAILED,
            "no Nextcloud",
            "/status.php"),
        on34(
            "not installed",
            it -> it.status("\"installed\":false"),
            "status",
            State.FAILED,
            "not installed",
            "maintenance:install"),
        on34(
            "maintenance",
            it -> it.cloud.maintenance(true),
            "status",
            State.FAILED,
            "maintenance",
            "maintenance:mode --off"),
        on34(
            "upgrade due",
            it -> it.status("\"installed\":true,\"needsDbUpgrade\":true"),
            "status",
            State.FAILED,
            "upgrade",
            "occ upgrade"),
        on34(
            "an old version",
            it -> it.status("\"installed\":true,\"versionstring\":\"19.0.1\""),
            "version",
            State.WARNING,
            "Nextcloud 19.0.1",
            "Upgrade"),
        on34(
            "another product",
            it ->
                it.status(
                    "\"installed\":true,\"product\":\"Infinite"
                        + " Scale\",\"versionstring\":\"10.11.0\""),
            "version",
            State.FAILED,
            "Infinite Scale",
            "ownCloud 10"),
        on34(
            "our clock is ahead",
            it -> it.ourError = Duration.ofMinutes(5),
            "clock",
            State.WARNING,
            "behind",
            "NTP"),
        on34(
            "our clock is behind",
            it -> it.ourError = Duration.ofMinutes(-5),
            "clock",
            State.WARNING,
            "ahead",
            "NTP"),
        on34(
            "slowed down",
            CloudChecksTest::slowDown,
            "guard",
            State.WARNING,
            "12800",
            "bruteforce:reset"),
        on34(
            "a wrong password",
            it -> it.password = "wrong",
            "sign_in",
            State.FAILED,
            "password are wrong",
            "nc_password"),
        new Break(
            "a wrong password",
            Flavour.OWNCLOUD_10,
            it -> it.password = "wrong",
            "sign_in",
            State.FAILED,
            "password are wrong",
            "nc_password"),
        new Break(
            "a wrong password",
            Flavour.NEXTCLOUD_28,
            it -> it.password = "wrong",
            "sign_in",
            State.FAILED,
            "password are wrong",
            "nc_password"),
        on34(
            "two factors",
            it ->
                it.fault(
                    "/ocs/v1.php/cloud/user",
                    Fault.status(401, Map.of(), "application/json", NOT_LOGGED_IN)),
            "sign_in",
            State.FAILED,
            "password alone",
            "without two-factor"),
        on34(
            "blocked",
            CloudChecksTest::block,
            "sign_in",
            State.FAILED,
            "Reached maximum delay",
            "bruteforce:reset"),
        on34(
            "no administrator",
            CloudChecksTest::beClerk,
            "admin",
            State.FAILED,
            "administer",
            "group admin"),
        new Break(
            "no administrator",
            Flavour.OWNCLOUD_10,
            CloudChecksTest::beClerk,
            "admin",
            State.FAILED,
            "administer",
            "group admin"),
        on34(
            "an app password",
            CloudChecksTest::useAppPassword,
            "write",
            State.FAILED,
            "app password",
            "allowed_no_password_confirmation_ranges"),
        on34(
            "a missing group",
            it -> it.terms = Map.of("more_groups", List.of("a, b")),
            "groups",
            State.FAILED,
            "'a' (cloud_s), 'b' (cloud_s)",
            "occ group:add"),
        on34(
            "a missing suspend group",
            it ->
                it.terms =
                    Map.of("suspend_style", List.of("group"), "suspend_group", List.of("late")),
            "groups",
            State.FAILED,
            "'late'",
            "make_groups"),
        on34(
            "the administrators' group",
            it ->
                it.terms =
                    Map.of("suspend_style", List.of("group"), "suspend_group", List.of("admin")),
            "groups",
            State.FAILED,
            "administrators",
            "tariff"),
        on34(
            "an unusable tariff",
            it -> it.terms = Map.of("suspend_style", List.of("group")),
            "groups",
            State.FAILED,
            "suspend_group",
            "tariff"),
        on34(
            "a full disk",
            it -> {
              it.cloud.freeSpace(3L << 30);
              it.settings.put("min_free_gb", "10");
            },
            "space",
            State.WARNING,
            "3 GB",
            "more disk"));
  }

  private static final String NOT_LOGGED_IN =
      "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":997,"
          + "\"message\":\"Current user is not logged in\"},\"data\":[]}}";

  private static final String SLOWED =
      "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":100,\"message\":\"OK\"},\"data\":"
          + "{\"version\":{\"major\":34},\"capabilities\":{\"bruteforce\":"
          + "{\"delay\":12800,\"allow-listed\":false}}}}}";

  private void answer(String path, int code, String type, String body) {
    fault(path, Fault.status(code, Map.of(), type, body));
  }

  private void redirect(String path) {
    fault(
        path,
        Fault.status(
            301, Map.of("Location", "https://elsewhere.example.org/status.php"), "text/html", ""));
  }

  private void status(String fields) {
    answer("/status.php", 200, "application/json", "{" + fields + "}");
  }

  private void fault(String path, Fault fault) {
    Predicate<Request> there = request -> request.path().equals(path);
    cloud.fault(there, fault);
  }

  private void slowDown() {
    answer("/ocs/v1.php/cloud/capabilities", 200, "application/json", SLOWED);
  }

  private void block() {
    String right = password;
    for (int time = 0; time < 11; time++) {
      password = "wrong";
      examine();
    }
    password = right;
  }

  private void beClerk() {
    cloud.addAccount("clerk").setPassword("a clerk's own");
    settings.put("nc_username", "clerk");
    password = "a clerk's own";
  }

  private void useAppPassword() {
    cloud.appPassword("aaaaa-bbbbb");
    password = "aaaaa-bbbbb";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void lineWhenItsThingIsBrokenSaysWhatToDo(Break broken) {
    start(broken.flavour());
    broken.deed().accept(this);

    Report report = examine();

    assertThat(report.results().stream().filter(it -> it.state() == broken.state()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.check().id()).isEqualTo(broken.id());
              assertThat(it.finding().found().english()).contains(broken.found());
              assertThat(it.finding().remedy().english()).contains(broken.remedy());
            });
    assertThat(report.exitCode()).isEqualTo(broken.state() == State.FAILED ? 1 : 2);
    assertThat(report.json(Language.RUSSIAN)).doesNotContain(password);
  }

  @Test
  void passwordWhenWrongIsTriedOnce() {
    start(Flavour.NEXTCLOUD_34);
    password = "wrong";
    examine();
    assertThat(cloud.requests())
        .filteredOn(it -> !it.authorization().isEmpty())
        .extracting(Request::line)
        .containsExactly("GET user");
  }

  @Test
  void groupsWhenTheModuleMakesThemAreFine() {
    start(Flavour.NEXTCLOUD_34);
    settings.put("make_groups", "on");
    terms = Map.of("usergroup", List.of("clients"));
    assertThat(examine().exitCode()).isZero();
    assertThat(cloud.writes()).hasSize(1);
  }

  /** As nginx does it: a page that says so, in plain text. */
  @Test
  void certificateWhenThePortSpeaksNoTlsIsToldSo() throws Exception {
    start(Flavour.NEXTCLOUD_34);
    try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerPlainly(plain));
      server.setDaemon(true);
      server.start();
      settings.put("base_url", "https://127.0.0.1:" + plain.getLocalPort());
      assertThat(examine().results().get(3).finding())
          .satisfies(
              it -> {
                assertThat(it.found().english()).contains("No TLS with 127.0.0.1");
                assertThat(it.remedy().english()).contains("TLS 1.2");
              });
    }
  }

  private static void answerPlainly(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket visitor = plain.accept()) {
        visitor.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        visitor.shutdownOutput();
        visitor.getInputStream().readAllBytes();
      } catch (IOException nextOne) {
        // It only looked whether somebody listens.
      }
    }
  }

  @Test
  void addressWhenPlainAndFarAwayIsWarnedOf() {
    start(Flavour.NEXTCLOUD_34);
    settings.put("base_url", "http://192.0.2.1.invalid/nextcloud");
    assertThat(examine().results().get(0).finding())
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(State.WARNING);
              assertThat(it.remedy().english()).contains("https://");
            });
  }
}
