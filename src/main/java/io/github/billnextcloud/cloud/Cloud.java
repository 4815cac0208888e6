package io.github.billnextcloud.cloud;

import io.github.billnextcloud.secret.Secret;
import java.util.Optional;

/**
 * All that we ask of a cloud. Every method either makes its name true or throws a {@link
 * CloudException}; making true what already is true is no error.
 */
public interface Cloud {

  /** The user with exactly this id (never a search), or empty when there is none. */
  Optional<CloudUser> findUser(UserId id);

  /**
   * Makes a user, enabled. Whatever the failure, the user may exist afterwards: servers store it
   * before they look at quota and language. Look before anything else is tried.
   */
  void createUser(NewUser user);

  void setQuota(UserId id, Quota quota);

  void setEmail(UserId id, String email);

  void setDisplayName(UserId id, String displayName);

  void setLanguage(UserId id, String language);

  /** Adds the user to a group that exists; {@code GROUP_MISSING} otherwise. */
  void joinGroup(UserId id, String group);

  void leaveGroup(UserId id, String group);

  void enableUser(UserId id);

  void disableUser(UserId id);

  /** Deletes the user with all files. A user who is gone already is deleted. */
  void deleteUser(UserId id);

  /** True when the cloud lets this user in with this password. */
  boolean signsIn(UserId id, Secret password);

  /** Finds out that this is a cloud of ours and that our account there may administer users. */
  CloudAccess checkAccess();
}
