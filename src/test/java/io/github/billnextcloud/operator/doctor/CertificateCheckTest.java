package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.Certificates;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with certificates of every kind, before a JVM that trusts one authority. */
class CertificateCheckTest {

  @TempDir static Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Certificates.make(folder);
  }

  @AfterAll
  static void forgetCertificates() {
    Certificates.get().close();
  }

  @ParameterizedTest
  @CsvSource({
    "trusted, FINE, trusted, ''",
    "expired, FAILED, expired at, Renew the certificate",
    "other, FAILED, another host, Type the address",
    "unknown, FAILED, nobody whom this Java trusts, intermediate",
  })
  void certificateWhenShownIsJudged(String name, CheckStatus state, String found, String remedy) {
    List<CheckResult> results = examine(name, InstantSource.system());
    CheckFinding certificate = results.get(3).finding();
    assertThat(certificate.state()).isEqualTo(state);
    assertThat(certificate.found().in(Language.EN)).contains(found);
    assertThat(certificate.remedy().in(Language.EN)).contains(remedy);
    assertThat(results.subList(4, results.size()))
        .extracting(CheckResult::state)
        // On a new cloud customers find each other: that is warned of.
        .containsOnly(
            state == CheckStatus.FAILED
                ? new CheckStatus[] {CheckStatus.SKIPPED}
                : new CheckStatus[] {CheckStatus.FINE, CheckStatus.WARNING});
  }

  /** The JDK makes certificates for ninety days. */
  @Test
  void certificateWhenItEndsSoonIsWarnedOf() {
    Duration later = Duration.ofDays(80);
    CheckFinding certificate = examine("trusted", () -> Instant.now().plus(later)).get(3).finding();
    assertThat(certificate.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(certificate.found().in(Language.EN)).contains("days left: 9");
    assertThat(certificate.remedy().in(Language.EN)).contains("Renew it");
  }

  private static List<CheckResult> examine(String certificate, InstantSource clock) {
    try (CloudStandIn cloud =
        CloudStandIn.startTls(Flavour.NEXTCLOUD_34, Certificates.get().server(certificate))) {
      ModuleCheckContext visit =
          new ModuleCheckContext(new LocalPanel(Path.of("/nowhere")), List::of, clock);
      visit.begin(
          new ProcessingModule(
              1,
              Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
              Map.of("nc_password", new Secret(CloudStandIn.ADMIN_PASSWORD))));
      CheckRunner examination = new CheckRunner(Duration.ofMinutes(2), TerminalProgress.none());
      examination.go(OptionalLong.of(1), Doctor.wayToCloud(visit));
      return Spoken.complete(examination.results());
    }
  }
}
