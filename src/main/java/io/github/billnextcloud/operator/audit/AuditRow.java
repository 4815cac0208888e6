package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One line of the audit: a service, with its account where there is one, or an account alone.
 *
 * @param service empty for an account that no service has
 * @param details what differs, in words
 * @param user empty where the cloud has none
 * @param space of a team's service: what all of it store there is what it is billed for
 */
record AuditRow(
    Optional<BilledService> service,
    String login,
    Set<AuditStatus> kinds,
    List<Sentence> details,
    Optional<CloudUser> user,
    Optional<TeamSpace> space) {

  AuditRow(
      Optional<BilledService> service,
      String login,
      Set<AuditStatus> kinds,
      List<Sentence> details,
      Optional<CloudUser> user) {
    this(service, login, kinds, details, user, Optional.empty());
  }

  boolean isTrouble() {
    return kinds.stream().anyMatch(AuditStatus::isTrouble);
  }

  /** The number of the service; an account that no service has shows the mark. */
  String item(String mark) {
    return service.map(it -> Long.toString(it.id())).orElse(mark);
  }

  Optional<Long> tariff() {
    return service.flatMap(BilledService::tariff);
  }

  String customer() {
    return service.flatMap(BilledService::customer).orElse("");
  }

  List<String> details(Language language) {
    return details.stream().map(detail -> detail.in(language)).toList();
  }

  private Optional<CloudUser> seen() {
    return user.filter(CloudUser::isShown);
  }

  /** The space's, of a team; empty where the cloud shows neither space nor account. */
  Optional<Quota> quota() {
    return space.map(TeamSpace::quota).or(() -> seen().map(CloudUser::quota));
  }

  /** Bytes; empty when not known. */
  OptionalLong stored() {
    return space
        .map(TeamSpace::used)
        .or(() -> user.map(it -> it.usage().bytes()))
        .orElse(OptionalLong.empty());
  }

  String stored(Language language) {
    OptionalLong bytes = stored();
    return bytes.isPresent() ? Quota.roughly(bytes.getAsLong()).in(language) : "";
  }

  String enabled() {
    return seen().map(it -> it.isEnabled() ? "yes" : "no").orElse("");
  }

  String lastLogin() {
    return user.flatMap(it -> it.usage().lastLogin()).map(Object::toString).orElse("");
  }
}
