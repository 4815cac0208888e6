package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.SeatsOver;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a service promises a team. Pure.
 *
 * @param pool what all share
 * @param seats how many may work there, the owner among them; empty when nobody counts
 * @param closing the day on which who is taken out is deleted; empty when such accounts are kept
 */
public record TeamEntitlement(
    Quota pool, OptionalInt seats, SeatsOver over, boolean shrinks, Optional<LocalDate> closing) {

  /** Members of one team; a service's param holds so many. */
  private static final int MOST = 500;

  public static TeamEntitlement of(Service service, LocalDate today) {
    TariffSettings terms = TariffSettings.of(service);
    Quota pool = SoldQuotaCalculator.quota(service);
    if (!pool.isPositive()) {
      throw new ProvisioningException(Reason.BAD_TARIFF, Sentence.of("product.pool_has_no_limit"));
    }
    return new TeamEntitlement(
        pool,
        SeatLimit.of(service),
        terms.seatsOver(),
        terms.allowsShrinking(),
        closing(terms, today));
  }

  private static Optional<LocalDate> closing(TariffSettings terms, LocalDate today) {
    return switch (terms.closePolicy()) {
      case DELETE -> Optional.of(today);
      case DELETE_LATER -> Optional.of(today.plusDays(terms.closeDays()));
      case DISABLE -> Optional.empty();
    };
  }

  /** How many members there may be besides the owner: no list makes accounts without end. */
  public int room() {
    return Math.min(seats.orElse(MOST), MOST) - 1;
  }

  /** Whether the service has, or had, a team: also one whose tariff sells none any more. */
  public static boolean concern(Service service) {
    return TariffSettings.of(service).sellsTeams()
        || service.params().find(ServiceParams.TEAM).isPresent();
  }

  /** By what the service's space is known; empty before it was begun. */
  public static Optional<TeamKey> key(Service service) {
    return service.params().find(ServiceParams.TEAM).map(mark -> key(service, mark));
  }

  /** A mark that nobody else has, nor can guess, whichever panels share the cloud. */
  public static String newMark(long item, SpaceKind kind) {
    return TeamKey.mark(kind, item + "-" + PasswordGenerator.name());
  }

  public static TeamKey key(Service service, String mark) {
    return new TeamKey(
        mark, service.params().find(ServiceParams.TEAM_SPACE), "Team " + service.id());
  }
}
