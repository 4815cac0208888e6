package io.github.billnextcloud.cloud.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.GraphSpace;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A server on which a team has its space, or gets one. */
abstract class WithProjectSpaces extends WithGraphCloud {

  static final TeamKey TEAM = new TeamKey("svc-4711", Optional.empty(), "Team A");

  final TeamSpaces spaces() {
    return cloud().teamSpaces().orElseThrow();
  }

  final TeamSpace made() {
    return spaces().make(TEAM, GIGABYTE);
  }

  static TeamKey onRecord(TeamSpace space) {
    return new TeamKey(TEAM.mark(), Optional.of(space.id()), TEAM.name());
  }

  /** The only one there is. */
  final GraphSpace there() {
    return server.spaces().stream().reduce((one, other) -> null).orElseThrow();
  }

  final Account admin() {
    return server.account(CloudStandIn.ADMIN).orElseThrow();
  }

  final Account account(String name) {
    return server.account(name).orElseThrow();
  }

  static Fault error(int status, String code, String message) {
    return Fault.status(
        status,
        Map.of(),
        "application/json",
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message));
  }

  static CloudErrorKind refusal(ThrowingCallable call) {
    CloudErrorKind[] kind = new CloudErrorKind[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, failure -> kind[0] = failure.kind());
    return kind[0];
  }
}
