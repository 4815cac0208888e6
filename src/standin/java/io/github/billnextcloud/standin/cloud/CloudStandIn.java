package io.github.billnextcloud.standin.cloud;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.github.billnextcloud.standin.Passage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A Nextcloud, ownCloud, Infinite Scale or OpenCloud server that lives in memory and answers as the
 * recorded ones do.
 */
public final class CloudStandIn implements AutoCloseable {
  public static final String ADMIN = "admin";
  public static final String ADMIN_PASSWORD = "Adm1n-of-the-stand-in";

  private final State state;
  private final Sessions sessions;
  private final LoginFlow flow;
  private final OAuthPages oauth;
  private final Journal journal = new Journal();
  private final Wire wire;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(CloudStandIn::daemon);
  private final URI url;

  private CloudStandIn(Flavour flavour, HttpServer server, String path) {
    boolean tls = server instanceof HttpsServer;
    this.state = new State(flavour);
    Account admin = state.add(ADMIN, ADMIN_PASSWORD);
    if (flavour.graph()) {
      admin.setRole(GraphRole.ADMIN);
    } else {
      admin.groups().add("admin");
    }
    admin.login(flavour.skeletonBytes);
    this.sessions = new Sessions(state);
    this.flow = new LoginFlow(state);
    this.oauth = new OAuthPages(state);
    this.wire = new Wire(state, sessions, flow, oauth, journal, path, tls);
    this.server = server;
    String host = "127.0.0.1:" + server.getAddress().getPort();
    this.url = URI.create((tls ? "https://" : "http://") + host + path);
    server.setExecutor(threads);
    server.createContext("/", wire);
    server.start();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cloud-stand-in");
    thread.setDaemon(true);
    return thread;
  }

  public static CloudStandIn start(Flavour flavour) {
    return start(flavour, "");
  }

  /** An installation in a sub-folder such as "/nextcloud"; elsewhere the web server says 404. */
  public static CloudStandIn start(Flavour flavour, String path) {
    return new CloudStandIn(flavour, Listener.plain(), path.replaceFirst("/+$", ""));
  }

  public static CloudStandIn startTls(Flavour flavour, SSLContext context) {
    return new CloudStandIn(flavour, Listener.tls(context), "");
  }

  /** The address of the installation, without a slash at its end. */
  public URI url() {
    return url;
  }

  /** Ids compare ignoring case, as on the servers. */
  public Optional<Account> account(String id) {
    synchronized (state) {
      return Optional.ofNullable(state.account(id));
    }
  }

  public Collection<Account> accounts() {
    synchronized (state) {
      return List.copyOf(state.accounts());
    }
  }

  /** A user made by hand: enabled, default quota, no groups, a password nobody was told. */
  public Account addAccount(String id) {
    synchronized (state) {
      return state.add(id, Gate.randomPassword());
    }
  }

  public void addGroup(String id) {
    synchronized (state) {
      state.groups.add(id);
    }
  }

  /** Everything received so far, in order; requests outside the sub-folder are not counted. */
  public List<Request> requests() {
    return journal.all();
  }

  public List<Request> writes() {
    return journal.all().stream().filter(Request::isWrite).toList();
  }

  public void forgetRequests() {
    journal.forget();
    wire.forgetWork();
  }

  /** For long runs: requests are not remembered any more, only counted. */
  public void keepNoJournal() {
    journal.keepNothing();
  }

  /** What reached the server, in order: "GET user", "PUT users/{id}/disable". */
  public List<String> routes() {
    return journal.all().stream().map(Request::route).toList();
  }

  /** How often a password was hashed, the dearest of frequent work, since it was last forgotten. */
  public int passwordChecks() {
    return wire.passwordChecks();
  }

  /** How many pairs of keys were made, since they were last forgotten. */
  public int keyPairs() {
    return wire.keyPairs();
  }

  /** How many sessions and app passwords the account's list of devices shows. */
  public int tokenRows(String login) {
    synchronized (state) {
      return state.tokens.of(state.account(login)).size();
    }
  }

  /** The requests since the start or since they were last forgotten. */
  public long requestCount() {
    return journal.count();
  }

