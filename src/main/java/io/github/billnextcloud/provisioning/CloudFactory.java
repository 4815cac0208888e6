package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.AppPasswordIssuer;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.graph.AppTokenIssuer;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionSettings;
import io.github.billnextcloud.cloud.http.OAuthTokenRefresher;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.http.UnusableSettingException;
import io.github.billnextcloud.cloud.ocs.LoginFlowV2;
import io.github.billnextcloud.cloud.ocs.NextcloudAppPasswordIssuer;
import io.github.billnextcloud.cloud.ocs.OAuthClient;
import io.github.billnextcloud.cloud.ocs.OcsCloud;
import io.github.billnextcloud.cloud.ocs.OwncloudAppPasswordIssuer;
import io.github.billnextcloud.cloud.probe.AutoDetectingCloud;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import io.github.billnextcloud.cloud.probe.DetectedProductCache;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;

/** From the settings of a processing module to its cloud. */
public final class CloudFactory {

  public static final String BASE_URL = "base_url";
  public static final String LOGIN = "nc_username";
  public static final String PASSWORD = "nc_password";
  public static final String TOKEN = "nc_token";
  public static final String NO_SESSIONS = "no_sessions";

  private CloudFactory() {}

  /** The cloud of a module; nothing is sent yet. */
  public static Cloud of(ProcessingModule module, Timeouts patience) {
    return detected(module, patience, Optional.empty());
  }

  /** The same where OAuth has granted us tokens that end. */
  public static Cloud of(ProcessingModule module, Timeouts patience, OAuthTokenRefresher renewal) {
    return detected(module, patience, Optional.of(renewal));
  }

  private static Cloud detected(
      ProcessingModule module, Timeouts patience, Optional<OAuthTokenRefresher> renewal) {
    CloudEndpoint server = server(module, patience, renewal);
    DetectedProductCache known =
        module.isOn(NO_SESSIONS)
            ? DetectedProductCache.none()
            : DetectedProductCache.ofPanel(server.at());
    return new AutoDetectingCloud(server, patience, known);
  }

  /** The way to the cloud of a module, for one who looks for what is wrong. */
  public static CloudDiagnostics diagnosis(ProcessingModule module, Timeouts patience) {
    return new CloudDiagnostics(server(module, patience, Optional.empty()), patience);
  }

  /** The same where OAuth has granted us tokens that end. */
  public static CloudDiagnostics diagnosis(
      ProcessingModule module, Timeouts patience, OAuthTokenRefresher renewal) {
    return new CloudDiagnostics(server(module, patience, Optional.of(renewal)), patience);
  }

  /**
   * Who makes and takes back app passwords of the module's account; asks the cloud what it is.
   *
   * @param name by which people find one among their account's devices
   */
  public static AppPasswordIssuer appPasswords(ProcessingModule module, String name) {
    CloudEndpoint server = byPassword(module);
    String product = product(server);
    return switch (product) {
      case UserIdRule.NEXTCLOUD -> new NextcloudAppPasswordIssuer(server, name);
      case UserIdRule.OWNCLOUD -> new OwncloudAppPasswordIssuer(server, name);
      case UserIdRule.INFINITE_SCALE, UserIdRule.OPENCLOUD ->
          new AppTokenIssuer(server, product, name);
      default -> throw badSettings(Sentence.of("product.no_app_passwords", product));
    };
  }

  private static String product(CloudEndpoint server) {
    return new CloudDiagnostics(server, Timeouts.FORM).status().product();
  }

  private static boolean isNextcloud(CloudEndpoint server) {
    String product = product(server);
    return switch (product) {
      case UserIdRule.NEXTCLOUD -> true;
      case UserIdRule.OWNCLOUD -> false;
      default -> throw badSettings(Sentence.of("product.no_oauth", product));
    };
  }

  /** By which the module's cloud grants access, and renews it. */
  public static OAuthClient oauth(ProcessingModule module) {
    String client = module.setting(ProcessingModule.OAUTH_CLIENT);
    Secret secret = module.secret(ProcessingModule.OAUTH_SECRET);
    CloudEndpoint server = byPassword(module);
    if (client.isEmpty() || secret.isBlank()) {
      throw badSettings(
          Sentence.of("product.no_oauth_client", OAuthClient.redirectAddress(server)));
    }
    return new OAuthClient(server, client, new Secret(secret.reveal().strip()));
  }

