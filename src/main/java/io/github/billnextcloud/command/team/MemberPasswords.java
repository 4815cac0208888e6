package io.github.billnextcloud.command.team;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The first passwords of a team's members, a login and a password a line. What the panel encrypts
 * is one block of its key (contract §9.1), so they are in as many params as it takes: {@code
 * member_passwords}, {@code member_passwords_2} …
 */
final class MemberPasswords {

  /** Bytes in a block of the shortest key that is in use, 1024 bits. */
  private static final int BLOCK = 117;

  /** More than the largest team takes. */
  private static final int MOST_PARAMS = 500;

  private final Billing billing;
  private final List<Map<String, Secret>> params = new ArrayList<>();
  private final Set<Integer> unsaved = new TreeSet<>();

  MemberPasswords(Billing billing, Service service) {
    this.billing = billing;
    for (int number = 0; number < MOST_PARAMS; number++) {
      Optional<Secret> saved = service.params().findSecret(name(number));
      if (saved.isPresent()) {
        param(number).putAll(read(saved.get()));
      }
    }
  }

  private static Map<String, Secret> read(Secret saved) {
    Map<String, Secret> passwords = new LinkedHashMap<>();
    saved
        .reveal()
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2)
        .forEach(words -> passwords.put(words[0], new Secret(words[1])));
    return passwords;
  }

  private static String name(int number) {
    return ServiceParams.MEMBER_PASSWORDS + (number == 0 ? "" : "_" + (number + 1));
  }

  private Map<String, Secret> param(int number) {
    while (params.size() <= number) {
      params.add(new LinkedHashMap<>());
    }
    return params.get(number);
  }

  boolean isEmpty() {
    return params.stream().allMatch(Map::isEmpty);
  }

  /** Whether one was made for this login, and not forgotten. */
  boolean has(UserId id) {
    return params.stream().anyMatch(passwords -> passwords.containsKey(id.value()));
  }

  /** The one that is saved, or a new one, which is saved by {@link #save}. */
  Secret of(UserId id) {
    return params.stream()
        .map(passwords -> passwords.get(id.value()))
        .filter(known -> known != null)
        .findFirst()
        .orElseGet(() -> make(id.value()));
  }

  private Secret make(String login) {
    Secret made = PasswordGenerator.generate();
    for (int number = 0; number < MOST_PARAMS; number++) {
      Map<String, Secret> passwords = param(number);
      passwords.put(login, made);
      if (text(passwords).getBytes(StandardCharsets.UTF_8).length <= BLOCK) {
        unsaved.add(number);
        return made;
      }
      passwords.remove(login);
    }
    throw new IllegalStateException("no team has so many members");
  }

  private static String text(Map<String, Secret> passwords) {
    return passwords.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().reveal())
        .collect(Collectors.joining("\n"));
  }

  void forget(UserId id) {
    for (int number = 0; number < params.size(); number++) {
      if (params.get(number).remove(id.value()) != null) {
        unsaved.add(number);
      }
    }
  }

  /** What has changed; a param that holds nobody's any more goes. */
  void save() {
    for (int number : unsaved) {
      String text = text(params.get(number));
      if (text.isEmpty()) {
        billing.dropParam(name(number));
      } else {
        billing.saveParam(name(number), new Secret(text));
      }
    }
    unsaved.clear();
  }
}
