package io.github.billnextcloud.cloud;

import io.github.billnextcloud.text.Sentence;
import java.util.Optional;

/**
 * What a cloud's settings say of users who are made there.
 *
 * @param demandsAddress whether nobody is made without an e-mail address
 * @param writes whether the cloud writes a letter to whoever is made with one
 */
public record NewUserEmailRules(boolean demandsAddress, boolean writes) {

  /** What of it a provider should know; empty where it is the usual. */
  public Optional<Sentence> notice() {
    if (!demandsAddress && writes) {
      return Optional.empty();
    }
    if (writes) {
      return Optional.of(Sentence.of("cloud.writes_besides"));
    }
    return Optional.of(
        Sentence.of(demandsAddress ? "cloud.demands_and_writes_not" : "cloud.writes_not"));
  }
}
