package io.github.billnextcloud.standin.cloud;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** One user of the stand-in, open to tests for reading and for changes behind the API's back. */
public final class Account {
  /** With a letter first, as some have it: who likes can call himself by such an id. */
  private final String stableId = "e" + UUID.randomUUID().toString().substring(1);

  private volatile String id;
  private final long created = Instant.now().getEpochSecond();
  private final LinkedHashSet<String> groups = new LinkedHashSet<>();
  private final Map<String, String> profile = new LinkedHashMap<>();
  private final LinkedHashSet<String> folders = new LinkedHashSet<>();
  private final LinkedHashSet<String> administered = new LinkedHashSet<>();
  private volatile String password;
  private volatile boolean enabled = true;
  private volatile String quota = "default";
  private volatile String email;
  private volatile String displayName;
  private volatile String language = "en";
  private volatile long used;
  private volatile long firstLogin;
  private volatile long lastLogin;
  private volatile String backend = "Database";
  private volatile boolean broken;
  private volatile boolean quotaUntold;

  private volatile String drive;
  private volatile boolean driveTrashed;
  private volatile boolean driveHidden;
  private volatile boolean driveGone;
  private volatile boolean enabledTold;
  private volatile GraphRole role = GraphRole.USER;

  Account(String id, String password) {
    this.id = id;
    this.password = password;
  }

  /** The id as it was stored, whatever spelling is asked for. */
  public String id() {
    return id;
  }

  /** Where Nextcloud has the user from. */
  String backend() {
    return backend;
  }

  public void setBackend(String backend) {
    this.backend = backend;
  }

  void rename(String to) {
    id = to;
  }

  /** By which Infinite Scale and OpenCloud know a user, however called. */
  public String stableId() {
    return stableId;
  }

  public GraphRole role() {
    return role;
  }

  public void setRole(GraphRole role) {
    this.role = role;
  }

  /** The id of the personal drive of Infinite Scale and OpenCloud; null before there is one. */
  public String drive() {
    return drive;
  }

  boolean driveTrashed() {
    return driveTrashed;
  }

  void trashDrive(boolean trashed) {
    driveTrashed = trashed && drive != null;
  }

  /** A negative quota hides it. */
  boolean driveHidden() {
    return driveHidden;
  }

  void hideDrive(boolean hidden) {
    driveHidden = hidden;
  }

  /** With all files; none is made for this user any more. */
  void destroyDrive() {
    driveGone |= drive != null;
    drive = null;
    driveTrashed = false;
    used = 0;
  }

  /**
   * @param newDrive the id of one that is made now; null when the storage does not answer
   */
  void signInOnGraph(String newDrive) {
    if (drive == null && !driveGone && role != GraphRole.USER_LIGHT) {
      drive = newDrive;
    }
  }

  /** Whether being enabled was ever set: before, some answers do not tell it. */
  boolean enabledTold() {
    return enabledTold;
  }

  void tellEnabled(boolean told) {
    enabledTold = true;
    enabled = told;
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

  /** Those at the top of the home which were made by hand. */
  public LinkedHashSet<String> folders() {
    return folders;
  }

  /** The groups of which this is an administrator. */
  public LinkedHashSet<String> administered() {
    return administered;
  }

  boolean isFull() {
    return !unlimited() && used >= limit();
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
    if (lastLogin == 0 && !isFull()) {
      used = skeletonBytes;
    }
    setLastLogin(Instant.now().getEpochSecond());
  }
}
