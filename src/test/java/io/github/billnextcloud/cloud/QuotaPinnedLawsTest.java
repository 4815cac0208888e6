package io.github.billnextcloud.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every quota that is pinned to what a user stores, in whatever cloud. */
class QuotaPinnedLawsTest {

  /** Below it, servers know whole kilobytes only. */
  private static final long TEN_KIB = 10L << 10;

  /** As we send it, and as both products tell what they have kept. */
  private static List<Quota> seenAs(Quota quota) {
    return List.of(quota, ServerRounding.toldAsText(quota), ServerRounding.toldAsNumber(quota));
  }

  /** The text is what is kept; in numbers of fifteen digits, Nextcloud tells a few bytes more. */
  @Property
  void pinnedToWhenServerHasRoundedItIsNeverMoreThanIsStored(@ForAll("stored") long used) {
    Quota pinned = Quota.pinnedTo(used);
    assertThat(List.of(pinned, ServerRounding.toldAsText(pinned)))
        .allSatisfy(
            quota -> assertThat(quota.bytes().orElseThrow()).isBetween(1L, Math.max(used, 1)));
  }

  @Property
  void pinnedToWhenServerHasRoundedItIsKept(@ForAll("stored") long used) {
    Quota pinned = Quota.pinnedTo(used);
    assertThat(seenAs(pinned)).allMatch(pinned::isKeptAs);
  }

  /** So that whoever deletes a little can write soon, and statistics look as they did. */
  @Property
  void pinnedToWhenServerHasRoundedItIsNearWhatIsStored(@ForAll("stored") long used) {
    double least = used < TEN_KIB ? 0 : 0.9 * used;
    assertThat(seenAs(Quota.pinnedTo(used)))
        .allSatisfy(
            quota ->
                assertThat((double) quota.bytes().orElseThrow()).isGreaterThanOrEqualTo(least));
  }

  @Property
  void pinnedToWhenSentIsNoWordForNoLimit(@ForAll("stored") long used) {
    assertThat(Quota.pinnedTo(used).toWire()).isNotEqualTo("0").matches("\\d+( GB)?");
  }

  /** Of every order of magnitude, and close to where a unit ends. */
  @Provide
  Arbitrary<Long> stored() {
    Arbitrary<Long> sizes =
        Arbitraries.integers()
            .between(0, 59)
            .flatMap(power -> Arbitraries.longs().between(0, 1L << power));
    Arbitrary<Long> nearUnits =
        Arbitraries.integers()
            .between(1, 5)
            .flatMap(unit -> Arbitraries.longs().between(-2_000, 2_000).map(by -> near(unit, by)));
    return Arbitraries.oneOf(sizes, nearUnits);
  }

  private static long near(int unit, long by) {
    return Math.max(0, (1L << (10 * unit)) + by);
  }
}
