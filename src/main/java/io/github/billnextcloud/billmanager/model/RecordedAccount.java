package io.github.billnextcloud.billmanager.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An account that a service has, or had, by its params.
 *
 * @param stableId by which the cloud knows it however called; empty where none is on record
 * @param deleted whether it was deleted, so that only its name lives on
 */
public record RecordedAccount(String name, Optional<String> stableId, boolean deleted) {

  /** Where a member of a team has the cloud's own id, among login, address, state and day. */
  private static final int STABLE = 4;

  /** One that is known by its name alone. */
  public static RecordedAccount named(String name) {
    return new RecordedAccount(name, Optional.empty(), false);
  }

  /** One of which only the name lives on. */
  public static RecordedAccount deleted(String name) {
    return new RecordedAccount(name, Optional.empty(), true);
  }

  /** The members of a team, who are billed by its service: {@link ServiceParams#TEAM_MEMBERS}. */
  public static List<RecordedAccount> ofTeam(String members) {
    return Arrays.stream(members.split(";"))
        .map(member -> List.of(member.strip().split("\\s+")))
        .filter(words -> words.size() > STABLE)
        .map(
            words ->
                new RecordedAccount(
                    words.get(0),
                    Optional.of(words.get(STABLE)).filter(id -> !id.equals("-")),
                    false))
        .toList();
  }
}
