package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a server that means harm. */
class HostileAnswerTest {

  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  @Test
  void parseWhenAnswerIsDeepBreaksOff() {
    String deep = "{\"ocs\":" + "[".repeat(900) + "]".repeat(900) + "}";
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> OcsAnswer.parse(deep));
  }

  /** Eight megabytes that were eight kilobytes on the wire. */
  @ParameterizedTest
  @ValueSource(strings = {"0,", "{},", "[],", "\"\",", "null,"})
  void parseWhenAnswerIsMadeOfCrumbsBreaksOff(String crumb) {
    String crumbs = "{\"ocs\":{\"data\":[" + crumb.repeat((8 << 20) / crumb.length()) + "0]}}";
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> OcsAnswer.parse(crumbs))
        .withMessageContaining("values");
  }

  @Test
  void parseWhenAnswerHasManyUsersReadsThem() throws IOException {
    String ids = "\"ann\",".repeat(200_000);
    OcsAnswer answer =
        OcsAnswer.parse("{\"ocs\":{\"meta\":{\"statuscode\":100},\"data\":[" + ids + "\"bob\"]}}")
            .orElseThrow();
    assertThat(OcsAnswer.asTexts(answer.data())).hasSize(200_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "1.9", "1 ", "."})
  void quotaWhenItsTextIsEndlessIsReadAtOnce(String piece) {
    Map<String, Object> data = Map.of("quota", Map.of("quota", piece.repeat(2_000_000)));
    Quota quota =
        assertTimeoutPreemptively(
            AT_ONCE, () -> new OcsUserParser(data).user(new UserId("ann"), Set.of()).quota());
    assertThat(quota).isEqualTo(Quota.UNSET);
  }
}