  /** On how many connections requests have come. */
  public int connectionCount() {
    return wire.connections();
  }

  /** The ids of those whom a link to set a password was mailed to, in order. */
  public List<String> links() {
    synchronized (state) {
      return List.copyOf(state.links);
    }
  }

  /** Sends nobody such links, and says why. */
  public void keepLostPasswords(String why) {
    synchronized (state) {
      state.lostPasswords = why;
    }
  }

  /** The ids of those whom a welcome mail went to, in order, one entry a mail. */
  public List<String> mails() {
    synchronized (state) {
      return List.copyOf(state.mails);
    }
  }

  /** What work takes, from now on; at the start it takes no time. */
  public void costs(Costs costs) {
    wire.costs(costs);
  }

  /** What each check of a password takes. */
  public void passwordCheckCosts(Duration duration) {
    wire.passwordCheckCosts(duration);
  }

  /** Every request asks here first, before it is handled and before it is answered. */
  public void watch(Passage passage) {
    wire.watch(passage);
  }

  /** From now on nobody but the administrator signs in by password alone. */
  public void enforceTwoFactor() {
    state.twoFactor = true;
  }

  /** Nor does the administrator. */
  public void enforceTwoFactorForAdministrators() {
    state.twoFactorForAdministrators = true;
  }

  /** The time passes, for sessions, tokens, confirmations and limits. */
  public void later(Duration duration) {
    synchronized (state) {
      state.later(duration.toMillis());
    }
  }

  /** PHP cleans up its sessions' files. */
  public void collectSessionFiles() {
    synchronized (state) {
      sessions.collectFiles();
    }
  }

  /** The rows of all sessions go from the database; recent Nextcloud's cache lives 10 s longer. */
  public void deleteSessionRows() {
    synchronized (state) {
      state.tokens.deleteRows(false);
    }
  }

  /** The rows of all app passwords go from the database; with the same cache. */
  public void deleteAppPasswords() {
    synchronized (state) {
      state.tokens.deleteRows(true);
    }
  }

  /** Whoever waits for a login flow gets an app password of the administrator. */
  public void grantLoginFlow() {
    synchronized (state) {
      flow.grant(state.account(ADMIN));
    }
  }

  /** A client of OAuth that the administrator has made. */
  public void registerOAuthClient(String id, String secret) {
    synchronized (state) {
      oauth.register(id, secret);
    }
  }

  /** What the browser brings home when the account's owner has agreed. */
  public String grantOAuth(String login) {
    synchronized (state) {
      return oauth.code(state.account(login));
    }
  }

  /** The same with this code. */
  public void grantOAuth(String login, String code) {
    synchronized (state) {
      oauth.agree(state.account(login), code);
    }
  }

  /** Somebody has taken back what OAuth had granted. */
  public void forgetOAuth() {
    synchronized (state) {
      oauth.forget();
      state.tokens.deleteRows(true);
    }
  }

  /** How often a code, a refresh token or a client was refused. */
  public int oauthRefusals() {
    synchronized (state) {
      return state.oauthRefusals;
    }
  }

  public void maintenance(boolean on) {
    state.maintenance = on;
  }

  public void allowUnlimitedQuota(boolean on) {
    synchronized (state) {
      state.unlimitedQuotaAllowed = on;
    }
  }

  /** Whether new users must have an e-mail address. */
  public void demandAddresses(boolean on) {
    synchronized (state) {
      state.addressDemanded = on;
    }
  }

  /** Writes no letter to new users. */
  public void writeNobody() {
    synchronized (state) {
      state.writing = false;
    }
  }

  /** Nextcloud's setting of an app: "core/shareapi_…"; an empty one is set, too. */
  public void appSetting(String name, String value) {
    synchronized (state) {
      state.settings.put(name, value);
    }
  }

  /** Switches SAML on, with one more provider; its app keeps no such setting where others do. */
  public void samlProvider(String quotaAttribute) {
    synchronized (state) {
      state.settings.put("user_saml/enabled", "yes");
      state.settings.put("user_saml/installed_version", "8.2.0");
      state.settings.put("user_saml/type", "saml");
      state.samlQuotas.add(quotaAttribute);
    }
  }

