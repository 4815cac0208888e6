package io.github.billnextcloud.standin.cloud;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What only Infinite Scale and OpenCloud have: how they are set up, and what they gave out. */
final class GraphState {

  private final Flavour flavour;

  /** Of the storage: the first half of the ids of all drives. */
  final String storage = UUID.randomUUID().toString();

  /** Setting PROXY_ENABLE_BASIC_AUTH. */
  boolean passwords;

  /** Setting PROXY_ENABLE_APP_AUTH, and its service. */
  boolean appTokens;

  /** Setting AUTH_APP_ENABLE_IMPERSONATION. */
  boolean impersonation;

  /** The users are kept in a directory that the server only reads. */
  boolean readOnly;

  /** Setting GRAPH_USER_SOFT_DELETE_RETENTION_TIME. */
  boolean softDeletion;

  /** False with OCIS_LDAP_DISABLE_USER_MECHANISM=none. */
  boolean disabling = true;

  /**
   * Services that do not run, by their names: idm, graph, settings, storage-users, frontend, ocdav.
   */
  final Set<String> missing = new LinkedHashSet<>();

  /** Drives whose users are gone: they were deleted while the storage did not answer. */
  final Map<String, Account> orphans = new LinkedHashMap<>();

  /** Project spaces by their ids. */
  final Map<String, GraphSpace> spaces = new LinkedHashMap<>();

  /** So many invitations are answered as if they had come true. */
  int lostInvitations;

  private final Map<String, String> groupIds = new LinkedHashMap<>();
  private final Map<String, GivenToken> appTokensGiven = new LinkedHashMap<>();
  private final Map<String, Account> accessTokens = new LinkedHashMap<>();

  GraphState(Flavour flavour) {
    this.flavour = flavour;
    this.appTokens = flavour == Flavour.OPENCLOUD;
  }

  /** An app token, as its list shows it. */
  record GivenToken(Account account, Instant ends, Instant made, String label) {}

  /** The id of one; the POSIX driver of OpenCloud gives drives ids of their own. */
  String newDrive(Account account) {
    String own = flavour == Flavour.OPENCLOUD ? UUID.randomUUID().toString() : account.stableId();
    return storage + "$" + own;
  }

  /** Whoever makes a space manages it. */
  GraphSpace newSpace(String name, Account manager) {
    String id = storage + "$" + UUID.randomUUID();
    GraphSpace space = new GraphSpace(id, name, manager.stableId());
    spaces.put(id, space);
    return space;
  }

  /** Infinite Scale 5 knows none, whatever is switched on. */
  boolean takesAppTokens() {
    return appTokens && flavour != Flavour.INFINITE_SCALE_5;
  }

  String groupId(String name) {
    return groupIds.computeIfAbsent(name, it -> UUID.randomUUID().toString());
  }

  void giveAppToken(String text, GivenToken token) {
    appTokensGiven.put(text, token);
  }

  void giveAccessToken(String text, Account account) {
    accessTokens.put(text, account);
  }

  Map<String, GivenToken> appTokensGiven() {
    return appTokensGiven;
  }

  /** Null when nobody has it. */
  Account byAccessToken(String text) {
    return accessTokens.get(text);
  }

  long appTokensOf(Account account) {
    return appTokensGiven.values().stream().filter(it -> it.account() == account).count();
  }
}
