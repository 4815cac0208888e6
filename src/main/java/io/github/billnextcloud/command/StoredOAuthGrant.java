package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.OAuthTokenPair;
import io.github.billnextcloud.cloud.http.OAuthTokenRefresher;
import io.github.billnextcloud.cloud.ocs.OAuthClient;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.OAuthTokenParams;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What OAuth has granted a processing module, kept in the panel. One run at a time gets the tokens
 * that follow, the others take them from there; they are saved before they are used, since the
 * cloud gives each pair once.
 */
public record StoredOAuthGrant(LocalPanel panel, long module) implements OAuthTokenRefresher {

  private static final Logger LOG = LoggerFactory.getLogger(StoredOAuthGrant.class);

  /** In place of what was there. */
  @SuppressWarnings("try") // The lock is only held.
  public void replaceBy(OAuthTokenPair grant) {
    try (ItemLock lock = panel.lockGrant(module)) {
      save(grant);
    }
  }

  @SuppressWarnings("try") // The lock is only held.
  public void remove() {
    try (ItemLock lock = panel.lockGrant(module)) {
      save(OAuthTokenParams.NONE);
    }
  }

  private void save(OAuthTokenPair grant) {
    save(OAuthTokenParams.of(grant));
  }

  private void save(Map<String, Secret> params) {
    new ProcessingModuleRepository(panel).saveSecrets(module, params);
  }

  /**
   * In a thread of its own, whose work no signal ends: between the cloud's answer and the panel the
   * tokens are nowhere else.
   */
  @Override
  public OAuthTokenPair renew(OAuthTokenPair spent) {
    Map<String, String> story = MDC.getCopyOfContextMap();
    CompletableFuture<OAuthTokenPair> renewal =
        CompletableFuture.supplyAsync(
            () -> {
              MDC.setContextMap(story == null ? Map.of() : story);
              return renewAlone(spent);
            },
            work -> new Thread(work, "oauth").start());
    try {
      // Does not listen to interrupts.
      return renewal.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw failure;
    }
  }

  @SuppressWarnings("try") // The lock is only held.
  private OAuthTokenPair renewAlone(OAuthTokenPair spent) {
    try (ItemLock lock = panel.lockGrant(module)) {
      ProcessingModule settings = panel.processingModule(module);
      OAuthTokenPair stored =
          OAuthTokenParams.of(settings).filter(it -> !it.isLost()).orElseThrow(this::lost);
      boolean same = stored.access().equals(spent.access());
      if (!same || stored.isFresh(Instant.now())) {
        // Another run was faster, or it is not their age for which they were refused.
        return stored;
      }
      // A panel that saves nothing must be found out while the tokens are good.
      save(stored);
      Optional<OAuthTokenPair> fresh = client(settings).renewed(stored);
      if (fresh.isEmpty()) {
        save(stored.lost());
        throw lost();
      }
      keep(fresh.get());
      LOG.info("saved: the OAuth tokens that follow, of the processing module {}", module);
      return fresh.get();
    }
  }

  /** Whoever has emptied the client's settings has given OAuth up. */
  private static OAuthClient client(ProcessingModule settings) {
    try {
      return CloudFactory.oauth(settings);
    } catch (ProvisioningException none) {
      throw new CloudException(CloudErrorKind.UNAUTHORIZED, none.sentence());
    }
  }

  private void keep(OAuthTokenPair fresh) {
    try {
      save(fresh);
    } catch (BillingException once) {
      LOG.warn("the new OAuth tokens are saved once more: {}", once.getMessage());
      try {
        save(fresh);
      } catch (BillingException twice) {
        throw new CloudException(
            CloudErrorKind.UNAUTHORIZED,
            Sentence.of("cloud.oauth_not_saved", twice.sentence(), module));
      }
    }
  }

  private CloudException lost() {
    return new CloudException(CloudErrorKind.UNAUTHORIZED, Sentence.of("cloud.oauth_lost", module));
  }
}
