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
  final Set<String> groups = new LinkedHashSet<>(List.of("admin"));

  /** Whom a welcome mail went to, in order. */
  final List<String> mails = new ArrayList<>();

  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, Account> sorted = new TreeMap<>();
  private final Map<String, Deque<Long>> edits = new HashMap<>();
  private int failedLogins;
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

  volatile String appPassword;

  /** Two-factor is enforced for all but administrators, so that no password lets them in here. */
  volatile boolean twoFactor;

  /** What the monitoring app says is left on the disk; null = the app is disabled. */
  Long freeSpace = 10L << 40;

  State(Flavour flavour) {
    this.flavour = flavour;
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

  void remove(Account account) {
    accounts.remove(key(account.id()));
    sorted.remove(key(account.id()));
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** Eleven wrong passwords are heard, then Nextcloud listens no more. */
  boolean bruteForceBlocked() {
    return flavour.nextcloud() && failedLogins >= 11;
  }

  void loginFailed() {
    failedLogins++;
  }

  /** Counts an edit by this account; false when it already made 50 of them in ten minutes. */
  boolean mayEdit(Account actor) {
    Deque<Long> made = edits.computeIfAbsent(actor.id(), id -> new ArrayDeque<>());
    long now = System.nanoTime();
    made.removeIf(time -> now - time > 600_000_000_000L);
    if (made.size() >= 50) {
      return false;
    }
    made.add(now);
    return true;
  }

  void forgetCounts() {
    edits.clear();
    failedLogins = 0;
  }
}
