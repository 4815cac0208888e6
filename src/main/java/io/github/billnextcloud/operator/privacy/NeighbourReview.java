package io.github.billnextcloud.operator.privacy;

import io.github.billnextcloud.cloud.privacy.NeighbourSettings;
import io.github.billnextcloud.cloud.privacy.VisibilityPlace;
import io.github.billnextcloud.text.Sentence;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a cloud's settings mean for customers who are put into these groups.
 *
 * @param shared groups in which customers are together
 */
public record NeighbourReview(NeighbourSettings settings, Set<String> shared) {

  /** Where customers see each other, and need not. */
  public Set<VisibilityPlace> open() {
    Set<VisibilityPlace> open = EnumSet.noneOf(VisibilityPlace.class);
    open.addAll(settings.seen(shared));
    open.removeAll(settings.unclosable());
    return open;
  }

  /** In one sentence for the doctor. */
  public Sentence found() {
    Set<VisibilityPlace> seen = settings.seen(shared);
    if (seen.isEmpty()) {
      return Sentence.of("privacy.nowhere");
    }
    return open().isEmpty()
        ? Sentence.of("privacy.only_unclosable", names(seen), Sentence.list("; ", byHand()))
        : Sentence.of("privacy.seen_in", names(seen));
  }

  /** What there is to do about it. */
  public Sentence remedy(long module) {
    return Sentence.of(
        "privacy.remedy",
        Sentence.list(
            "; ", Stream.concat(settings.settable(shared).stream(), byHand().stream()).toList()),
        "pmnextcloud setup --private-customers --module " + module);
  }

  private List<Sentence> byHand() {
    return settings.byHand(shared);
  }

  public static List<Sentence> names(Collection<VisibilityPlace> places) {
    return places.stream().map(VisibilityPlace::sentence).toList();
  }
}
