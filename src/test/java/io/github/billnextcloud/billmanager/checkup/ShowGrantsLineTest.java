package io.github.billnextcloud.billmanager.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowGrantsLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION | true",
        "GRANT ALL PRIVILEGES ON `billmgr`.* TO `panel`@`%` | true",
        "GRANT ALL PRIVILEGES ON `bill\\_mgr`.* TO `panel`@`%` | false",
        "GRANT ALL PRIVILEGES ON `bill%`.* TO `panel`@`%` | true",
        "GRANT SELECT, INSERT, DELETE ON `billmgr`.`itemstat` TO `panel`@`%` | true",
        "GRANT SELECT, INSERT ON `billmgr`.`itemstat` TO `panel`@`%` | false",
        "GRANT SELECT, INSERT, DELETE ON `billmgr`.`item` TO `panel`@`%` | false",
        "GRANT ALL PRIVILEGES ON `other`.* TO `panel`@`%` | false",
        "GRANT USAGE ON *.* TO `panel`@`%` IDENTIFIED BY PASSWORD '*0' | false",
        "GRANT `role` TO `panel`@`%` | false",
      })
  void grantWhenReadCoversWhatItSays(String line, boolean covers) {
    assertThat(ShowGrantsLine.parse(line).covers("billmgr", "itemstat")).isEqualTo(covers);
  }
}
