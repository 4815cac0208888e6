package io.github.billnextcloud.cloud.privacy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of groups as apps keep them: a list in JSON, and in one app names between bars. */
public final class GroupList {

  private GroupList() {}

  /** What is no list has no names. */
  public static List<String> read(String value) {
    try {
      return !value.isBlank() && JSON.std.anyFrom(value) instanceof List<?> list
          ? list.stream().filter(GroupList::isName).map(Object::toString).toList()
          : List.of();
    } catch (IOException noList) {
      return List.of();
    }
  }

  /** PHP may write a name that is a number as one. */
  private static boolean isName(@Nullable Object entry) {
    return entry instanceof String || entry instanceof Number;
  }

  static String write(Collection<String> groups) {
    try {
      return JSON.std.asString(groups);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
