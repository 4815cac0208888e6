package io.github.billnextcloud.operator.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.operator.doctor.Doctor;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A module that gets its app password, and whatever can come in between. */
class ConnectTest extends WithConnect {

  private static final String APP = ProcessingModule.APP_PASSWORD;

  private void moduleOf(Flavour flavour, Map<String, String> secrets) {
    moduleOf(flavour, Map.of(), secrets);
  }

  private CommandResult typed(String... options) {
    return typed(InputStream.nullInputStream(), options);
  }

  private Secret stored() {
    return storedModule().secret(APP);
  }

  private boolean opens(Secret appPassword) {
    ProcessingModule alone =
        new LocalPanel(root)
            .processingModule(module)
            .withSecret(APP, appPassword)
            .withSecret("nc_password", new Secret(""));
    try {
      CloudFactory.of(alone, Timeouts.FORM).knock();
      return true;
    } catch (CloudException refused) {
      assertThat(refused.kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED);
      return false;
    }
  }

  private long appPasswordsMade() {
    return cloud.requests().stream()
        .filter(
            it ->
                it.path().endsWith("core/getapppassword")
                    || it.path().endsWith("authtokens") && it.method().equals("POST"))
        .count();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void connectSavesAnAppPasswordThatWorks(Flavour flavour) {
    moduleOf(flavour, Map.of());

    CommandResult answer = typed();

    assertThat(answer.exitCode()).isZero();
    assertThat(stored().isBlank()).isFalse();
    assertThat(opens(stored())).isTrue();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isOne();
    assertThat(answer.text())
        .contains(cloud.url().toString(), "as admin", "pmnextcloud, module " + module)
        .doesNotContain(stored().reveal(), CloudStandIn.ADMIN_PASSWORD);
    assertThat(panel.query("SELECT * FROM processingcryptedparam").toString())
        .doesNotContain(stored().reveal());
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void connectWhenRunAgainTakesTheFormerOneBack(Flavour flavour) {
    moduleOf(flavour, Map.of());
    typed();
    Secret former = stored();

    CommandResult answer = typed();

    assertThat(answer.text()).contains("The former app password was taken back.");
    assertThat(stored()).isNotEqualTo(former);
    assertThat(opens(former)).isFalse();
    assertThat(opens(stored())).isTrue();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isOne();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void connectWhenItCannotWriteTakesTheNewOneBackAndKeepsTheFormer(Flavour flavour) {
    moduleOf(flavour, Map.of());
    typed();
    Secret former = stored();
    int rows = cloud.tokenRows(CloudStandIn.ADMIN);
    cloud.fault(it -> it.path().endsWith("/enable"), new Fault.Ocs(403, "Logged in user must be"));

    assertThatThrownBy(this::typed).isInstanceOf(CloudException.class);

    assertThat(stored()).isEqualTo(former);
    assertThat(opens(former)).isTrue();
    assertThat(appPasswordsMade()).isEqualTo(2);
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isEqualTo(rows);
  }

  @Test
  void connectWhenItCannotBeSavedTakesTheNewOneBack() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    panel.sql(
        "CREATE TRIGGER no_app_password BEFORE INSERT ON processingcryptedparam FOR EACH ROW"
            + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'read only'");
    try {
      assertThatThrownBy(this::typed).hasMessageContaining("read only");
    } finally {
      panel.sql("DROP TRIGGER no_app_password");
    }
    assertThat(stored().isBlank()).isTrue();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void forgetTakesItBackAndLeavesThePasswordEnough(Flavour flavour) {
    moduleOf(flavour, Map.of());
    typed();
    Secret former = stored();

    CommandResult answer = typed("--forget");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text()).contains("taken back", "removed from the panel", "is enough");
    assertThat(stored().isBlank()).isTrue();
    assertThat(opens(former)).isFalse();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @Test
  void forgetWhenNothingIsStoredSaysSo() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    assertThat(typed("--forget").text()).contains("nothing to forget");
    assertThat(cloud.requests()).isEmpty();
  }

  /** One that somebody has made by hand has a name of its own. */
  @Test
  void forgetWhenOwncloudDoesNotTellWhichOneSaysWhoMust() {
    moduleOf(Flavour.OWNCLOUD_10, Map.of(APP, "ABCDE-FGHIJ-KLMNO-PQRST"));
    cloud.appPassword("ABCDE-FGHIJ-KLMNO-PQRST");

    assertThat(typed("--forget").text()).contains("does not tell", "account admin");
    assertThat(stored().isBlank()).isTrue();
  }

  @Test
  void connectWhenTwoFactorIsDemandedAdvisesTheBrowser() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    cloud.enforceTwoFactorForAdministrators();

    CommandResult answer = typed();

    assertThat(answer.exitCode()).isOne();
    assertThat(answer.text()).contains("pmnextcloud connect --module " + module + " --browser");
  }

  @Test
  void browserWhenGrantedSavesWhatWasGranted() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    cloud.enforceTwoFactorForAdministrators();
    grantAtFirstPoll();

    CommandResult answer = typed("--browser");

    assertThat(answer.exitCode()).isZero();
    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .contains("sign in as admin", cloud.url() + "/login/v2/flow/");
    assertThat(opens(stored())).isTrue();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isOne();
  }

  /** Behind a proxy it may not know under which name it is reached; we have asked it ourselves. */
  @Test
  void browserWhenTheServerCallsItselfOtherwiseIsServed() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    cloud.appPassword("granted-elsewhere");
    String granted =
        "{\"server\":\"http://127.0.0.1\",\"loginName\":\"admin\","
            + "\"appPassword\":\"granted-elsewhere\"}";
    cloud.fault(
        it -> it.path().endsWith("/login/v2/poll"),
        Fault.status(200, Map.of(), "application/json", granted));

    assertThat(typed("--browser").exitCode()).isZero();
    assertThat(stored().reveal()).isEqualTo("granted-elsewhere");
  }

