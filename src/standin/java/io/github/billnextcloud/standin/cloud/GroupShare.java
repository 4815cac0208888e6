package io.github.billnextcloud.standin.cloud;

/** A folder that its owner shares with a group. */
public final class GroupShare {
  private final int id;
  private final Account owner;
  private final String path;
  private final String group;
  private int permissions;

  GroupShare(int id, Account owner, String path, String group, int permissions) {
    this.id = id;
    this.owner = owner;
    this.path = path;
    this.group = group;
    this.permissions = permissions;
  }

  int id() {
    return id;
  }

  public Account owner() {
    return owner;
  }

  /** Below the owner's home, with a slash first. */
  public String path() {
    return path;
  }

  public String group() {
    return group;
  }

  /** What the group may do, as bits. */
  public int permissions() {
    return permissions;
  }

  public void setPermissions(int bits) {
    permissions = bits;
  }

  String line() {
    return "%s of %s for %s=%d".formatted(path, owner.id(), group, permissions);
  }
}
