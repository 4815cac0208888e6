package io.github.billnextcloud.billmanager.model;

import java.util.Arrays;
import java.util.List;

/**
 * An account that a service has, or had, by its params.
 *
 * @param stable by which the cloud knows it however called; empty where none is on record
 * @param deleted whether it was deleted, so that only its name lives on
 */
public record RecordedAccount(String name, String stable, boolean deleted) {

  /** Where a member of a team has the cloud's own id, among login, address, state and day. */
  private static final int STABLE = 4;

  /** The members of a team, who are billed by its service: {@link ServiceParams#TEAM_MEMBERS}. */
  public static List<RecordedAccount> ofTeam(String members) {
    return Arrays.stream(members.split(";"))
        .map(member -> List.of(member.strip().split("\\s+")))
        .filter(words -> words.size() > STABLE)
        .map(
            words ->
                new RecordedAccount(words.get(0), words.get(STABLE).replaceAll("^-$", ""), false))
        .toList();
  }
}
