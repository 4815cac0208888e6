package io.github.billnextcloud.standin.cloud;

/** What an account of Infinite Scale or OpenCloud may do; the ids are the same everywhere. */
public enum GraphRole {
  ADMIN("71881883-1768-46bd-a24d-a356a2afdf7f"),
  SPACE_ADMIN("2aadd357-682c-406b-8874-293091995fdd"),
  USER("d7beeea8-8ff4-406b-8fb6-ab2dd81e6b11"),
  USER_LIGHT("38071a68-456a-4553-846a-fa67bf5596cc");

  final String id;

  GraphRole(String id) {
    this.id = id;
  }

  boolean managesDrives() {
    return this == ADMIN || this == SPACE_ADMIN;
  }
}
