package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.OAuthTokenPair;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.OAuthTokenParams;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that end, and runs that need the next ones at once: none is ever lost unnoticed. */
class StoredOAuthGrantTest {

  private static final UserId ANN = new UserId("ann");
  private static final String TOKEN = "apps/oauth2/api/v1/token";

  @TempDir static Path root;
  private static PanelStandIn panel;

  private final LocalPanel billing = new LocalPanel(root);
  private CloudStandIn cloud;
  private long module;

  @BeforeAll
  static void start() throws IOException {
    panel = PanelStandIn.start(root);
  }

  @AfterAll
  static void stop() throws IOException {
    panel.close();
  }

  @AfterEach
  void stopCloud() {
    cloud.close();
  }

  /** With tokens that were got two hours ago, and whose end is to come or not. */
  private void granted(Flavour flavour, String password, Duration left) {
    cloud = CloudStandIn.start(flavour);
    cloud.addAccount("ann");
    cloud.registerOAuthClient("client-of-the-stand-in", "its-secret");
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("nc_password", password);
    secrets.put("nc_oauth_secret", "its-secret");
    secrets.values().removeIf(String::isEmpty);
    module =
        panel.addModule(
            Map.of(
                "base_url",
                cloud.url().toString(),
                "nc_username",
                CloudStandIn.ADMIN,
                "nc_oauth_client",
                "client-of-the-stand-in"),
            secrets);
    OAuthTokenPair fresh =
        CloudFactory.oauth(settings())
            .granted(
                cloud.grantOAuth(CloudStandIn.ADMIN),
                OAuthTokenParams.boundTo(settings(), "consent"),
                flavour != Flavour.OWNCLOUD_10)
            .orElseThrow()
            .grant();
    Instant now = Instant.now();
    stored()
        .replaceBy(
            new OAuthTokenPair(
                fresh.id(),
                fresh.asPassword(),
                fresh.access(),
                fresh.refresh(),
                now.minus(Duration.ofHours(2)),
                now.plus(left)));
    cloud.forgetRequests();
  }

  private StoredOAuthGrant stored() {
    return new StoredOAuthGrant(billing, module);
  }

  private ProcessingModule settings() {
    return billing.processingModule(module);
  }

  private OAuthTokenPair kept() {
    return OAuthTokenParams.of(settings()).orElseThrow();
  }

  private Cloud cloud() {
    return ModuleCloud.of(settings(), Timeouts.OPERATION, billing);
  }

  private void work() {
    work(cloud());
  }

  private static void work(Cloud cloud) {
    assertThat(cloud.findUser(ANN)).isPresent();
    cloud.disableUser(ANN);
    cloud.enableUser(ANN);
  }

