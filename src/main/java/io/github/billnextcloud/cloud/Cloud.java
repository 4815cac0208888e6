package io.github.billnextcloud.cloud;

import io.github.billnextcloud.secret.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that we ask of a cloud. Every method either makes its name true or throws a {@link
 * CloudException}; making true what already is true is no error.
 */
public interface Cloud {

  /**
   * The user with exactly this id, or empty when there is none: whom a server finds by something
   * else, such as the e-mail address, is nobody.
   */
  Optional<CloudUser> findUser(UserId id);

  /** The same user with the e-mail address, which some servers show in lists only. */
  CloudUser withEmail(CloudUser user);

  /** Where the user comes from; empty where the cloud does not tell. */
  default Optional<UserBackendName> backendOf(UserId id) {
    return Optional.empty();
  }

  /** True when the name leads to nobody at all, so that a user of this name can be made. */
  boolean isFree(UserId id);

  /**
   * Hands over each of these users who is there, and perhaps others, in any order: by the hundred
   * where the cloud has pages and most of its users are wanted. One whom the cloud cannot show is
   * handed over all the same: {@link CloudUser#isShown}.
   */
  void readUsers(Collection<UserId> wanted, Consumer<CloudUser> reader);

  /** The same of few, with the groups also where the server tells them on a route of their own. */
  default void readUsersWithGroups(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    readUsers(wanted, reader);
  }

  /** Hands over every user of the cloud with the groups, in the same way. */
  void readAllUsers(Consumer<CloudUser> reader);

  /**
   * Makes a user, enabled; without a password the cloud itself mails the user a link to set one.
   * Whatever the failure, the user may exist afterwards: servers store it before they look at quota
   * and language. Look before anything else is tried.
   *
   * @return the user as it must be now, by what the server is known to take and has answered; to be
   *     looked at before anything is promised. Empty where only a look tells
   */
  Optional<CloudUser> createUser(NewUser user);

  /** {@code QUOTA_PENDING} where the user must have signed in before, and has not. */
  void setQuota(UserId id, Quota quota);

  /**
   * Signs in as a user who was made for us, where a quota needs that and the language is the user's
   * own to set. Who is out is let in for it; where it cannot be done, nothing happens.
   *
   * @param language empty when the user keeps the one that is there
   * @return true when the user may be another than before
   */
  default boolean signInFirst(UserId id, Secret password, Optional<String> language) {
    return false;
  }

  void setEmail(UserId id, String email);

  void setDisplayName(UserId id, String displayName);

  void setLanguage(UserId id, String language);

  /** {@code PASSWORD_REFUSED}, with the server's words, when its policy says no. */
  void setPassword(UserId id, Secret password);

  /** Adds the user to a group that exists; {@code GROUP_MISSING} otherwise. */
  void joinGroup(UserId id, String group);

  void leaveGroup(UserId id, String group);

  /** All groups by id. */
  Set<String> groups();

  /** Makes a group; one that exists is no error. */
  void makeGroup(String group);

  /** Removes a group in which nobody is; false of one that has members, or is not there. */
  default boolean removeEmptyGroup(String group) {
    return false;
  }

  void enableUser(UserId id);

  void disableUser(UserId id);

  /**
   * Deletes the user with all files, after a last look that this is who is meant. A user who is
   * gone already is deleted.
   */
  void deleteUser(UserId id);

  /**
   * The same, but a server that keeps who is deleted for a while may: out, with name and files. No
   * other knows the difference.
   */
  default void deleteSoftly(UserId id) {
    deleteUser(id);
  }

  /** What is kept of users who are gone; most clouds keep nothing. */
  default List<OrphanedFiles> leftFiles() {
    return List.of();
  }

  /** Deletes what is kept of this user, who is known by the stable id, if the user is gone. */
  default void deleteLeftFiles(UserId id) {}

  /**
   * Has the cloud write its welcome letter once more: with a link to set a password where the user
   * has not used the first one yet, and the server's version knows how.
   */
  void sendWelcome(UserId id);

  /**
   * Has the cloud mail the user a link by which a password is set, whatever it was before. Servers
   * say "done" also of those whom they cannot write to: look for an address first.
   */
  void sendPasswordLink(UserId id);

  /** True when the cloud lets exactly this user in with this password; in doubt it is not. */
  boolean signsIn(UserId id, Secret password);

  /**
   * True when exactly this user bears the mark with which it was made. Never of a cloud that has no
   * place for marks.
   */
  boolean isMarked(UserId id, Secret mark);

  /** Asks for no more than a word: throws when the cloud does not let us in at this moment. */
  void knock();

  /** The bytes left on the server's disk; empty when the server does not tell. */
  OptionalLong freeSpace();

  /** {@code Nextcloud} or {@code ownCloud}, whatever name its provider has given it. */
  String product();

  /** Whether a letter may go to who is made with an e-mail address; asks nothing. */
  boolean writesToNewUsers();

  /** What the cloud's settings say of users who are made; in doubt, what is usual. */
  NewUserEmailRules newUserRules();

  /** Finds out that this is a cloud of ours and that our account there may administer users. */
  VerifiedAccess checkAccess();

  /** Where many share one quota; empty where the cloud has nothing of that kind. Asks the cloud. */
  default Optional<TeamSpaces> teamSpaces() {
    return Optional.empty();
  }
}
