package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.OptionalLong;

/** Who stores more than was sold: clouds let nobody add to that, and take nothing away. */
final class OverQuotaFinding {

  private OverQuotaFinding() {}

  /** Of an account; that of a team's owner has a limit of its own. */
  static Optional<Sentence> of(Service service, CloudUser user) {
    return of(Policy.wanted(service, Policy.owner(service)).quota(), user.usage().bytes());
  }

  /** Of what a team shares. */
  static Optional<Sentence> of(Service service, TeamSpace space) {
    return TariffSettings.of(service).sellsTeams()
        ? of(SoldQuotaCalculator.quota(service), space.used())
        : Optional.empty();
  }

  private static Optional<Sentence> of(Quota sold, OptionalLong stored) {
    long limit = sold.bytes().orElse(0);
    long over = stored.orElse(0) - limit;
    return limit > 0 && over > 0
        ? Optional.of(Sentence.of("audit.over_quota", Quota.roughly(over), sold))
        : Optional.empty();
  }
}