  /** Nobody finds anybody, as far as settings can. */
  public void keepApart() {
    onlyGroups(true, true);
    String sharing = "core/shareapi_";
    appSetting(sharing + "only_share_with_group_members", "yes");
    appSetting(sharing + "restrict_user_enumeration_to_group", "yes");
    appSetting(sharing + "restrict_user_enumeration_full_match", "no");
    appSetting("dav/system_addressbook_exposed", "0");
    appSetting("settings/profile_enabled_by_default", "0");
    appSetting("circles/enabled", "no");
    appSetting("user_status/enabled", "no");
  }

  /** ownCloud by another name; none where its version is hidden. */
  public void theme(String name) {
    synchronized (state) {
      state.theme = name;
    }
  }

  /** As a new server is. */
  public void openUp() {
    synchronized (state) {
      state.settings.forget();
    }
  }

  /** All that are set. */
  public Map<String, String> appSettings() {
    synchronized (state) {
      return state.settings.values();
    }
  }

  /** ownCloud's: share with members of own groups, and with own groups, only. */
  public void onlyGroups(boolean members, boolean groups) {
    synchronized (state) {
      state.settings.put(OwncloudSettings.ONLY_GROUPS, members ? "yes" : "no");
      state.settings.put(OwncloudSettings.ONLY_OWN_GROUPS, groups ? "yes" : "no");
    }
  }

  /** Shows this language of everybody, whatever was set. */
  public void forceLanguage(String language) {
    synchronized (state) {
      state.forcedLanguage = language;
    }
  }

  /** A deleted user has left files of this name. */
  public void leaveFiles(String name) {
    synchronized (state) {
      state.files.add(name);
    }
  }

  /** The most a quota may be set to; null = any. */
  public void maxQuota(Long bytes) {
    synchronized (state) {
      state.maxQuota = bytes;
    }
  }

  /** Basic authentication with passwords, which the newer servers come without. */
  public void takePasswords(boolean on) {
    synchronized (state) {
      state.graph.passwords = on;
    }
  }

  /** Administrators make app tokens for others. */
  public void allowImpersonation() {
    synchronized (state) {
      state.graph.appTokens = true;
      state.graph.impersonation = true;
    }
  }

  /** The users are kept in a directory that the server only reads. */
  public void readOnlyDirectory() {
    synchronized (state) {
      state.graph.readOnly = true;
    }
  }

  /** OpenCloud keeps deleted users for a while. */
  public void deleteSoftly() {
    synchronized (state) {
      state.graph.softDeletion = true;
    }
  }

  /** Nobody can be disabled. */
  public void withoutDisabling() {
    synchronized (state) {
      state.graph.disabling = false;
    }
  }

  /** A service of Infinite Scale or OpenCloud, by its name there, has ended, or runs again. */
  public void service(String name, boolean runs) {
    synchronized (state) {
      if (runs) {
        state.graph.missing.remove(name);
      } else {
        state.graph.missing.add(name);
      }
    }
  }

  /** By which Infinite Scale and OpenCloud know a group. */
  public String groupId(String name) {
    synchronized (state) {
      return state.graph.groupId(name);
    }
  }

  /** How many drives are left whose users are gone. */
  public int orphanedDrives() {
    synchronized (state) {
      return state.graph.orphans.size();
    }
  }

  /** The project spaces, hidden ones too. */
  public List<GraphSpace> spaces() {
    synchronized (state) {
      return List.copyOf(state.graph.spaces.values());
    }
  }

  /** What there is of each: name, by what it is known, quota, who comes in. */
  public List<String> spaceLines() {
    synchronized (state) {
      return state.flavour.graph()
          ? state.graph.spaces.values().stream().map(space -> space.line(state)).toList()
          : Stream.concat(
                  state.teamFolders.values().stream().map(TeamFolder::line),
                  state.shares.values().stream().map(GroupShare::line))
              .toList();
    }
  }

  /** A space of somebody's own making. */
  public GraphSpace addSpace(String name, String description, Account manager) {
    synchronized (state) {
      GraphSpace space = state.graph.newSpace(name, manager);
      space.describe(description);
      return space;
    }
  }

