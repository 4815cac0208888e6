package io.github.billnextcloud.billmanager.model;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.xml.XmlElement;
import io.github.billnextcloud.secret.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One configured cloud: the settings form of the processing module.
 *
 * @param knownId empty of one that was typed, or that a document does not name
 * @param settings the plain ones by name
 * @param secrets the ones that BILLmanager keeps encrypted
 */
public record ProcessingModule(
    OptionalLong knownId, Map<String, String> settings, Map<String, Secret> secrets) {

  /** The name of our executable, which is how the panel knows us. */
  public static final String EXECUTABLE = "pmnextcloud";

  private static final String BASE_URL = "base_url";

  /** The fields of the form that everyone may see. */
  public static final List<String> PLAIN =
      List.of(
          "base_url",
          "nc_username",
          "nc_oauth_client",
          "panel_wait",
          "make_groups",
          "forbidden_names",
          "notice_levels",
          "order_link",
          "keep_last_login",
          "max_accounts",
          "min_free_gb",
          "draining",
          "disk_names",
          "seats_names",
          "staff_accounts",
          "proxy",
          "ca_file",
          "no_sessions");

  /** Who sits between us and the address, and who vouches for it. */
  private static final List<String> WAY = List.of("proxy", "ca_file");

  /** How long a call-back is repeated, as long as in ISPsystem's own base class (§5.5). */
  public static final Duration USUAL_PATIENCE = Duration.ofDays(1);

  /** Made by {@code pmnextcloud connect}, or typed. */
  public static final String APP_PASSWORD = "nc_app_password";

  /** As whom the cloud's OAuth knows this module. */
  public static final String OAUTH_CLIENT = "nc_oauth_client";

  public static final String OAUTH_SECRET = "nc_oauth_secret";

  /**
   * What OAuth has granted. It changes by the hour, so it is no field of the form: one that was
   * opened before would be saved with tokens that are spent.
   */
  public static final String OAUTH_ACCESS = "nc_oauth_access";

  public static final String OAUTH_REFRESH = "nc_oauth_refresh";

  private static final List<String> GRANT = List.of(OAUTH_ACCESS, OAUTH_REFRESH);

  /** The fields of the form that are secrets. */
  public static final List<String> SECRETS =
      List.of("nc_password", APP_PASSWORD, "nc_token", OAUTH_SECRET);

  public ProcessingModule(long id, Map<String, String> settings, Map<String, Secret> secrets) {
    this(OptionalLong.of(id), settings, secrets);
  }

  /** Of a module that BILLmanager keeps. */
  public long id() {
    return knownId.orElseThrow();
  }

  /** Empty when it was not filled in. */
  public String setting(String name) {
    return settings.getOrDefault(name, "").strip();
  }

  public boolean isOn(String name) {
    return setting(name).equals("on");
  }

  /** A whole number; empty when it was not filled in, or with something else. */
  public OptionalLong number(String name) {
    String typed = setting(name);
    return typed.matches("\\d{1,15}")
        ? OptionalLong.of(Long.parseLong(typed))
        : OptionalLong.empty();
  }

  /** Blank when it was not filled in. */
  public Secret secret(String name) {
    return secrets.getOrDefault(name, new Secret(""));
  }

  /** How long to wait for a panel that restarts: the setting {@code panel_wait}, in minutes. */
  public Duration patienceWithPanel() {
    String minutes = setting("panel_wait");
    return minutes.matches("\\d{1,6}")
        ? Duration.ofMinutes(Long.parseLong(minutes))
        : USUAL_PATIENCE;
  }

  /** True when this address leads to the same cloud. */
  public boolean isAt(String address) {
    return CloudAddress.isSame(address, setting("base_url"));
  }

  /** True when what was filled in here leads what is sent through other hands. */
  public boolean takesAnotherWayThan(ProcessingModule stored) {
    return WAY.stream()
        .anyMatch(name -> !setting(name).isEmpty() && !setting(name).equals(stored.setting(name)));
  }

  /** True when nothing is missing that every module has. */
  public boolean isComplete() {
    return !setting("base_url").isEmpty() && hasSecrets();
  }

  /** False for a form that does not show what is stored. */
  public boolean hasSecrets() {
    for (String name : SECRETS) {
      if (!secret(name).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same module with what is missing here taken from what is stored: but for an app password
   * and what OAuth has granted, which belong to the stored login, and would hide that a password
   * typed anew is wrong.
   */
  public ProcessingModule completedBy(ProcessingModule stored) {
    Map<String, String> plain = new LinkedHashMap<>(stored.settings);
    settings.forEach((name, own) -> plain.merge(name, own, (old, it) -> it.isBlank() ? old : it));
    Map<String, Secret> hidden = new LinkedHashMap<>(stored.secrets);
    if (signsInOtherwiseThan(stored)) {
      hidden.remove(APP_PASSWORD);
      hidden.keySet().removeAll(GRANT);
    }
    secrets.forEach((name, own) -> hidden.merge(name, own, (old, it) -> it.isBlank() ? old : it));
    return new ProcessingModule(stored.knownId, plain, hidden);
  }

  /**
   * The same module with what OAuth has granted the stored one, where it would have it: of a form
   * that shows its secrets, which cannot show this.
   */
  public ProcessingModule grantedAs(ProcessingModule stored) {
    boolean same =
        isAt(stored.setting(BASE_URL))
            && !takesAnotherWayThan(stored)
            && !signsInOtherwiseThan(stored)
            && setting(OAUTH_CLIENT).equals(stored.setting(OAUTH_CLIENT));
    if (!same) {
      return this;
    }
    Map<String, Secret> hidden = new LinkedHashMap<>(secrets);
    GRANT.forEach(name -> hidden.put(name, stored.secret(name)));
    return new ProcessingModule(stored.knownId, settings, hidden);
  }

  /** The same module with another secret; blank for none. */
  public ProcessingModule withSecret(String name, Secret secret) {
    Map<String, Secret> others = new LinkedHashMap<>(secrets);
    others.put(name, secret);
    return new ProcessingModule(knownId, settings, others);
  }

  /**
   * As {@link #completedBy}; but secrets that are told here are for the address and the way that
   * are told here, too: where the rest comes from may be in other hands.
   */
  public ProcessingModule completedAtItsAddressBy(ProcessingModule stored) {
    ProcessingModule all = completedBy(stored);
    if (!hasSecrets()) {
      return all;
    }
    Map<String, String> plain = new LinkedHashMap<>(all.settings);
    plain.put(BASE_URL, setting(BASE_URL));
    WAY.forEach(name -> plain.put(name, setting(name)));
    return new ProcessingModule(knownId, plain, all.secrets);
  }

  private boolean signsInOtherwiseThan(ProcessingModule stored) {
    Secret typed = secret("nc_password");
    String login = setting("nc_username");
    return !typed.isBlank() && !typed.equals(stored.secret("nc_password"))
        || !login.isEmpty() && !login.equals(stored.setting("nc_username"));
  }

  /** Picks our fields out of a form; its secret ones become secrets at once. */
  public static ProcessingModule ofForm(OptionalLong id, XmlElement form) {
    Map<String, String> plain = new LinkedHashMap<>();
    for (String name : PLAIN) {
      plain.put(name, form.text(name));
    }
    Map<String, Secret> hidden = new LinkedHashMap<>();
    for (String name : SECRETS) {
      String text = form.first(name).map(XmlElement::rawText).orElse("");
      hidden.put(name, new Secret(isMask(text) ? "" : text));
    }
    return new ProcessingModule(id, plain, hidden);
  }

  /** What a panel shows instead of a secret (contract §4.13). */
  private static boolean isMask(String text) {
    return text.strip().matches("\\*+");
  }

  /** Picks our fields out of the tables; ISPsystem's module left its password unencrypted. */
  public static ProcessingModule ofTables(
      long id, Map<String, String> plain, Map<String, Secret> crypted) {
    Map<String, String> ours = new LinkedHashMap<>(plain);
    ours.keySet().retainAll(PLAIN);
    Map<String, Secret> hidden = new LinkedHashMap<>();
    plain.forEach((name, value) -> hidden.put(name, new Secret(value)));
    hidden.putAll(crypted);
    hidden.keySet().removeIf(name -> !SECRETS.contains(name) && !GRANT.contains(name));
    return new ProcessingModule(id, ours, hidden);
  }
}
