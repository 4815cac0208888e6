package io.github.billnextcloud.cloud;

import java.util.OptionalLong;

/**
 * What our account may do in a cloud, found out step by step, so that each can be told when it
 * fails. Nothing there is changed.
 */
public interface AdminRightsProbe {

  /** As whom we work there. */
  UserId signIn();

  /** That all users may be administered, and not some. */
  void administerAll(UserId actingUser);

  /** A write that leaves all as it is. */
  void changeNothing(UserId actingUser);

  /** Whether the cloud lets users be disabled. */
  default boolean disables(UserId actingUser) {
    return true;
  }

  /** The most that a quota may be; empty where the cloud tells of none. */
  default OptionalLong largestQuota() {
    return OptionalLong.empty();
  }

  /** What the cloud's settings say of users who are made; in doubt, what is usual. */
  NewUserEmailRules newUserRules();
}
