package io.github.billnextcloud.standin.cloud;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One project space of Infinite Scale or OpenCloud, open to tests for reading and for changes. */
public final class GraphSpace {

  static final String VIEWER = "a8d5fe5e-96e3-418d-825b-534dbdf22b99";
  static final String EDITOR = "58c63c02-1d89-4572-916a-870abc5a1b7d";
  static final String MANAGER = "312c0871-5ef7-4b3a-85b6-0e4074c64049";

  /** What a purge that is answered 500 has made of the space, each time another, by chance. */
  public enum FailedPurge {
    /** Still there by its id, and in no list any more. */
    UNLISTED,
    /** Also taken for one that was never hidden. */
    SHOWN_AGAIN,
    /** Found by nobody any more, with its files on the disk. */
    LOST
  }

  private final String id;
  private final Deque<FailedPurge> failures =
      new ArrayDeque<>(List.of(FailedPurge.UNLISTED, FailedPurge.UNLISTED));
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Set<String> ever = new HashSet<>();
  private String name;
  private String description = "";
  private String alias;
  private long quota;
  private long used;
  private boolean trashed;
  private boolean unlisted;
  private boolean lost;

  GraphSpace(String id, String name, String manager) {
    this.id = id;
    this.name = name;
    this.alias = "project/" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    roles.put(manager, MANAGER);
  }

  public String id() {
    return id;
  }

  /** The part after the storage's, by which the server takes it, too. */
  String half() {
    return id.substring(id.indexOf('$') + 1);
  }

  public String name() {
    return name;
  }

  void rename(String to) {
    name = to;
  }

  public String description() {
    return description;
  }

  public void describe(String as) {
    description = as;
  }

  String alias() {
    return alias;
  }

  void setAlias(String to) {
    alias = to;
  }

  /** Bytes; zero is no limit. */
  public long quota() {
    return quota;
  }

  public void setQuota(long bytes) {
    quota = bytes;
  }

  public long used() {
    return used;
  }

  public void setUsed(long bytes) {
    used = bytes;
  }

  public boolean trashed() {
    return trashed;
  }

  public void trash(boolean on) {
    trashed = on;
  }

  /** So will purges fail, one by one, where they do; the next one is done. */
  public void failPurges(List<FailedPurge> each) {
    failures.clear();
    failures.addAll(each);
  }

  /** False when nothing is left to fail. */
  boolean failsPurge() {
    FailedPurge failure = failures.poll();
    unlisted |= failure != null;
    lost |= failure == FailedPurge.LOST;
    trashed &= failure != FailedPurge.SHOWN_AGAIN;
    return failure != null;
  }

  boolean isUnlisted() {
    return unlisted;
  }

  boolean isLost() {
    return lost;
  }

  /** The ids of roles by those of users, also of deleted ones. */
  Map<String, String> roles() {
    ever.addAll(roles.keySet());
    return roles;
  }

  /** How many have had a role, the first manager among them. */
  int everInside() {
    roles();
    return ever.size();
  }

  /** {@code viewer}, {@code editor}, {@code manager}; null of who does not come in. */
  public String roleOf(Account account) {
    String role = roles.get(account.stableId());
    return role == null ? null : word(role);
  }

  /** Somebody else lets him in, by such a word, or by null takes him out. */
  public void give(Account account, String word) {
    if (word == null) {
      roles.remove(account.stableId());
    } else {
      roles.put(account.stableId(), role(word));
    }
  }

  static String word(String role) {
    return switch (role) {
      case VIEWER -> "viewer";
      case MANAGER -> "manager";
      default -> "editor";
    };
  }

  private static String role(String word) {
    return switch (word) {
      case "viewer" -> VIEWER;
      case "manager" -> MANAGER;
      default -> EDITOR;
    };
  }

  /** No one else manages it. */
  boolean isLastManager(String user) {
    return MANAGER.equals(roles.get(user))
        && roles.values().stream().filter(MANAGER::equals).count() == 1;
  }

  /** {@code Team A (svc-4711), quota 10, ann editor, hidden}. */
  String line(State state) {
    StringBuilder line = new StringBuilder();
    line.append(name).append(" (").append(description).append("), quota ").append(quota);
    roles.forEach(
        (user, role) -> {
          Account account = state.byStableId(user);
          line.append(", ").append(account == null ? "somebody deleted" : account.id());
          line.append(' ').append(word(role));
        });
    return line.append(trashed ? ", hidden" : "").toString();
  }
}
