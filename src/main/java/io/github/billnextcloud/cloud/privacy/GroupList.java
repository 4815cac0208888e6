package io.github.billnextcloud.cloud.privacy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Names of groups as apps keep them: a list in JSON, and in one app names between bars. */
public final class GroupList {

  private GroupList() {}

  /** What is no list has no names. */
  public static List<String> read(String value) {
    try {
      return value.isBlank() ? List.of() : JSON.std.listOfFrom(String.class, value);
    } catch (IOException noList) {
      return List.of();
    }
  }

  static String write(Collection<String> groups) {
    try {
      return JSON.std.asString(groups);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
