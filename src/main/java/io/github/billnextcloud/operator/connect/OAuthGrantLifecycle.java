package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.http.OAuthTokenPair;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.ocs.OAuthClient;
import io.github.billnextcloud.cloud.ocs.OAuthClient.GrantedAccess;
import io.github.billnextcloud.command.StoredOAuthGrant;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.OAuthTokenParams;
import io.github.billnextcloud.safe.Uninterrupted;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What OAuth has granted one processing module. It is saved only after it has shown that it can do
 * all that is needed.
 */
record OAuthGrantLifecycle(LocalPanel panel, ProcessingModule module) {

  private static final Logger LOG = LoggerFactory.getLogger(OAuthGrantLifecycle.class);

  /**
   * @param teller shows a person where to grant it
   * @param reader waits for what the person has got there
   */
  List<Sentence> renew(Consumer<Sentence> teller, Supplier<Optional<String>> reader) {
    OAuthClient client = CloudFactory.oauth(module);
    boolean asPassword = CloudFactory.takesTokensAsPasswords(module);
    String state = PasswordGenerator.withoutSymbols().reveal();
    teller.accept(
        Sentence.of("connect.oauth_page", login(), Sentence.verbatim(client.page(state))));
    String code =
        reader
            .get()
            .map(OAuthRedirectInput::new)
            .orElseThrow(() -> new CredentialSetupException(Sentence.of("connect.oauth_no_code")))
            .code(state);
    GrantedAccess granted =
        client
            .granted(code, OAuthTokenParams.boundTo(module, state), asPassword)
            .orElseThrow(
                () -> new CredentialSetupException(Sentence.of("connect.oauth_code_refused")));
    boolean saved = false;
    ProcessingModule fresh = OAuthTokenParams.in(module, OAuthTokenParams.of(granted.grant()));
    try {
      requireOurs(granted, fresh);
      VerifiedAccess access = CredentialTrial.proven(fresh);
      stored().replaceBy(granted.grant());
      saved = true;
      OAuthTokenParams.of(module)
          .filter(it -> !it.isLost())
          .ifPresent(it -> revokeFormer(client, it));
      LOG.info("saved: what OAuth has granted the processing module {}", module.id());
      return List.of(
          Sentence.of(
              "connect.proven",
              module.id(),
              access.product(),
              CloudFactory.address(module),
              access.actingUser()),
          Sentence.of("connect.oauth_saved"));
    } finally {
      if (!saved) {
        Uninterrupted.run(() -> takeBack(client, granted));
      }
    }
  }

  /** Perhaps it is why a new one was wanted: that others have got it. */
  private void revokeFormer(OAuthClient client, OAuthTokenPair former) {
    try {
      boolean done = client.revoke(login(), former);
      LOG.info("the former OAuth tokens {}", done ? "were taken back" : "cannot be taken back");
    } catch (LocalizableException left) {
      LOG.warn("the former OAuth tokens could not be taken back: {}", left.getMessage());
    }
  }

  private void requireOurs(GrantedAccess granted, ProcessingModule fresh) {
    if (!granted.login().equalsIgnoreCase(login()) && !isOfAddress(granted, fresh)) {
      throw new CredentialSetupException(
          Sentence.of("connect.oauth_another_login", granted.login(), login()));
    }
  }

  /** Clouds take an e-mail address for a login, and name the account by its id all the same. */
  private boolean isOfAddress(GrantedAccess granted, ProcessingModule fresh) {
    return login().contains("@")
        && CloudFactory.of(fresh, Timeouts.FORM)
            .findUser(new UserId(granted.login()))
            .flatMap(user -> user.profile().email())
            .filter(login()::equalsIgnoreCase)
            .isPresent();
  }

  /** Takes it back in the cloud, where that can be done, and in the panel, where there is one. */
  List<Sentence> forget() {
    if (!CloudFactory.isGranted(module)) {
      return List.of();
    }
    // Of another address or login it is nothing that could be taken back here.
    Sentence told =
        OAuthTokenParams.of(module)
            .map(this::revoked)
            .orElseGet(() -> Sentence.of("connect.oauth_left", login()));
    stored().remove();
    LOG.info("removed: what OAuth had granted the processing module {}", module.id());
    return List.of(told, Sentence.of("connect.oauth_removed"));
  }

  private Sentence revoked(OAuthTokenPair former) {
    try {
      if (former.isLost()) {
        return Sentence.of("connect.oauth_lost");
      }
      // The tokens may have ended, and only good ones take themselves back.
      OAuthTokenPair good = stored().renew(former);
      if (CloudFactory.oauth(module).revoke(login(), good)) {
        return Sentence.of("connect.oauth_revoked");
      }
    } catch (LocalizableException refused) {
      LOG.warn("the OAuth tokens could not be taken back: {}", refused.getMessage());
    }
    return Sentence.of("connect.oauth_left", login());
  }

  private void takeBack(OAuthClient client, GrantedAccess granted) {
    try {
      boolean done = client.revoke(granted.login(), granted.grant());
      LOG.info(
          "the new OAuth tokens {}",
          done ? "were taken back" : "stay until the client is removed in the cloud");
    } catch (LocalizableException left) {
      LOG.warn(
          "the new OAuth tokens could not be taken back: {}",
          LocalizableException.sentenceOf(left));
    }
  }

  private StoredOAuthGrant stored() {
    return new StoredOAuthGrant(panel, module.id());
  }

  private String login() {
    return module.setting(CloudFactory.LOGIN);
  }
}
