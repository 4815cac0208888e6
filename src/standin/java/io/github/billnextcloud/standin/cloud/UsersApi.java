package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything below cloud/user and cloud/users but groups. */
final class UsersApi {
  private final State state;
  private final Flavour flavour;

  UsersApi(State state) {
    this.state = state;
    this.flavour = state.flavour;
  }

  Answer self(Caller caller) {
    Account me = caller.account();
    if (flavour.nextcloud()) {
      return Answer.ok(UserView.of(state, me, true));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", me.id());
    data.put("display-name", me.displayName());
    data.put("email", me.email());
    data.put("language", me.language());
    return new Answer.Ocs(Voice.FRAMEWORK, 100, null, data);
  }

  Answer list(Call call) {
    return Answer.ok(Map.of("users", found(call).map(Account::id).toList()));
  }

  /** An object by id, except that PHP writes an empty one as a list. */
  Answer details(Call call) {
    Map<String, Object> users =
        found(call)
            .collect(
                Collectors.toMap(
                    Account::id, this::detail, (one, other) -> one, LinkedHashMap::new));
    return Answer.ok(Map.of("users", users));
  }

  /** Of a user whose data cannot be read, only the id is shown. */
  private Map<String, Object> detail(Account account) {
    return account.broken() ? Map.of("id", account.id()) : UserView.of(state, account, false);
  }

  private Stream<Account> found(Call call) {
    String search = call.fieldOrEmpty("search");
    return Page.of(call, flavour, state.accounts().stream().filter(a -> matches(a, search)));
  }

  private static boolean matches(Account account, String search) {
    if (search.isEmpty()) {
      return true;
    }
    String mail = account.email() == null ? "" : account.email();
    return Page.contains(account.id(), search)
        || Page.contains(account.displayName(), search)
        || Page.contains(mail, search);
  }

  Answer create(Call call, Caller caller) {
    return new UserCreate(state).answer(call, caller);
  }

  Answer show(String id, Caller caller) {
    if (flavour.nextcloud() && caller.isAdmin() && id.equals("recent")) {
      return Answer.notModelled("users/" + id);
    }
    if (flavour.nextcloud() && caller.isAdmin() && id.equals("disabled")) {
      return Answer.ok(
          Map.of(
              "users",
              state.accounts().stream().filter(a -> !a.enabled()).map(Account::id).toList()));
    }
    Account account = state.found(id);
    if (account == null) {
      return flavour.nextcloud()
          ? Answer.no(404, "User does not exist")
          : Answer.no(998, "The requested user could not be found");
    }
    if (!caller.isAdmin() && !caller.is(account)) {
      return Answer.no(flavour.nextcloud() ? 998 : 997);
    }
    return account.broken()
        ? Answer.serverError()
        : Answer.ok(UserView.of(state, account, caller.is(account)));
  }

  Answer edit(String id, Call call, Caller caller) {
    return new UserEdit(state).answer(id, call, caller);
  }

  Answer delete(String id, Caller caller) {
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(flavour.nextcloud() ? 998 : 101);
    }
    if (caller.is(account)) {
      return Answer.no(101);
    }
    if (!account.backend().equals("Database")) {
      // As long as the directory has the entry.
      return Answer.no(101);
    }
    state.remove(account);
    state.shares.values().removeIf(it -> it.owner() == account);
    return Answer.ok();
  }

  Answer enable(String id, Caller caller, boolean enabled) {
    Account account = state.found(id);
    if (account == null || caller.is(account)) {
      return Answer.no(101);
    }
    account.setEnabled(enabled);
    return Answer.ok();
  }

  Answer welcome(String id) {
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(998);
    }
    if (account.email() == null) {
      return Answer.no(101, "Email address not available");
    }
    state.mails.add(account.id());
    return Answer.ok();
  }

  Answer wipe(String id) {
    return state.found(id) == null ? Answer.no(998) : Answer.ok();
  }
}
