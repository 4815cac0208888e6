package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.AppPasswordIssuer;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.ocs.LoginFlowV2;
import io.github.billnextcloud.cloud.ocs.LoginFlowV2.GrantedLogin;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.OAuthTokenParams;
import io.github.billnextcloud.safe.Uninterrupted;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app password of one processing module. A new one is saved only after it has shown that it can
 * do all that is needed, and only then the former one is taken back: at any moment one works.
 */
final class AppPasswordRotation {

  private static final Logger LOG = LoggerFactory.getLogger(AppPasswordRotation.class);

  private final LocalPanel panel;
  private final ProcessingModule module;
  private final Secret former;

  AppPasswordRotation(LocalPanel panel, ProcessingModule module) {
    this.panel = panel;
    this.module = module;
    this.former = module.secret(ProcessingModule.APP_PASSWORD);
    if (!module.secret(CloudFactory.TOKEN).isBlank()) {
      throw new CredentialSetupException(Sentence.of("connect.token"));
    }
    if (login().isEmpty()) {
      throw new CredentialSetupException(Sentence.of("connect.no_login"));
    }
  }

  List<Sentence> renewByPassword() {
    if (password().isBlank() && former.isBlank()) {
      throw new CredentialSetupException(Sentence.of("connect.no_password", module.id()));
    }
    try (AppPasswordIssuer issuer = issuer()) {
      if (password().isBlank() && !issuer.renewsItself()) {
        throw new CredentialSetupException(Sentence.of("connect.no_password", module.id()));
      }
      return renew(issuer, issued(issuer));
    }
  }

  private Secret issued(AppPasswordIssuer issuer) {
    try {
      return issuer.issue();
    } catch (CloudException refused) {
      if (SignInProblem.of(refused) == SignInProblem.SECOND_FACTOR) {
        throw new CredentialSetupException(
            Sentence.of("connect.second_factor", refused.sentence(), module.id()));
      }
      throw refused;
    }
  }

  /**
   * @param teller shows a person where to grant it, before it is waited for
   */
  List<Sentence> renewByBrowser(Consumer<Sentence> teller) {
    try (AppPasswordIssuer issuer = issuer()) {
      return renewByBrowser(issuer, teller);
    }
  }

  private List<Sentence> renewByBrowser(AppPasswordIssuer issuer, Consumer<Sentence> teller) {
    if (issuer.renewsItself()) {
      throw new CredentialSetupException(Sentence.of("connect.no_page"));
    }
    LoginFlowV2 grant = CloudFactory.browserLogin(module, name());
    teller.accept(Sentence.of("connect.page", login(), Sentence.verbatim(grant.page())));
    GrantedLogin granted = new BrowserGrantPoller(grant).granted();
    if (!granted.login().equalsIgnoreCase(login())) {
      takeBack(issuer, granted.login(), granted.appPassword());
      throw new CredentialSetupException(
          Sentence.of("connect.another_login", granted.login(), login()));
    }
    return renew(issuer, granted.appPassword());
  }

  /**
   * Takes it back in the cloud and in the panel, where there is one; in the panel also when the
   * cloud does not let us in any more, which only its owner can mend then.
   */
  List<Sentence> forget() {
    if (former.isBlank()) {
      return List.of();
    }
    List<Sentence> told = new ArrayList<>();
    try (AppPasswordIssuer issuer = issuer()) {
      told.add(issuer.revoke(login(), former) ? Sentence.of("connect.revoked") : notFound());
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
      told.add(Sentence.of("connect.former_left", refused.sentence(), login()));
    }
    save(new Secret(""));
    told.add(Sentence.of("connect.removed"));
    return told;
  }

  /**
   * The same after another credential has taken its place, which nothing here can spoil any more.
   */
  List<Sentence> forgetFormer() {
    try {
      return forget();
    } catch (CloudException left) {
      return List.of(Sentence.of("connect.former_left", left.sentence(), login()));
    }
  }

  /** Whether what was typed is enough. */
  Sentence typedAlone() {
    if (password().isBlank()) {
      return Sentence.of("connect.nothing_left");
    }
    try {
      CredentialTrial.check(with(new Secret("")));
      return Sentence.of("connect.password_enough");
    } catch (CloudException refused) {
      return Sentence.of("connect.password_refused", refused.sentence());
    }
  }

  private List<Sentence> renew(AppPasswordIssuer issuer, Secret fresh) {
    VerifiedAccess access;
    boolean saved = false;
    try {
      access = CredentialTrial.proven(with(fresh));
      save(fresh);
      saved = true;
    } finally {
      if (!saved) {
        Uninterrupted.run(() -> takeBack(issuer, login(), fresh));
      }
    }
    List<Sentence> told = new ArrayList<>();
    told.add(
        Sentence.of(
            "connect.proven", module.id(), access.product(), address(), access.actingUser()));
    told.add(issuer.saved(name()));
    if (!former.isBlank() && !former.equals(fresh)) {
      told.add(formerRevoked(issuer));
    }
    return told;
  }

  /** What OAuth has granted would go before it. */
  private ProcessingModule with(Secret appPassword) {
    return OAuthTokenParams.in(module, OAuthTokenParams.NONE)
        .withSecret(ProcessingModule.APP_PASSWORD, appPassword);
  }

  private Sentence formerRevoked(AppPasswordIssuer issuer) {
    try {
      return issuer.revoke(login(), former) ? Sentence.of("connect.former_revoked") : notFound();
    } catch (CloudException refused) {
      return Sentence.of("connect.former_left", refused.sentence(), login());
    }
  }

  private Sentence notFound() {
    return Sentence.of("connect.not_found", login());
  }

  private void save(Secret appPassword) {
    new ProcessingModuleRepository(panel)
        .saveSecret(module.id(), ProcessingModule.APP_PASSWORD, appPassword);
    LOG.info(
        "{}: {} of the processing module {}",
        appPassword.isBlank() ? "removed" : "saved",
        ProcessingModule.APP_PASSWORD,
        module.id());
  }

  private static void takeBack(AppPasswordIssuer issuer, String login, Secret fresh) {
    try {
      boolean done = issuer.revoke(login, fresh);
      LOG.info("the new app password {}", done ? "was taken back" : "stays until it ends");
    } catch (LocalizableException left) {
      LOG.warn(
          "the new app password could not be taken back: {}",
          LocalizableException.sentenceOf(left));
    }
  }

  private AppPasswordIssuer issuer() {
    return CloudFactory.appPasswords(module, name());
  }

  private String login() {
    return module.setting(CloudFactory.LOGIN);
  }

  private Secret password() {
    return module.secret(CloudFactory.PASSWORD);
  }

  private String address() {
    return CloudFactory.address(module);
  }

  /** By which people find it, and ownCloud tells it from others of the same account. */
  private String name() {
    return "pmnextcloud, module " + module.id() + ", " + host();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^-.A-Za-z0-9]", "");
    } catch (UnknownHostException nameless) {
      return "BILLmanager";
    }
  }
}