  /** Whether OAuth has ever granted the module anything. */
  public static boolean isGranted(ProcessingModule module) {
    return !module.secret(ProcessingModule.OAUTH_ACCESS).isBlank();
  }

  /** Whether the module's cloud takes access tokens for passwords; asks it what it is. */
  public static boolean takesTokensAsPasswords(ProcessingModule module) {
    return isNextcloud(byPassword(module));
  }

  /** Asks Nextcloud for an app password that somebody grants in a browser. */
  public static LoginFlowV2 browserLogin(ProcessingModule module, String name) {
    return LoginFlowV2.begin(byPassword(module), name);
  }

  private static CloudEndpoint byPassword(ProcessingModule module) {
    CloudAddress at = address(module.setting(BASE_URL));
    CloudCredentials all = filledIn(module);
    return new CloudEndpoint(
        at,
        all.password().isBlank() ? all : all.withoutAppPassword(),
        way(at, module),
        SessionFile.none());
  }

  /** To be called once, as early as it is clear that a cloud may be needed. */
  public static void getReady() {
    OcsCloud.getReady();
  }

  /** Where customers find the cloud. */
  public static String address(ProcessingModule module) {
    return address(module.setting(BASE_URL)).toString();
  }

  private static CloudEndpoint server(
      ProcessingModule module, Timeouts patience, Optional<OAuthTokenRefresher> renewal) {
    CloudAddress at = address(module.setting(BASE_URL));
    CloudCredentials credentials = credentials(module);
    SessionFile session = session(module, patience, at, credentials);
    return new CloudEndpoint(at, credentials, way(at, module), session, renewal);
  }

  private static CloudAddress address(String typed) {
    return CloudAddress.parse(typed)
        .orElseThrow(
            () ->
                badSettings(
                    Sentence.of("product.bad_address", CloudAddress.withoutCredentials(typed))));
  }

  /** Who tests what was typed wants to hear whether it is right, not whether it was. */
  private static SessionFile session(
      ProcessingModule module, Timeouts patience, CloudAddress at, CloudCredentials credentials) {
    boolean kept = patience == Timeouts.OPERATION || patience == Timeouts.ROUND;
    return kept && !module.isOn(NO_SESSIONS)
        ? SessionFile.ofPanel(module.knownId(), at, credentials)
        : SessionFile.none();
  }

  private static ConnectionSettings way(CloudAddress at, ProcessingModule module) {
    try {
      return ConnectionSettings.of(at, module.setting("proxy"), module.setting("ca_file"));
    } catch (UnusableSettingException unusable) {
      throw badSettings(unusable.sentence());
    }
  }

  private static CloudCredentials credentials(ProcessingModule module) {
    Secret token = module.secret(TOKEN);
    if (!token.isBlank()) {
      return CloudCredentials.ofToken(passable(token.reveal().strip()));
    }
    CloudCredentials filledIn = filledIn(module);
    if (filledIn.login().isEmpty()
        || filledIn.password().isBlank()
            && filledIn.appPassword().isBlank()
            && filledIn.grant().isEmpty()) {
      throw badSettings(Sentence.of("product.no_credentials"));
    }
    return filledIn;
  }

  /** Whether or not that is enough; without the token. */
  private static CloudCredentials filledIn(ProcessingModule module) {
    return new CloudCredentials(
        module.setting(LOGIN),
        module.secret(PASSWORD),
        new Secret(module.secret(ProcessingModule.APP_PASSWORD).reveal().strip()),
        new Secret(""),
        isGranted(module) ? OAuthTokenParams.of(module) : Optional.empty());
  }

  /** A token goes into the request's head as it is. */
  private static Secret passable(String token) {
    if (!token.matches("[!-~]+")) {
      throw badSettings(Sentence.of("product.bad_token"));
    }
    return new Secret(token);
  }

  private static ProvisioningException badSettings(Sentence sentence) {
    return new ProvisioningException(Reason.BAD_SETTINGS, sentence);
  }
}
