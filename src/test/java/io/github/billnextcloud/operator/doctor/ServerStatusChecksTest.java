package io.github.billnextcloud.operator.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.text.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way to a cloud, broken at each hop in turn. */
class ServerStatusChecksTest extends WithWayToCloud {

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void cloudWhenAllIsWellIsFineAndUnchanged(Flavour flavour) {
    start(flavour);
    terms = Map.of("usergroup", List.of("own-{account}"));

    DoctorReport report = examine();

    assertThat(report.results()).extracting(CheckResult::state).containsOnly(CheckStatus.FINE);
    assertThat(cloud.writes()).extracting(Request::line).containsExactly("PUT users/admin/enable");
    assertThat(cloud.accounts()).hasSize(1);
  }

  @Test
  void writeWhenAnAddressIsDemandedSaysWhichLetterComes() {
    start(Flavour.NEXTCLOUD_34);
    cloud.demandAddresses(true);
    assertThat(examine().results())
        .filteredOn(it -> it.check().id().equals("write"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.finding().found().in(Language.EN))
                    .contains("must have an e-mail address"));
  }

  @Test
  void writeWhenTheCloudWritesToNobodySaysWhatThatMeans() {
    start(Flavour.NEXTCLOUD_34);
    cloud.writeNobody();
    assertThat(examine().results())
        .filteredOn(it -> it.check().id().equals("write"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.finding().found().in(Language.EN))
                    .contains("newUser.sendEmail is off"));
  }

  static List<CloudBreak> breaks() {
    return CloudBreaks.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void lineWhenItsThingIsBrokenSaysWhatToDo(CloudBreak broken) {
    start(broken.flavour());
    broken.deed().accept(this);

    DoctorReport report = examine();

    broken.finding().isIn(report);
    assertThat(report.json(Language.RU)).doesNotContain(password);
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
    assertThat(examine().results())
        .filteredOn(it -> it.check().id().equals("groups"))
        .extracting(CheckResult::state)
        .containsExactly(CheckStatus.FINE);
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
                assertThat(it.found().in(Language.EN)).contains("No TLS with 127.0.0.1");
                assertThat(it.remedy().in(Language.EN)).contains("TLS 1.2");
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
  void addressWhenAnybodyOfThisHostMayTakeItIsSaidToBe() {
    start(Flavour.NEXTCLOUD_34);

    assertThat(examine().results().get(0).finding().found().in(Language.EN))
        .contains("while the cloud is down, any user of this host may listen there");

    settings.put("base_url", "http://127.0.0.1");
    assertThat(examine().results().get(0).finding().found().in(Language.EN))
        .isEqualTo("http://127.0.0.1");
  }

  @Test
  void addressWhenPlainAndFarAwayIsWarnedOf() {
    start(Flavour.NEXTCLOUD_34);
    settings.put("base_url", "http://192.0.2.1.invalid/nextcloud");
    assertThat(examine().results().get(0).finding())
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(CheckStatus.WARNING);
              assertThat(it.remedy().in(Language.EN)).contains("https://");
            });
  }
}
