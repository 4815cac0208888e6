package io.github.billnextcloud.cloud;

import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What many share with one quota: a team folder of Nextcloud, a project space of Infinite Scale or
 * OpenCloud, a folder that a technical account shares. As in {@link Cloud}, each method makes its
 * name true or throws, and what is true already is no error; after an answer that was lost or makes
 * no sense, it looks.
 */
public interface TeamSpaces {

  /** Whether the cloud has this kind. */
  default boolean offers(SpaceKind kind) {
    return kind == SpaceKind.SPACE;
  }

  /** Refuses in words where one of this kind could not be made, as the cloud is set. */
  default void requireUsable(SpaceKind kind) {}

  /** Empty only where it is certain that there is none: who is told so makes one. */
  Optional<TeamSpace> find(TeamKey team);

  /**
   * Makes the space, open, with nobody in it; one that a former call has made is taken.
   *
   * @param pool what all share; a limit
   */
  TeamSpace make(TeamKey team, Quota pool);

  void setQuota(TeamSpace space, Quota pool);

  /**
   * Where only the quota keeps members from writing, opened is who gets a quota after this: so it
   * is set last.
   */
  void setAccess(TeamSpace space, SpaceAccess access);

  /** All who come in, our own account and who is deleted left out. */
  Set<UserId> members(TeamSpace space);

  /**
   * The group whose members come in, so that who is made in it need not be admitted; empty where
   * there is none.
   */
  default Optional<String> group(TeamSpace space) {
    return Optional.empty();
  }

  /** Lets in a user who exists, to write. */
  void admit(TeamSpace space, UserId member);

  void dismiss(TeamSpace space, UserId member);

  /**
   * Why nobody but us is to manage who is a member; empty where that harms nobody else.
   *
   * @param team whose accounts are all the customer's own
   */
  default Optional<Sentence> objectionToManagers(Set<UserId> team) {
    return Optional.of(Sentence.of("cloud.no_managers"));
  }

  /** Who manages members and their accounts, our own account left out. */
  default Set<UserId> managers(TeamSpace space) {
    return Set.of();
  }

  default void appoint(TeamSpace space, UserId manager) {
    throw new UnsupportedOperationException("nobody is to manage members there");
  }

  /** Takes that back; who is a member stays one. */
  default void depose(TeamSpace space, UserId manager) {}

  /** Destroys the space with all files, after a last look that it is this one, and its group. */
  void delete(TeamSpace space);

  /**
   * The rest of a deletion that was cut off: what some clouds have beside the space, which is gone.
   */
  default void deleteRest(TeamKey team) {}

  /**
   * Hands over every space of the cloud, others' too.
   *
   * @param ours tells which marks are; a space that others share with ours is told by ours
   */
  void readAll(Predicate<String> ours, Consumer<TeamSpace> reader);
}
