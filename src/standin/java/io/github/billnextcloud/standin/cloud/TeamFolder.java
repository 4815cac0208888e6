package io.github.billnextcloud.standin.cloud;

import java.util.Map;
import java.util.TreeMap;

/** A folder that the members of its groups share, with one quota. */
public final class TeamFolder {
  private static final long UNLIMITED = -3;

  private final int id;
  private final Map<String, Integer> groups = new TreeMap<>();
  private String mountPoint;
  private long quota = UNLIMITED;
  private long used;

  TeamFolder(int id, String mountPoint) {
    this.id = id;
    this.mountPoint = mountPoint;
  }

  public int id() {
    return id;
  }

  public String mountPoint() {
    return mountPoint;
  }

  public void setMountPoint(String name) {
    mountPoint = name;
  }

  /** In bytes; -3 is no limit. */
  public long quota() {
    return quota;
  }

  public void setQuota(long bytes) {
    quota = bytes;
  }

  public long used() {
    return used;
  }

  public void setUsed(long bytes) {
    used = bytes;
  }

  /** What each may do, as bits; a group need not exist. */
  public Map<String, Integer> groups() {
    return groups;
  }

  String line() {
    return "%s (%d), quota %d, used %d, groups %s".formatted(mountPoint, id, quota, used, groups);
  }
}
