package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** An answer about a user, read as the cloud's client reads it. */
public final class RecordedUserAnswer {

  private RecordedUserAnswer() {}

  /**
   * Reads it, and checks what holds for every answer that can be read.
   *
   * @throws IOException when it breaks off
   */
  public static void check(String body) throws IOException {
    Optional<OcsAnswer> answered = OcsAnswer.parse(body);
    if (answered.isEmpty()) {
      return;
    }
    OcsAnswer answer = answered.get();
    assertThat(answer.message().length()).isLessThanOrEqualTo(201);
    OcsUserParser data = new OcsUserParser(answer.fields());
    Set<String> groups = data.knowsGroups() ? data.groups() : Set.of();
    CloudUser user = data.user(new UserId("asked"), groups);
    Quota quota = user.quota();
    assertThat(
            Set.of(Quota.UNLIMITED, Quota.UNSET, Quota.UNKNOWN).contains(quota)
                || quota.bytes().isPresent())
        .as("%s", quota)
        .isTrue();
    assertThat(user.profile().email()).isNotNull();
    assertThat(user.toString()).isNotEmpty();
  }
}
