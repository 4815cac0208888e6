package io.github.billnextcloud.cloud.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months that the makers have told, and none that they have not. */
class EndOfLifeTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Nextcloud, 28.0.2, 2024-12",
        "Nextcloud, 33.0.1, 2027-02",
        "Nextcloud, 34.0.1, -",
        "ownCloud, 10.15.2, 2027-01",
        "Infinite Scale, 7.1.0, -",
        "Nextcloud, x, -"
      })
  void ofProductAndVersion(String product, String version, YearMonth last) {
    ServerStatus server = new ServerStatus(product, version, true, false, false, Optional.empty());
    assertThat(EndOfLife.of(server)).isEqualTo(Optional.ofNullable(last));
  }
}
