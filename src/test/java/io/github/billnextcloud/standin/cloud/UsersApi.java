package io.github.billnextcloud.standin.cloud;

import io.github.billnextcloud.standin.cloud.Answer.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything below cloud/user and cloud/users but groups. */
final class UsersApi {
  private static final Set<String> NOT_MODELLED = Set.of("details", "recent");

  private final State state;
  private final Flavour flavour;

  UsersApi(State state) {
    this.state = state;
    this.flavour = state.flavour;
  }

  Answer self(Caller caller) {
    Account me = caller.account();
    if (flavour.nextcloud()) {
      return Answer.ok(UserView.of(flavour, me, true));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", me.id());
    data.put("display-name", me.displayName());
    data.put("email", me.email());
    data.put("language", me.language());
    return new Answer.Ocs(Voice.FRAMEWORK, 100, null, data);
  }

  Answer list(Call call) {
    String search = call.fieldOrEmpty("search");
    List<String> found =
        state.accounts().stream().filter(a -> matches(a, search)).map(Account::id).toList();
    return Page.of(call, flavour, "users", found);
  }

  private static boolean matches(Account account, String search) {
    String mail = account.email() == null ? "" : account.email();
    return Page.contains(account.id(), search)
        || Page.contains(account.displayName(), search)
        || Page.contains(mail, search);
  }

  Answer create(Call call, Caller caller) {
    return new UserCreate(state).answer(call, caller);
  }

  Answer show(String id, Caller caller) {
    if (flavour.nextcloud() && caller.isAdmin() && NOT_MODELLED.contains(id)) {
      return Answer.notModelled("users/" + id);
    }
    if (flavour.nextcloud() && caller.isAdmin() && id.equals("disabled")) {
      return Answer.ok(
          Map.of(
              "users",
              state.accounts().stream().filter(a -> !a.enabled()).map(Account::id).toList()));
    }
    Account account = state.account(id);
    if (account == null) {
      return flavour.nextcloud()
          ? Answer.no(404, "User does not exist")
          : Answer.no(998, "The requested user could not be found");
    }
    if (!caller.isAdmin() && !caller.is(account)) {
      return Answer.no(flavour.nextcloud() ? 998 : 997);
    }
    return Answer.ok(UserView.of(flavour, account, caller.is(account)));
  }

  Answer edit(String id, Call call, Caller caller) {
    return new UserEdit(state).answer(id, call, caller);
  }

  Answer delete(String id, Caller caller) {
    Account account = state.account(id);
    if (account == null) {
      return Answer.no(flavour.nextcloud() ? 998 : 101);
    }
    if (caller.is(account)) {
      return Answer.no(101);
    }
    state.remove(account);
    return Answer.ok();
  }

  Answer enable(String id, Caller caller, boolean enabled) {
    Account account = state.account(id);
    if (account == null || caller.is(account)) {
      return Answer.no(101);
    }
    account.setEnabled(enabled);
    return Answer.ok();
  }

  Answer welcome(String id) {
    Account account = state.account(id);
    if (account == null) {
      return Answer.no(998);
    }
    return account.email() == null ? Answer.no(101, "Email address not available") : Answer.ok();
  }

  Answer wipe(String id) {
    return state.account(id) == null ? Answer.no(998) : Answer.ok();
  }
}
