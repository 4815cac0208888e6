package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a service and its account, or an account alone, stand to each other. */
enum AuditStatus {
  MATCH,
  SUSPENDED_ENABLED,
  STATE(AccountDrift.DriftKind.STATE),
  QUOTA(AccountDrift.DriftKind.QUOTA),
  /** Of somebody who never signed in, so that there is nothing to limit yet. */
  QUOTA_PENDING(AccountDrift.DriftKind.QUOTA),
  /** More is stored than was sold; of a team, of what all share. */
  OVER_QUOTA,
  GROUPS(AccountDrift.DriftKind.GROUPS),
  PROFILE(AccountDrift.DriftKind.PROFILE),
  LETTER,
  /** Known by a name that the customer may give up, and another take. */
  NAME_ALONE(AccountDrift.DriftKind.IDENTITY),
  RENAMED(AccountDrift.DriftKind.IDENTITY),
  MISSING,
  NOT_BILLED,
  /** The provider's own. */
  STAFF,
  CLOSED,
  /** More members than seats, who were so before, or are told. */
  SEATS,
  /** Who come into a team's space and are not on record. */
  STRANGERS,
  /** A team without what it shares. */
  SPACE_MISSING,
  /** What a team shares, of no service. */
  SPACE_NOT_BILLED,
  /** Of a team that is closed, or of members who were taken out. */
  MEMBERS_LEFT,
  /** Of a user who is gone. */
  LEFT_FILES,
  SHARED,
  REFUSED,
  /** An operation that nobody begins again but a person. */
  WAITS,
  /** An operation that has failed, and is begun again by itself. */
  FAILING,
  UNCLEAR,
  IN_WORK;

  private final Optional<AccountDrift.DriftKind> of;

  AuditStatus() {
    of = Optional.empty();
  }

  AuditStatus(AccountDrift.DriftKind of) {
    this.of = Optional.of(of);
  }

  Sentence words() {
    return Sentence.of("audit.status." + id());
  }

  /** For programs. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** False where nobody has to do anything. */
  boolean isTrouble() {
    return this != MATCH && this != STAFF && this != IN_WORK;
  }

  /** What a repair of it changes; empty when only a person can mend it. */
  Optional<AccountDrift.DriftKind> repair() {
    return this == SUSPENDED_ENABLED ? Optional.of(AccountDrift.DriftKind.STATE) : of;
  }

  static AuditStatus of(AccountDrift.DriftKind difference) {
    return Arrays.stream(values())
        .filter(kind -> kind.of.filter(difference::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
