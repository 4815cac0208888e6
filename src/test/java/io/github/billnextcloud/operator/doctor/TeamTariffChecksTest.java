package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tariffs for teams would give in a cloud, told before one is sold. */
class TeamTariffChecksTest extends WithWayToCloud {

  private CheckFinding found() {
    return examine().results().stream()
        .filter(it -> it.check().id().equals("teams"))
        .map(CheckResult::finding)
        .findFirst()
        .orElseThrow();
  }

  private void sellTeams(String... more) {
    Map<String, List<String>> all = new HashMap<>(Map.of("team", List.of("auto")));
    for (String term : more) {
      all.put(term.split("=")[0], List.of(term.split("=")[1]));
    }
    terms = all;
  }

  @Test
  void teamsWhenNobodySellsThemAreFine() {
    start(Flavour.OWNCLOUD_10);
    assertThat(found().state()).isEqualTo(CheckStatus.FINE);
  }

  @Test
  void teamsWhenTheCloudHasAFolderForThemSayWhatAutoTakes() {
    start(Flavour.NEXTCLOUD_34);
    sellTeams("quota_source=fixed", "fixed_quota=10");
    assertThat(found().found().in(Language.EN))
        .endsWith("a folder that a technical account shares");
    sellTeams("quota_source=fixed", "fixed_quota=10", "team=space");
    assertThat(found().state()).isEqualTo(CheckStatus.FAILED);
    assertThat(found().remedy().in(Language.EN)).contains("app:install groupfolders");

    cloud.enableTeamFolders();
    sellTeams("quota_source=fixed", "fixed_quota=10");
    assertThat(found().found().in(Language.EN))
        .isEqualTo("cloud_s (auto): a team gets a team folder and its group");
    assertThat(found().state()).isEqualTo(CheckStatus.FINE);
  }

  @Test
  void teamsWhenTheirTariffCannotBeSoldFail() {
    start(Flavour.INFINITE_SCALE);
    cloud.addGroup("unpaid");
    sellTeams("quota_source=unlimited", "suspend_style=group", "suspend_group=unpaid");

    assertThat(found().state()).isEqualTo(CheckStatus.FAILED);
    assertThat(found().found().in(Language.EN)).contains("suspend_style is group", "limit");
  }

  @ParameterizedTest
  @CsvSource({"INFINITE_SCALE,FINE", "OPENCLOUD,WARNING", "OWNCLOUD_10,FINE"})
  void teamsWhenSoldElsewhereAreTold(Flavour flavour, CheckStatus state) {
    start(flavour);
    sellTeams();
    assertThat(found().state()).isEqualTo(state);
  }
}
