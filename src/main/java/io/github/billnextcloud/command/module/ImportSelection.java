package io.github.billnextcloud.command.module;

import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which accounts are to be imported.
 *
 * @param lines of the list, a login each and perhaps a tariff; empty when there is no list
 * @param words all of which an account must have, in lower case
 * @param tariff for accounts whose line names none; empty when the staff is to choose
 */
record ImportSelection(Optional<List<String>> lines, List<String> words, Optional<String> tariff) {

  static ImportSelection of(Invocation asked) {
    Optional<List<String>> lines = asked.option("--list").map(ImportSelection::read);
    Optional<String> search = asked.option("--searchstring");
    if (asked.isTyped() && lines.isEmpty() && search.isEmpty()) {
      throw new InvalidInputException(Sentence.of("request.which_accounts"));
    }
    List<String> words =
        search.map(it -> List.of(it.toLowerCase(Locale.ROOT).split("\\s+"))).orElse(List.of());
    return new ImportSelection(lines, words, asked.option("--tariff"));
  }

  private static List<String> read(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .map(line -> line.replace("\uFEFF", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException unreadable) {
      throw new InvalidInputException(Sentence.of("request.list_unreadable", file), unreadable);
    }
  }

  /**
   * Account → tariff, in the order of the list, or else of the cloud.
   *
   * @param missing takes what the list names and the cloud does not have
   */
  Map<CloudUser, Optional<String>> among(Map<UserId, CloudUser> users, List<Object> missing) {
    Map<CloudUser, Optional<String>> chosen = new LinkedHashMap<>();
    if (lines.isEmpty()) {
      users.values().forEach(user -> chosen.put(user, tariff));
    } else {
      lines.get().forEach(line -> choose(line, users, chosen, missing));
    }
    chosen.keySet().removeIf(user -> !matches(user));
    return chosen;
  }

  /** A login may have blanks in it, a tariff's name has none. */
  private void choose(
      String line,
      Map<UserId, CloudUser> users,
      Map<CloudUser, Optional<String>> chosen,
      List<Object> missing) {
    boolean named = !users.containsKey(new UserId(line)) && line.matches(".*\\s\\S+");
    String login = named ? line.replaceFirst("\\s+\\S+$", "") : line;
    CloudUser user = users.get(new UserId(login));
    if (user == null) {
      missing.add(login);
    } else {
      chosen.put(user, named ? Optional.of(line.replaceFirst("^.*\\s", "")) : tariff);
    }
  }

  private boolean matches(CloudUser user) {
    String text =
        String.join(
                "\n",
                user.id().value(),
                user.profile().displayName().orElse(""),
                user.profile().email().orElse(""))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
