package io.github.billnextcloud.standin.cloud;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;

/** One user of the stand-in, open to tests for reading and for changes behind the API's back. */
public final class Account {
  private final String id;
  private final long created = Instant.now().getEpochSecond();
  private final LinkedHashSet<String> groups = new LinkedHashSet<>();
  private final Map<String, String> profile = new LinkedHashMap<>();
  private volatile String password;
  private volatile boolean enabled = true;
  private volatile String quota = "default";
  private volatile String email;
  private volatile String displayName;
  private volatile String language = "en";
  private volatile long used;
  private volatile long firstLogin;
  private volatile long lastLogin;
  private volatile boolean broken;
  private volatile boolean quotaUntold;

  Account(String id, String password) {
    this.id = id;
    this.password = password;
  }

  /** The id as it was stored, whatever spelling is asked for. */
  public String id() {
    return id;
  }

  public String password() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public boolean enabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** The quota as the server stores it: {@code default}, {@code none} or a text like "25 GB". */
  public String quota() {
    return quota;
  }

  public void setQuota(String definition) {
    this.quota = definition;
  }

  /** The bytes of the quota; empty when there is no limit. */
  public OptionalLong quotaBytes() {
    return unlimited() ? OptionalLong.empty() : OptionalLong.of((long) limit());
  }

  boolean unlimited() {
    return "none".equals(quota) || "default".equals(quota);
  }

  double limit() {
    return QuotaText.stored(quota);
  }

  /** The e-mail address, or null. */
  public String email() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email == null || email.isEmpty() ? null : email;
  }

  /** The display name; servers show the id when none was given. */
  public String displayName() {
    return displayName == null ? id : displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName == null || displayName.isEmpty() ? null : displayName;
  }

  public String language() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public LinkedHashSet<String> groups() {
    return groups;
  }

  /** Phone, locale, manager and the like, by their API names. */
  public Map<String, String> profile() {
    return profile;
  }

  public long used() {
    return used;
  }

  /** Also counts as a login when there was none, since only a login makes a home. */
  public void setUsed(long bytes) {
    if (lastLogin == 0) {
      setLastLogin(Instant.now().getEpochSecond());
    }
    this.used = bytes;
  }

  /** Seconds of the epoch; 0 = never. */
  public long lastLogin() {
    return lastLogin;
  }

  /** With 0 there was never a login, so there is no home that could take up space. */
  public void setLastLogin(long epochSeconds) {
    if (firstLogin == 0 || epochSeconds == 0) {
      firstLogin = epochSeconds;
    }
    if (epochSeconds == 0) {
      used = 0;
    }
    this.lastLogin = epochSeconds;
  }

  /** Whether a list with details shows no more of this user than the id. */
  public boolean broken() {
    return broken;
  }

  public void setBroken(boolean broken) {
    this.broken = broken;
  }

  /** Whether the server cannot tell the quota at this moment: its storage throws. */
  boolean quotaUntold() {
    return quotaUntold;
  }

  public void setQuotaUntold(boolean untold) {
    this.quotaUntold = untold;
  }

  long firstLogin() {
    return firstLogin;
  }

  long created() {
    return created;
  }

  boolean isAdmin() {
    return groups.contains("admin");
  }

  /** The first login of all fills the home with the skeleton files. */
  void login(long skeletonBytes) {
    if (lastLogin == 0) {
      used = skeletonBytes;
    }
    setLastLogin(Instant.now().getEpochSecond());
  }
}