  private long renewals() {
    return cloud.requests().stream().filter(it -> it.path().endsWith(TOKEN)).count();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenTokensAreAboutToEndSavesTheNextBeforeItUsesThem(Flavour flavour) {
    granted(flavour, CloudStandIn.ADMIN_PASSWORD, Duration.ofMinutes(1));
    OAuthTokenPair former = kept();
    boolean[] saved = {false};
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("before GET") && boundary.contains("users/ann")) {
            saved[0] = !kept().equals(former);
          }
          return true;
        });

    work();

    assertThat(saved[0]).isTrue();
    assertThat(renewals()).isOne();
    assertThat(kept().refresh()).isNotEqualTo(former.refresh());
    assertThat(kept().id()).isEqualTo(former.id());
    assertThat(cloud.passwordChecks()).isEqualTo(flavour == Flavour.NEXTCLOUD_34 ? 1 : 0);
    work();
    assertThat(renewals()).isOne();
  }

  /** A token of one account must not act where another is typed, nor be shown to another cloud. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void grantWhenLoginOrAddressAreOthersNowIsNone(Flavour flavour) {
    granted(flavour, CloudStandIn.ADMIN_PASSWORD, Duration.ofHours(1));
    Map<String, Secret> secrets = OAuthTokenParams.of(kept());
    String here = cloud.url().toString();

    assertThat(OAuthTokenParams.of(moduleOf(here + "/", "Admin", secrets))).isPresent();
    assertThat(OAuthTokenParams.of(moduleOf(here, "other", secrets))).isEmpty();
    assertThat(OAuthTokenParams.of(moduleOf("https://b.example.org", "admin", secrets))).isEmpty();
  }

  private static ProcessingModule moduleOf(
      String address, String login, Map<String, Secret> secrets) {
    return new ProcessingModule(1, Map.of("base_url", address, "nc_username", login), secrets);
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenTheClientIsNotKnownAnyMoreGoesOnByPassword(Flavour flavour) {
    granted(flavour, CloudStandIn.ADMIN_PASSWORD, Duration.ofMinutes(1));
    new ProcessingModuleRepository(billing)
        .saveSecret(module, ProcessingModule.OAUTH_SECRET, new Secret(""));

    work();

    assertThat(renewals()).isZero();
    assertThat(cloud.passwordChecks()).isPositive();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenTheTokenHasEndedUnseenGetsTheNext(Flavour flavour) {
    granted(flavour, "", Duration.ofHours(9));
    cloud.later(Duration.ofMinutes(61));

    assertThat(cloud().findUser(ANN)).isPresent();

    assertThat(renewals()).isOne();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runsAtOnceGetOnePairAndAllEndWell(Flavour flavour) {
    granted(flavour, CloudStandIn.ADMIN_PASSWORD, Duration.ZERO);
    List<CompletableFuture<Void>> runs =
        Stream.generate(this::cloud)
            .limit(4)
            .map(it -> CompletableFuture.runAsync(() -> work(it)))
            .toList();

    runs.forEach(CompletableFuture::join);

    assertThat(renewals()).isOne();
    assertThat(cloud.oauthRefusals()).isZero();
    work();
    assertThat(renewals()).isOne();
  }

  /** Another run has renewed them while this one was at work with the former. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenAnotherWasFasterTakesWhatItHasSaved(Flavour flavour) {
    granted(flavour, CloudStandIn.ADMIN_PASSWORD, Duration.ofHours(1));
    Cloud slow = cloud();
    work(slow);
    stored().renew(kept());
    cloud.later(Duration.ofSeconds(11));

    work(slow);

    assertThat(renewals()).isOne();
  }

  /** Its own were got a moment ago, and are dead all the same. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenItsFreshTokensWereRenewedByAnotherTakesWhatThatHasSaved(Flavour flavour) {
    granted(flavour, "", Duration.ofHours(1));
    stored().renew(kept());
    Cloud slow = cloud();
    assertThat(slow.findUser(ANN)).isPresent();
    OAuthTokenPair fresh = kept();
    stored()
        .replaceBy(
            new OAuthTokenPair(
                fresh.id(),
                fresh.asPassword(),
                fresh.access(),
                fresh.refresh(),
                Instant.EPOCH,
                fresh.ends()));
    stored().renew(kept());
    cloud.later(Duration.ofSeconds(11));

    assertThat(slow.findUser(ANN)).isPresent();
    assertThat(renewals()).isEqualTo(2);
  }

  /** An account that was disabled, say: new tokens would not help, and each costs the cloud. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenFreshTokensAreRefusedAsksForNoOthers(Flavour flavour) {
    granted(flavour, "", Duration.ofHours(1));
    stored().renew(kept());
    cloud.deleteAppPasswords();
    cloud.later(Duration.ofSeconds(11));

    assertThatThrownBy(() -> cloud().findUser(ANN)).isInstanceOf(CloudException.class);
    assertThat(renewals()).isOne();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenAccessWasTakenBackSaysSoAndAsksTheCloudOnce(Flavour flavour) {
    granted(flavour, "", Duration.ofMinutes(1));
    cloud.forgetOAuth();
    cloud.later(Duration.ofMinutes(1));

    for (int run = 0; run < 2; run++) {
      assertThatThrownBy(() -> cloud().findUser(ANN))
          .isInstanceOfSatisfying(
              CloudException.class,
              it -> assertThat(it.kind()).isEqualTo(CloudErrorKind.UNAUTHORIZED))
          .hasMessageContaining("pmnextcloud connect --module " + module + " --oauth");
    }
    assertThat(renewals()).isOne();
    assertThat(kept().isLost()).isTrue();
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void runWhenAccessWasTakenBackGoesOnByThePassword(Flavour flavour) {
    granted(flavour, CloudStandIn.ADMIN_PASSWORD, Duration.ofHours(1));
    cloud.forgetOAuth();
    cloud.later(Duration.ofMinutes(1));

    work();
    work();

    assertThat(renewals()).isOne();
  }

  /** Found out while the tokens are good: nothing was asked of the cloud. */
  @Test
  void runWhenThePanelSavesNothingKeepsTheTokens() {
    granted(Flavour.NEXTCLOUD_28, "", Duration.ofMinutes(1));
    OAuthTokenPair former = kept();
    refuseToSave();
    try {
      assertThatThrownBy(() -> cloud().findUser(ANN))
          .isInstanceOf(BillingException.class)
          .hasMessageContaining("read only");
    } finally {
      saveAgain();
    }

    assertThat(renewals()).isZero();
    assertThat(kept()).isEqualTo(former);
    work();
  }

  @Test
  void runWhenThePanelDoesNotSaveTheNewTokensSaysWhatIsLost() {
    granted(Flavour.NEXTCLOUD_28, "", Duration.ofMinutes(1));
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("after POST") && boundary.contains(TOKEN)) {
            refuseToSave();
          }
          return true;
        });
    try {
      assertThatThrownBy(() -> cloud().findUser(ANN))
          .isInstanceOf(CloudException.class)
          .hasMessageContaining("read only")
          .hasMessageContaining("The former ones are spent")
          .hasMessageContaining("pmnextcloud connect --module " + module + " --oauth");
    } finally {
      saveAgain();
    }
  }

  /** Between the cloud's answer and the panel the tokens are nowhere else. */
  @Test
  void runWhenStoppedWhileTheCloudAnswersSavesThemAllTheSame() {
    granted(Flavour.NEXTCLOUD_28, "", Duration.ofMinutes(1));
    OAuthTokenPair former = kept();
    Thread main = Thread.currentThread();
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("after POST") && boundary.contains(TOKEN)) {
            main.interrupt();
          }
          return true;
        });

    assertThatThrownBy(() -> cloud().findUser(ANN));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(kept().refresh()).isNotEqualTo(former.refresh());
    work();
  }

  /** A cloud that is away for a moment takes nothing back. */
  @Test
  void runWhenTheCloudIsBusyKeepsTheTokens() {
    granted(Flavour.NEXTCLOUD_28, "", Duration.ofMinutes(1));
    OAuthTokenPair former = kept();
    cloud.fault(
        it -> it.path().endsWith(TOKEN),
        new Fault.Status(503, Map.of(), "text/html", "<html></html>"));

    assertThatThrownBy(() -> cloud().findUser(ANN))
        .isInstanceOfSatisfying(
            CloudException.class,
            it -> assertThat(it.kind()).isEqualTo(CloudErrorKind.UNREACHABLE));

    assertThat(kept()).isEqualTo(former);
    work();
  }

  /** Each row shows among the administrator's devices. */
  @Test
  void runsInARowLeaveNoRowsOnOwncloud() {
    granted(Flavour.OWNCLOUD_10, "", Duration.ofHours(1));
    for (int run = 0; run < 5; run++) {
      work();
    }

    assertThat(cloud.tokenRows(CloudStandIn.ADMIN)).isOne();
  }

  /** The form shows the client's secret and cannot show the tokens. */
  @Test
  void moduleWhenItsFormIsTestedHasWhatWasGranted() {
    granted(Flavour.NEXTCLOUD_28, "", Duration.ofHours(1));
    ProcessingModule typed =
        new ProcessingModule(
            0, settings().settings(), Map.of("nc_oauth_secret", new Secret("its-secret")));

    ProcessingModule tested = typed.grantedAs(settings());

    assertThat(OAuthTokenParams.of(tested)).contains(kept());
    assertThat(tested.id()).isEqualTo(module);
  }

  private static void refuseToSave() {
    panel.sql(
        "CREATE TRIGGER no_tokens BEFORE INSERT ON processingcryptedparam FOR EACH ROW"
            + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'read only'");
  }

  private static void saveAgain() {
    panel.sql("DROP TRIGGER no_tokens");
  }
}