  /** So many invitations to spaces are lost, and answered all the same. */
  public void loseInvitations(int count) {
    synchronized (state) {
      state.graph.lostInvitations = count;
    }
  }

  /** As if the user had signed in once: that makes the drive. */
  public void signInOnce(Account account) {
    synchronized (state) {
      account.signInOnGraph(state.graph.newDrive(account));
    }
  }

  /** Somebody else deletes a user. */
  public void remove(String id) {
    synchronized (state) {
      state.remove(state.account(id));
    }
  }

  /** The same while the storage does not answer: the files stay. */
  public void removeWithoutFiles(String id) {
    synchronized (state) {
      Account account = state.account(id);
      state.graph.orphans.put(account.drive(), account);
      state.remove(account);
    }
  }

  /** Calls a user otherwise, as users of these servers can themselves. */
  public void rename(Account account, String name) {
    synchronized (state) {
      state.rename(account, name);
    }
  }

  /** What Nextcloud's monitoring app says is left on the disk. */
  public void freeSpace(long bytes) {
    synchronized (state) {
      state.freeSpace = bytes;
    }
  }

  /** The monitoring app is disabled. */
  public void withoutServerInfo() {
    synchronized (state) {
      state.freeSpace = null;
    }
  }

  /** An app password of the administrator that carries no password, as an occ command makes it. */
  public void appPassword(String secret) {
    synchronized (state) {
      if (state.flavour.graph()) {
        state.graph.appTokens = true;
        Instant made = Instant.ofEpochMilli(state.now());
        state.graph.giveAppToken(
            secret,
            new GraphState.GivenToken(
                state.account(ADMIN), made.plus(Duration.ofDays(3)), made, "Generated via CLI"));
        return;
      }
      state.tokens.add(state.account(ADMIN), secret, "occ", Token.Kind.APP_PASSWORD, null);
    }
  }

  /** The app tokens of LibreGraph that were given out, also to act for others. */
  public Collection<String> appTokens() {
    synchronized (state) {
      return List.copyOf(state.graph.appTokensGiven().keySet());
    }
  }

  /** Nextcloud has its app "Team folders". */
  public void enableTeamFolders() {
    synchronized (state) {
      state.teamFoldersOn = state.flavour.nextcloud();
    }
  }

  /** A folder that somebody has made by hand. */
  public TeamFolder addTeamFolder(String mountPoint) {
    synchronized (state) {
      return state.addTeamFolder(mountPoint);
    }
  }

  public List<TeamFolder> teamFolders() {
    synchronized (state) {
      return List.copyOf(state.teamFolders.values());
    }
  }

  /** What users share with groups. */
  public List<GroupShare> shares() {
    synchronized (state) {
      return List.copyOf(state.shares.values());
    }
  }

  /** A user shares a folder with a group, to read. */
  public void share(Account owner, String path, String group) {
    synchronized (state) {
      state.addShare(owner, path, group, 1);
    }
  }

  /** An external storage for a group, by Nextcloud's app. */
  public void addStorage(String group) {
    synchronized (state) {
      state.storageGroups.add(group);
    }
  }

  /** Nobody shares with groups. */
  public void withoutGroupSharing() {
    synchronized (state) {
      state.groupSharing = false;
    }
  }

  public Collection<String> groups() {
    synchronized (state) {
      return List.copyOf(state.groups);
    }
  }

  /** Somebody else deletes a group. */
  public void removeGroup(String id) {
    synchronized (state) {
      state.removeGroup(id);
    }
  }

  /** Happens to the first request that matches, once. */
  public void fault(Predicate<Request> when, Fault fault) {
    journal.plan(when, fault);
  }

  /** An access token of the administrator, sent as a Bearer token and good for an hour. */
  public void oauthToken(String secret) {
    synchronized (state) {
      Account admin = state.account(ADMIN);
      if (state.flavour.graph()) {
        state.graph.giveAccessToken(secret, admin);
        return;
      }
      state.tokens.add(admin, secret, "client", Token.Kind.OAUTH, admin.password());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
