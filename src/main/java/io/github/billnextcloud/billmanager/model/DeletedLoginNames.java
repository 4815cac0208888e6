package io.github.billnextcloud.billmanager.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The text of {@link ServiceParams#DELETED_LOGINS}: names with commas between them. A directory's
 * names may have commas of their own, so that the text alone does not tell where one ends.
 */
public record DeletedLoginNames(String text) {

  public static DeletedLoginNames of(ServiceParams params) {
    return new DeletedLoginNames(params.find(ServiceParams.DELETED_LOGINS).orElse(""));
  }

  /** True when it may be one of them, however the text is read, in whatever spelling. */
  public boolean has(String name) {
    return find(text, name) >= 0 || split(text).stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Where a name begins between two commas; negative when it is not there. */
  private static int find(String names, String name) {
    String all = "," + names + ",";
    String one = "," + name + ",";
    return name.isEmpty()
        ? -1
        : IntStream.rangeClosed(0, all.length() - one.length())
            .filter(at -> all.regionMatches(true, at, one, 0, one.length()))
            .findFirst()
            .orElse(-1);
  }

  /** Each name that it may tell of: between any two commas, and all as one. */
  public Set<String> possible() {
    Set<String> names = new LinkedHashSet<>(split(text));
    if (!text.isBlank()) {
      names.add(text.strip());
    }
    return names;
  }

  /**
   * The names one by one.
   *
   * @param known those that are on record elsewhere, too, and are whole with their commas
   */
  public Set<String> all(Collection<String> known) {
    Set<String> names = new LinkedHashSet<>();
    String left = text;
    for (String name : known) {
      int at = find(left, name);
      if (at >= 0) {
        names.add(name);
        left = left.substring(0, at) + left.substring(at + name.length());
      }
    }
    names.addAll(split(left));
    return names;
  }

  /** The same with these, too. */
  public DeletedLoginNames with(Collection<String> more) {
    DeletedLoginNames all = this;
    for (String name : more) {
      if (!all.has(name)) {
        all = new DeletedLoginNames(all.text.isEmpty() ? name : all.text + "," + name);
      }
    }
    return all;
  }

  /** The same without these. */
  public DeletedLoginNames without(Collection<String> some) {
    String left = text;
    for (String name : some) {
      int at = find(left, name);
      if (at >= 0) {
        String before = left.substring(0, at);
        String after = left.substring(at + name.length());
        left =
            before.isEmpty() ? after.replaceFirst("^,", "") : before.replaceFirst(",$", "") + after;
      }
    }
    return new DeletedLoginNames(left);
  }

  private static List<String> split(String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
