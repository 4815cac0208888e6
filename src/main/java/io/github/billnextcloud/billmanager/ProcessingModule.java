package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One configured cloud: the settings form of the processing module.
 *
 * @param settings the plain ones by name
 * @param secrets the ones that BILLmanager keeps encrypted
 */
public record ProcessingModule(
    long id, Map<String, String> settings, Map<String, Secret> secrets) {

  /** The fields of the form that are secrets. */
  public static final Set<String> SECRETS = Set.of("nc_password", "nc_token");

  /** Empty when it was not filled in. */
  public String setting(String name) {
    return settings.getOrDefault(name, "").strip();
  }

  /** Blank when it was not filled in. */
  public Secret secret(String name) {
    return secrets.getOrDefault(name, new Secret(""));
  }

  /** False for a form that does not show what is stored. */
  boolean hasSecrets() {
    return SECRETS.stream().anyMatch(name -> !secret(name).isBlank());
  }

  /** The same module with what is missing here taken from the other. */
  ProcessingModule completedBy(ProcessingModule other) {
    Map<String, String> plain = new LinkedHashMap<>(other.settings);
    plain.putAll(settings);
    Map<String, Secret> hidden = new LinkedHashMap<>(other.secrets);
    secrets.forEach((name, secret) -> hidden.merge(name, secret, (old, own) -> prefer(own, old)));
    return new ProcessingModule(id, plain, hidden);
  }

  private static Secret prefer(Secret own, Secret old) {
    return own.isBlank() ? old : own;
  }

  /** Reads a form: its secret fields become secrets at once. */
  static ProcessingModule ofForm(long id, Map<String, String> fields) {
    Map<String, String> plain = new LinkedHashMap<>(fields);
    plain.keySet().removeAll(SECRETS);
    Map<String, Secret> hidden = new LinkedHashMap<>();
    SECRETS.forEach(name -> hidden.put(name, new Secret(fields.getOrDefault(name, ""))));
    return new ProcessingModule(id, plain, hidden);
  }
}
