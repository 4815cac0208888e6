package io.github.billnextcloud.cloud;

import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What many share with one quota: a team folder of Nextcloud, a project space of Infinite Scale or
 * OpenCloud. As in {@link Cloud}, each method makes its name true or throws, and what is true
 * already is no error; after an answer that was lost or makes no sense, it looks.
 */
public interface TeamSpaces {

  /** Empty only where it is certain that there is none: who is told so makes one. */
  Optional<TeamSpace> find(TeamKey team);

  /**
   * Makes the space, open, with nobody in it; one that a former call has made is taken.
   *
   * @param pool what all share; a limit
   */
  TeamSpace make(TeamKey team, Quota pool);

  void setQuota(TeamSpace space, Quota pool);

  void setAccess(TeamSpace space, SpaceAccess access);

  /** All who come in, our own account and who is deleted left out. */
  Set<UserId> members(TeamSpace space);

  /** Lets in a user who exists, to write. */
  void admit(TeamSpace space, UserId member);

  void dismiss(TeamSpace space, UserId member);

  /** Destroys the space with all files, after a last look that it is this one, and its group. */
  void delete(TeamSpace space);

  /**
   * The rest of a deletion that was cut off: what some clouds have beside the space, which is gone.
   */
  default void deleteRest(TeamKey team) {}

  /** Hands over every space of the cloud, others' too. */
  void readAll(Consumer<TeamSpace> reader);
}
