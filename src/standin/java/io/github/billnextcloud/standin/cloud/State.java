package io.github.billnextcloud.standin.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All the stand-in remembers; whoever touches it holds its lock. */
final class State {
  final Flavour flavour;
  final Set<String> groups = new LinkedHashSet<>();
  final GraphState graph;

  /** The name that ownCloud gives itself. */
  String theme = "ownCloud";

  /** What the administrator has set; of ownCloud, about sharing. */
  final AppConfig settings;

  /** Who has said to be there. */
  final Set<String> online = new LinkedHashSet<>();

  /** Whom a welcome mail went to, in order. */
  final List<String> mails = new ArrayList<>();

  /** Whom a link to set a password went to, in order. */
  final List<String> links = new ArrayList<>();

  /** What is said to who has lost a password, where no such links are sent; or null. */
  String lostPasswords;

  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, Account> sorted = new TreeMap<>();
  private final Map<String, Deque<Long>> edits = new HashMap<>();
  private final List<FailedLogin> failedLogins = new ArrayList<>();
  final Tokens tokens = new Tokens(this);
  private long skipped;
  volatile boolean maintenance;
  boolean unlimitedQuotaAllowed = true;
  Long maxQuota;

  /** The app setting newUser.requireEmail. */
  boolean addressDemanded;

  /** The app setting newUser.sendEmail. */
  boolean writing = true;

  /** The system setting force_language: shown of everybody, whatever was set; or null. */
  String forcedLanguage;

  /** Names in the data directory that no user has (any more). */
  final Set<String> files = new HashSet<>();

  /** How often a client of OAuth was refused, which Nextcloud counts as brute force. */
  int oauthRefusals;

  /** Two-factor is enforced for all but administrators, so that no password lets them in here. */
  volatile boolean twoFactor;

  /** Administrators are no exception. */
  volatile boolean twoFactorForAdministrators;

  /** The app "Team folders" is there. */
  boolean teamFoldersOn;

  final Map<Integer, TeamFolder> teamFolders = new TreeMap<>();
  private int lastTeamFolder;

  /** With which groups folders are shared, by number. */
  final Map<Integer, GroupShare> shares = new TreeMap<>();

  private int lastShare;

  /** The groups for which there are external storages; without any that app is off. */
  final Set<String> storageGroups = new LinkedHashSet<>();

  /** Of each provider of SAML the attribute that it takes for a quota; blank for none. */
  final List<String> samlQuotas = new ArrayList<>();

  /** Whether folders may be shared with groups. */
  boolean groupSharing = true;

  /** What the monitoring app says is left on the disk; null = the app is disabled. */
  Long freeSpace = 10L << 40;

  State(Flavour flavour) {
    this.flavour = flavour;
    this.settings = new AppConfig(flavour);
    if (!flavour.graph()) {
      groups.add("admin");
    }
    graph = new GraphState(flavour);
  }

  Account account(String id) {
    return id == null ? null : accounts.get(key(id));
  }

  /** Whom a route means: recent Nextcloud takes e-mail addresses for ids, too. */
  Account found(String id) {
    Account account = account(id);
    return account == null && flavour == Flavour.NEXTCLOUD_34 ? byEmail(id, false) : account;
  }

  /** Null when nobody has this address, or several have it and only one will do. */
  Account byEmail(String address, boolean only) {
    List<Account> having =
        accounts().stream().filter(it -> address.equalsIgnoreCase(it.email())).toList();
    return having.isEmpty() || only && having.size() > 1 ? null : having.get(0);
  }

  /** In the order of the ids, as the servers list them; a view, for a copy takes time. */
  Collection<Account> accounts() {
    return Collections.unmodifiableCollection(sorted.values());
  }

  Account add(String id, String password) {
    Account account = new Account(id, password);
    accounts.put(key(id), account);
    sorted.put(key(id), account);
    return account;
  }

  TeamFolder addTeamFolder(String mountPoint) {
    TeamFolder folder = new TeamFolder(++lastTeamFolder, mountPoint);
    teamFolders.put(folder.id(), folder);
    return folder;
  }

  GroupShare addShare(Account owner, String path, String group, int permissions) {
    GroupShare share = new GroupShare(++lastShare, owner, path, group, permissions);
    shares.put(share.id(), share);
    return share;
  }

  boolean sharesWithOwnGroupsOnly() {
    return flavour.nextcloud()
        ? settings.is("core/shareapi_only_share_with_group_members", "yes")
        : settings.is(OwncloudSettings.ONLY_OWN_GROUPS, "yes");
  }

  /**
   * What folders let it do goes with the group, and comes not back with another of its name; older
   * Nextcloud keeps what was shared with it.
   */
  void removeGroup(String id) {
    groups.remove(id);
    accounts().forEach(it -> it.groups().remove(id));
    accounts().forEach(it -> it.administered().remove(id));
    teamFolders.values().forEach(it -> it.groups().remove(id));
    if (!flavour.olderNextcloud()) {
      shares.values().removeIf(it -> it.group().equals(id));
    }
  }

  /** Null when nobody has it. */
  Account byStableId(String id) {
    return accounts.values().stream()
        .filter(it -> it.stableId().equals(id))
        .findFirst()
        .orElse(null);
  }

  void rename(Account account, String name) {
    remove(account);
    account.rename(name);
    accounts.put(key(name), account);
    sorted.put(key(name), account);
  }

  void remove(Account account) {
    accounts.remove(key(account.id()));
    sorted.remove(key(account.id()));
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private record FailedLogin(String login, long time) {}

  /** In milliseconds, by a clock that a test may move forward. */
  long now() {
    return System.currentTimeMillis() + skipped;
  }

  void later(long millis) {
    skipped += millis;
  }

  boolean twoFactorFor(Account account) {
    return account.isAdmin() ? twoFactorForAdministrators : twoFactor;
  }

  /** Eleven wrong passwords in half an hour are heard, then Nextcloud listens no more. */
  boolean bruteForceBlocked() {
    failedLogins.removeIf(it -> now() - it.time() >= 1_800_000);
    return flavour.nextcloud() && failedLogins.size() >= 11;
  }

  void loginFailed(String login) {
    failedLogins.add(new FailedLogin(login, now()));
  }

  /** Forgets the wrong passwords of this login name, not those of a mistyped one. */
  void loginSucceeded(String login) {
    failedLogins.removeIf(it -> login.equals(it.login()));
  }

  /** Counts an edit by this account; false when it already made 50 such in ten minutes. */
  boolean mayEdit(Account actor, String method) {
    Deque<Long> made = edits.computeIfAbsent(method + actor.id(), id -> new ArrayDeque<>());
    long now = now();
    made.removeIf(time -> now - time >= 600_000);
    if (made.size() >= 50) {
      return false;
    }
    made.add(now);
    return true;
  }
}
