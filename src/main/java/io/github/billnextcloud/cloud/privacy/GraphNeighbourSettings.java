package io.github.billnextcloud.cloud.privacy;

import io.github.billnextcloud.text.Sentence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Infinite Scale and OpenCloud, where everybody finds everybody by three letters of the name. */
public record GraphNeighbourSettings() implements NeighbourSettings {

  /** The members of any group, with logins and addresses, are shown to who is in none. */
  @Override
  public Set<VisibilityPlace> seen(Set<String> shared) {
    return shared.isEmpty()
        ? EnumSet.of(VisibilityPlace.USER_SEARCH)
        : EnumSet.of(VisibilityPlace.USER_SEARCH, VisibilityPlace.GROUP_MEMBERS);
  }

  @Override
  public Set<VisibilityPlace> unclosable() {
    return EnumSet.of(VisibilityPlace.USER_SEARCH);
  }

  @Override
  public List<AppSetting> settable(Set<String> shared) {
    return List.of();
  }

  @Override
  public List<Sentence> byHand(Set<String> shared) {
    Sentence search = Sentence.of("privacy.longer_search", "GRAPH_IDENTITY_SEARCH_MIN_LENGTH=10");
    return shared.isEmpty()
        ? List.of(search)
        : List.of(search, Sentence.of("privacy.groups_tell_all", shared));
  }
}
