package io.github.billnextcloud.cloud.probe;

/** What a directory or a single sign-on may do to an account with each sign-in. */
public enum DirectoryHabit {
  /** A setting has it write a quota, also of somebody for whom the directory has none. */
  QUOTA,
  /** A token that has a quota has it written. */
  QUOTA_CLAIM,
  /** The account leaves each group that the token does not name. */
  GROUPS,
  /** Logins are sums of what the directory calls people by, so that nobody knows one before. */
  HASHED_LOGINS
}
