package io.github.billnextcloud.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run pays for one password check: every later request carries the session of the first. */
class SessionTest {

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource(Flavour.class)
  void openWhenItNeedsSeveralRequestsChecksThePasswordOnce(Flavour flavour) throws Exception {
    try (Scene scene = new GivenState(List.of("disk")).scene(root, flavour, "open")) {
      String item = Long.toString(scene.item());
      scene.ask("", "--command", "open", "--item", item);
      assertThat(scene.cloud().requests().stream().map(Request::sentSessionCookie))
          .hasSizeGreaterThan(2)
          .startsWith(false)
          .containsOnlyOnce(false);
    }
  }
}