  @Test
  void browserWhenThePasswordIsWrongTakesTheGrantBack() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of("nc_password", "wrong"));
    cloud.enforceTwoFactorForAdministrators();
    grantAtFirstPoll();

    assertThatThrownBy(() -> typed("--browser"))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("confirm the administrator's password");
    assertThat(stored().isBlank()).isTrue();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @Test
  void browserWhenThereIsNoPasswordToConfirmWithSaysSo() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of("nc_password", ""));
    grantAtFirstPoll();

    CommandResult answer = typed("--browser");

    assertThat(answer.exitCode()).isOne();
    assertThat(answer.text()).contains("fill in nc_password, too");
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @Test
  void browserWhenAnotherAccountHasGrantedTakesItBack() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    panel.sql(
        "UPDATE processingparam SET value = 'other' WHERE processingmodule = ? AND intname ="
            + " 'nc_username'",
        module);
    grantAtFirstPoll();

    CommandResult answer = typed("--browser");

    assertThat(answer.exitCode()).isOne();
    assertThat(answer.text()).contains("granted by admin", "works as other");
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  @Test
  void browserWhenOwncloudKnowsNoSuchWaySaysSo() {
    moduleOf(Flavour.OWNCLOUD_10, Map.of());

    assertThatThrownBy(() -> typed("--browser"))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("by way of a browser");
  }

  @Test
  void browserWhenStoppedWaitsNoLonger() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    Thread main = Thread.currentThread();
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("after POST") && boundary.contains("poll")) {
            main.interrupt();
          }
          return true;
        });

    assertThatThrownBy(() -> typed("--browser"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
  }

  /** A signal ends waiting; what was made must not be left behind. */
  @Test
  void connectWhenStoppedAfterTheAppPasswordWasMadeTakesItBack() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    Thread main = Thread.currentThread();
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("before GET") && boundary.contains("capabilities")) {
            main.interrupt();
          }
          return true;
        });

    assertThatThrownBy(this::typed);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(appPasswordsMade()).isOne();
    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isZero();
    assertThat(stored().isBlank()).isTrue();
  }

  @Test
  void connectWhenNoPasswordIsStoredAdvisesTheBrowser() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of("nc_password", "", APP, "stored-one"));

    assertThat(typed().text()).contains("nc_password is not filled in", "--browser");
    assertThat(cloud.requests()).allMatch(it -> it.authorization().isEmpty());
  }

  @Test
  void doctorWhenTheAppPasswordIsRefusedNamesTheCommand() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());
    typed();
    assertThat(doctor()).contains("by the app password");

    cloud.deleteAppPasswords();
    cloud.later(Duration.ofMinutes(1));

    assertThat(doctor())
        .contains("is not taken any more", "pmnextcloud connect --module " + module);
  }

  private String doctor() {
    return new Doctor()
        .run(
            new CommandContext(
                Invocation.parse("doctor", "--module", Long.toString(module)),
                InputStream.nullInputStream(),
                new LocalPanel(root),
                TerminalProgress.none()))
        .text();
  }

  @Test
  void connectWhenATokenIsStoredSaysWhatGoesBefore() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of("nc_token", "abc"));

    assertThat(typed().text()).contains("nc_token");
    assertThat(cloud.requests()).isEmpty();
  }

  @Test
  void connectWhenAskedForBothUnderstandsNeither() {
    moduleOf(Flavour.NEXTCLOUD_34, Map.of());

    assertThatThrownBy(() -> typed("--browser", "--forget"))
        .isInstanceOf(InvalidInputException.class);
  }

  private void grantAtFirstPoll() {
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("before POST") && boundary.contains("poll")) {
            cloud.grantLoginFlow();
          }
          return true;
        });
  }
}
