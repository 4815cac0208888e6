package io.github.billnextcloud.cloud.privacy;

import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings of a cloud say of its customers' finding each other. In doubt they do: nothing
 * is said to be closed that was not seen closed on a real server. Pure.
 */
public interface NeighbourSettings {

  /**
   * Where one customer sees another.
   *
   * @param shared groups in which customers are together
   */
  Set<VisibilityPlace> seen(Set<String> shared);

  /** Of these, where no setting of the cloud helps. */
  Set<VisibilityPlace> unclosable();

  /** What is to be set and may be set over HTTP; none when all is. */
  List<AppSetting> settable(Set<String> shared);

  /** What only a person can do, with the command or the place; none when all is done. */
  List<Sentence> byHand(Set<String> shared);

  /** A setting with which the cloud's searches fail for everybody. */
  default Optional<Sentence> breaking() {
    return Optional.empty();
  }
}
