package io.github.billnextcloud.standin.cloud;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** cloud/groups and the groups of a user. */
final class GroupsApi {
  private final State state;
  private final Flavour flavour;

  GroupsApi(State state) {
    this.state = state;
    this.flavour = state.flavour;
  }

  Answer list(Call call) {
    String search = call.fieldOrEmpty("search");
    Stream<String> found = state.groups.stream().filter(g -> Page.contains(g, search)).sorted();
    return Answer.ok(Map.of("groups", Page.of(call, flavour, found).toList()));
  }

  Answer create(Call call) {
    String id = call.field("groupid");
    if (id == null && flavour.nextcloud()) {
      return Answer.missingParameter(flavour);
    }
    if (id == null || id.isEmpty()) {
      return Answer.no(101, "Invalid group name");
    }
    if (state.groups.contains(id)) {
      return Answer.no(102, flavour.nextcloud() ? "group exists" : null);
    }
    boolean takesLong = flavour == Flavour.NEXTCLOUD_29 || flavour == Flavour.NEXTCLOUD_34;
    if (id.length() > (takesLong ? 255 : 64)) {
      return flavour.nextcloud() ? Answer.serverError() : Answer.nothing();
    }
    // A long name is kept as the name only; nobody finds the group by it, not even a second create.
    boolean added = state.groups.add(id.length() > 64 ? sha256(id) : id);
    return added ? Answer.ok() : Answer.no(103, "Not supported by backend");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer members(String id) {
    if (flavour.nextcloud() && id.equals("details")) {
      return Answer.notModelled("groups/details");
    }
    if (!state.groups.contains(id)) {
      int code = flavour.nextcloud() ? 404 : 998;
      return Answer.no(code, "The requested group could not be found");
    }
    return Answer.ok(
        Map.of(
            "users",
            state.accounts().stream()
                .filter(a -> a.groups().contains(id))
                .map(Account::id)
                .toList()));
  }

  /** To who is a member recent Nextcloud shows the others. */
  Answer membersFor(String id, Caller caller) {
    boolean member = caller.account().groups().contains(id);
    if (caller.isAdmin() || member && flavour == Flavour.NEXTCLOUD_34) {
      return members(id);
    }
    String who = flavour == Flavour.NEXTCLOUD_28 ? "user" : "account";
    return Answer.no(403, "Logged in " + who + " must be at least a sub admin");
  }

  Answer delete(String id) {
    if (!state.groups.contains(id)) {
      return Answer.no(101);
    }
    if (id.equals("admin")) {
      return Answer.no(102);
    }
    state.removeGroup(id);
    return Answer.ok();
  }

  Answer ofUser(String id, Caller caller) {
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(998);
    }
    if (!caller.isAdmin() && !caller.is(account)) {
      return Answer.no(flavour.nextcloud() ? 998 : 997);
    }
    return Answer.ok(Map.of("groups", List.copyOf(account.groups())));
  }

  Answer join(String id, Call call) {
    return membership(id, call.fieldOrEmpty("groupid"), null, true);
  }

  Answer leave(String id, Call call, Caller caller) {
    if (call.field("groupid") == null && flavour.nextcloud()) {
      return Answer.missingParameter(flavour);
    }
    return membership(id, call.fieldOrEmpty("groupid"), caller, false);
  }

  Answer administeredBy(String id) {
    Account account = state.found(id);
    return account == null
        ? Answer.no(flavour.nextcloud() ? 404 : 101, "User does not exist")
        : Answer.ok(List.copyOf(account.administered()));
  }

  Answer administrators(String group) {
    return state.groups.contains(group)
        ? Answer.ok(
            state.accounts().stream()
                .filter(it -> it.administered().contains(group))
                .map(Account::id)
                .toList())
        : Answer.no(101, "Group does not exist");
  }

  Answer appoint(String id, String group) {
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(101, "User does not exist");
    }
    if (!state.groups.contains(group)) {
      return Answer.no(102, "Group does not exist");
    }
    account.administered().add(group);
    return Answer.ok();
  }

  Answer depose(String id, String group) {
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(101, "User does not exist");
    }
    return account.administered().remove(group)
        ? Answer.ok()
        : Answer.no(102, "User is not a subadmin of this group");
  }

  private Answer membership(String id, String group, Caller leaving, boolean join) {
    if (group.isEmpty()) {
      return Answer.no(101);
    }
    if (!state.groups.contains(group)) {
      return Answer.no(102);
    }
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(103);
    }
    if (join) {
      account.groups().add(group);
    } else if (leaving.is(account) && group.equals("admin")) {
      return Answer.no(105, "Cannot remove yourself from the admin group");
    } else {
      account.groups().remove(group);
    }
    return Answer.ok();
  }
}
