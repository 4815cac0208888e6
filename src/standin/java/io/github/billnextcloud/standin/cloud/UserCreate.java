package io.github.billnextcloud.standin.cloud;

import java.util.List;
import java.util.Map;

/** POST users: in Nextcloud several steps, of which a late one may fail and leave the user. */
final class UserCreate {
  private final State state;
  private final Flavour flavour;

  UserCreate(State state) {
    this.state = state;
    this.flavour = state.flavour;
  }

  Answer answer(Call call, Caller caller) {
    String id = call.field("userid");
    if (id == null && flavour.nextcloud()) {
      return Answer.missingParameter(flavour);
    }
    if (state.found(id) != null) {
      return Answer.no(102, "User already exists");
    }
    List<String> groups = call.list("groups");
    for (String group : groups) {
      if (!state.groups.contains(group)) {
        boolean capital = flavour == Flavour.NEXTCLOUD_29 || flavour == Flavour.NEXTCLOUD_34;
        return Answer.no(104, (capital ? "Group " : "group ") + group + " does not exist");
      }
    }
    return flavour.nextcloud() ? nextcloud(id, groups, call, caller) : owncloud(id, groups, call);
  }

  /** Takes no other field, and says nothing of those it ignores. */
  private Answer owncloud(String id, List<String> groups, Call call) {
    String complaint = UserIds.complaint(id == null ? "" : id, flavour);
    if (complaint != null) {
      return Answer.no(101, complaint);
    }
    if (call.fieldOrEmpty("password").isBlank()) {
      return Answer.no(101, "A valid password must be provided");
    }
    state.add(id, call.field("password")).groups().addAll(groups);
    return Answer.ok();
  }

  private Answer nextcloud(String id, List<String> groups, Call call, Caller caller) {
    String email = call.fieldOrEmpty("email");
    String password = call.fieldOrEmpty("password");
    if (password.isEmpty() && email.isEmpty()) {
      return Answer.no(108, emailRequired());
    }
    if (email.isEmpty() && state.addressDemanded) {
      return Answer.no(110, "Required email address was not provided");
    }
    String complaint = UserIds.complaint(id, flavour);
    if (complaint == null && state.files.contains(id)) {
      complaint = UserIds.filesExist(flavour);
    }
    if (complaint != null) {
      return Answer.no(101, complaint);
    }
    String weak = password.isEmpty() ? null : Passwords.complaint(password);
    if (weak != null) {
      return Answer.no(107, weak);
    }
    Account account = state.add(id, password.isEmpty() ? Gate.randomPassword() : password);
    account.groups().addAll(groups);
    UserEdit edit = new UserEdit(state);
    Answer refused = edit.optional(account, "displayname", call, caller);
    if (refused != null) {
      // Only this step takes its user back; the later ones leave a half-made account behind.
      state.remove(account);
      return refused;
    }
    for (String key : List.of("quota", "language", "manager")) {
      refused = edit.optional(account, key, call, caller);
      if (refused != null) {
        return refused;
      }
    }
    // The address comes last and unchecked: a half-made account has none.
    account.setEmail(email);
    if (!email.isEmpty() && state.writing) {
      state.mails.add(account.id());
    }
    return Answer.ok(Map.of("id", id));
  }

  private String emailRequired() {
    return flavour == Flavour.NEXTCLOUD_34
        ? "An email address is required, to send a password link to the user."
        : "To send a password link to the user an email address is required.";
  }
}
