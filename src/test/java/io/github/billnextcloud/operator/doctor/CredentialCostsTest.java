package io.github.billnextcloud.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Costs;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.text.Language;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each credential costs at clouds that take the time that was recorded. */
class CredentialCostsTest extends WithWayToCloud {

  private static final String APP = "aaaaa-bbbbb";

  private static final Pattern MILLIS = Pattern.compile("(\\d+) ms");

  private void begin(Flavour flavour) {
    start(flavour);
    cloud.costs(Costs.recorded(flavour));
  }

  private CheckFinding finding() {
    return examine().results().stream()
        .filter(it -> it.check().id().equals("credentials"))
        .findFirst()
        .orElseThrow()
        .finding();
  }

  private String told() {
    CheckFinding finding = finding();
    assertThat(finding.state()).isEqualTo(CheckStatus.FINE);
    return finding.found().in(Language.EN);
  }

  private static long millis(String told, int which) {
    Matcher matcher = MILLIS.matcher(told);
    for (int number = 0; number <= which; number++) {
      assertThat(matcher.find()).as(told).isTrue();
    }
    return Long.parseLong(matcher.group(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEXTCLOUD_28", "NEXTCLOUD_29", "NEXTCLOUD_34", "OWNCLOUD_10"})
  void passwordWhenAloneSaysWhatOthersWouldCost(Flavour flavour) {
    begin(flavour);
    String told = told();

    cloud.appPassword(APP);
    secrets.put("nc_app_password", APP);
    String both = told();

    long password = millis(told, 0);
    assertThat(password).isGreaterThan(50);
    assertThat(millis(told, 1)).isLessThan(password / 3);
    assertThat(told).contains("pmnextcloud connect --module 1");
    assertThat(millis(told, 2)).isBetween(millis(both, 0) / 10, millis(both, 0) * 3);
    assertThat(millis(both, 1)).isGreaterThan(millis(both, 0));
    assertThat(both)
        .contains(flavour == Flavour.NEXTCLOUD_34 ? "once in half an hour" : "for changes, too");
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).as("but the app password").isOne();
  }

  @Test
  void passwordWhenSessionsAreRefusedSaysSo() {
    begin(Flavour.OWNCLOUD_10);
    settings.put("no_sessions", "on");

    assertThat(told()).contains("no session is kept (no_sessions)");
  }

  @Test
  void appPasswordWhenSessionsAreRefusedIsConfirmedEachTime() {
    begin(Flavour.NEXTCLOUD_34);
    settings.put("no_sessions", "on");
    cloud.appPassword(APP);
    secrets.put("nc_app_password", APP);

    assertThat(told()).contains("at each event (no_sessions)");
  }

  @Test
  void tokenWhenUsedIsMeasured() {
    begin(Flavour.NEXTCLOUD_29);
    cloud.appPassword(APP);
    secrets.put("nc_token", APP);

    assertThat(told()).contains("by nc_token a request takes ");
  }

  @Test
  void appPasswordWhenAloneIsMeasured() {
    begin(Flavour.NEXTCLOUD_28);
    cloud.appPassword(APP);
    password = "";
    secrets.put("nc_app_password", APP);

    assertThat(told()).contains("by the app password, alone, ");
  }

  @Test
  void appPasswordWhenTwoFactorIsDemandedIsAllThereIs() {
    begin(Flavour.NEXTCLOUD_34);
    cloud.appPassword(APP);
    secrets.put("nc_app_password", APP);
    cloud.enforceTwoFactorForAdministrators();

    assertThat(told()).contains("two-factor", "once in half an hour");
  }

  /** Nothing else would tell, as long as the app password is taken; and it is tried once. */
  @Test
  void passwordWhenTheAppPasswordHidesThatItIsWrongIsTold() {
    begin(Flavour.NEXTCLOUD_28);
    cloud.costs(Costs.of(0, 0, 0, 0));
    cloud.appPassword(APP);
    secrets.put("nc_app_password", APP);
    password = "typed wrong";

    CheckFinding finding = finding();

    assertThat(finding.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(finding.found().in(Language.EN)).contains("nc_password is not taken");
    assertThat(cloud.passwordChecks()).isOne();
  }

  @Test
  void passwordWhenSlowIsMeasuredAsSlow() {
    begin(Flavour.OWNCLOUD_10);
    cloud.passwordCheckCosts(Duration.ofMillis(400));

    assertThat(millis(told(), 0)).isGreaterThanOrEqualTo(400);
  }
}
