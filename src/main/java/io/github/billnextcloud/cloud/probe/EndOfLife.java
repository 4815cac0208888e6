package io.github.billnextcloud.cloud.probe;

import io.github.billnextcloud.cloud.UserIdRule;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * Until when the makers of a cloud mend it, as far as they have said so when this was built: wiki
 * pages "Maintenance and Release Schedule" of nextcloud/server and owncloud/core. Infinite Scale
 * and OpenCloud tell no such month.
 */
public final class EndOfLife {

  private static final Map<Integer, YearMonth> NEXTCLOUD =
      Map.of(
          28, YearMonth.of(2024, 12),
          29, YearMonth.of(2025, 4),
          30, YearMonth.of(2025, 9),
          31, YearMonth.of(2026, 2),
          32, YearMonth.of(2026, 9),
          33, YearMonth.of(2027, 2));

  private static final Map<Integer, YearMonth> OWNCLOUD = Map.of(10, YearMonth.of(2027, 1));

  private EndOfLife() {}

  /** The last month; empty where nobody has said. */
  public static Optional<YearMonth> of(ServerStatus server) {
    Map<Integer, YearMonth> known =
        switch (server.product()) {
          case UserIdRule.NEXTCLOUD -> NEXTCLOUD;
          case UserIdRule.OWNCLOUD -> OWNCLOUD;
          default -> Map.of();
        };
    return server.generation().stream()
        .boxed()
        .flatMap(it -> Optional.ofNullable(known.get(it)).stream())
        .findFirst();
  }
}
