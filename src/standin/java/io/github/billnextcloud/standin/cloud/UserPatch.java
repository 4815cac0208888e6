package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** PATCH users/{id} of Nextcloud 34: several fields at once, all of them or none. */
final class UserPatch {
  private static final List<String> FIELDS = List.of("displayName", "quota", "language", "manager");

  private final State state;
  private final UserEdit edit;

  UserPatch(State state) {
    this.state = state;
    this.edit = new UserEdit(state);
  }

  Answer answer(String id, Call call, Caller caller) {
    Account account = state.found(id);
    if (account == null) {
      return Answer.no(998);
    }
    if (!caller.isAdmin() && !caller.is(account)) {
      return Answer.no(403, "Insufficient permissions to edit this user");
    }
    Map<String, Object> errors = errors(account, call, caller);
    if (!errors.isEmpty()) {
      return new Answer.Ocs(Answer.Voice.PROVISIONING, 422, "", Map.of("errors", errors));
    }
    if (call.field("password") != null) {
      account.setPassword(call.field("password"));
    }
    for (String field : FIELDS) {
      if (call.field(field) != null) {
        edit.set(account, key(field), call.field(field), caller);
      }
    }
    if (call.field("email") != null) {
      account.setEmail(call.field("email").strip().toLowerCase(Locale.ROOT));
    }
    if (call.hasList("groups")) {
      account.groups().clear();
      account.groups().addAll(call.list("groups"));
    }
    return Answer.ok(UserView.of(state, account, caller.is(account)));
  }

  private static String key(String field) {
    return field.toLowerCase(Locale.ROOT);
  }

  /** In the order in which the server looks. */
  private Map<String, Object> errors(Account account, Call call, Caller caller) {
    Map<String, Object> errors = new LinkedHashMap<>();
    String password = call.field("password");
    String email = call.fieldOrEmpty("email");
    if (password != null && Passwords.complaint(password) != null) {
      errors.put("password", Passwords.complaint(password));
    }
    if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
      errors.put("email", "Invalid email address");
    }
    Account trial = new Account(account.id(), "");
    for (String field : List.of("language", "quota")) {
      String value = call.field(field);
      if (value != null && edit.set(trial, field, value, caller) instanceof Answer.Ocs answer) {
        if (answer.code() != 100) {
          errors.put(field, answer.message());
        }
      }
    }
    call.list("groups").stream()
        .filter(group -> !state.groups.contains(group))
        .findFirst()
        .ifPresent(group -> errors.put("groups", "Group " + group + " does not exist"));
    return errors;
  }
}
