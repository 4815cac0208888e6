package io.github.billnextcloud.cloud;

import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.text.Sentence;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Spaces of teams, of which each change is told.
 *
 * @param teller gets the sentence for people, and the same for the log
 * @param dry whether it is only told, and taken for made
 */
public record ReportingTeamSpaces(
    TeamSpaces spaces, BiConsumer<Sentence, String> teller, boolean dry) implements TeamSpaces {

  /** Of a space that a dry run has not made. */
  private static final String NONE = "";

  @Override
  public boolean offers(SpaceKind kind) {
    return spaces.offers(kind);
  }

  @Override
  public void requireUsable(SpaceKind kind) {
    spaces.requireUsable(kind);
  }

  @Override
  public Optional<TeamSpace> find(TeamKey team) {
    return spaces.find(team);
  }

  @Override
  public TeamSpace make(TeamKey team, Quota pool) {
    TeamSpace made =
        dry
            ? new TeamSpace(NONE, team.mark(), pool, OptionalLong.of(0), SpaceAccess.OPEN)
            : spaces.make(team, pool);
    tell(
        Sentence.of("change.common_space", team.name(), pool),
        "make the space of " + team.mark() + " with " + pool);
    return made;
  }

  @Override
  public void setQuota(TeamSpace space, Quota pool) {
    perform(() -> spaces.setQuota(space, pool));
    tell(Sentence.of("change.common_quota", pool), "set the quota of the space to " + pool);
  }

  @Override
  public void setAccess(TeamSpace space, SpaceAccess access) {
    perform(() -> spaces.setAccess(space, access));
    String key =
        switch (access) {
          case OPEN -> "change.common_open";
          case READ_ONLY -> "change.common_read_only";
          case HIDDEN -> "change.common_hidden";
          case MIXED -> throw new IllegalArgumentException("nobody wants a space half open");
        };
    tell(Sentence.of(key), "make the space " + access.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Set<UserId> members(TeamSpace space) {
    return space.id().equals(NONE) ? Set.of() : spaces.members(space);
  }

  /** A dry run tells of each who is let in. */
  @Override
  public Optional<String> group(TeamSpace space) {
    return dry ? Optional.empty() : spaces.group(space);
  }

  @Override
  public void admit(TeamSpace space, UserId member) {
    perform(() -> spaces.admit(space, member));
    Sentence change = Sentence.of("change.common_admit", member);
    tell(change, "admit " + member + " to the space");
  }

  @Override
  public void dismiss(TeamSpace space, UserId member) {
    perform(() -> spaces.dismiss(space, member));
    Sentence change = Sentence.of("change.common_dismiss", member);
    tell(change, "dismiss " + member + " from the space");
  }

  @Override
  public Optional<Sentence> objectionToManagers(Set<UserId> team) {
    return spaces.objectionToManagers(team);
  }

  @Override
  public Set<UserId> managers(TeamSpace space) {
    return space.id().equals(NONE) ? Set.of() : spaces.managers(space);
  }

  @Override
  public void appoint(TeamSpace space, UserId manager) {
    perform(() -> spaces.appoint(space, manager));
    tell(Sentence.of("change.common_appoint", manager), "let " + manager + " manage members");
  }

  @Override
  public void depose(TeamSpace space, UserId manager) {
    perform(() -> spaces.depose(space, manager));
    Sentence change = Sentence.of("change.common_depose", manager);
    tell(change, "let " + manager + " manage members no more");
  }

  @Override
  public void delete(TeamSpace space) {
    perform(() -> spaces.delete(space));
    Sentence change = Sentence.of("change.common_delete");
    tell(change, "delete the space with all files");
  }

  @Override
  public void deleteRest(TeamKey team) {
    perform(() -> spaces.deleteRest(team));
  }

  @Override
  public void readAll(Predicate<String> ours, Consumer<TeamSpace> reader) {
    spaces.readAll(ours, reader);
  }

  private void perform(Runnable change) {
    if (!dry) {
      change.run();
    }
  }

  private void tell(Sentence change, String logged) {
    teller.accept(change, logged);
  }
}
