package io.github.billnextcloud.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of a few requests is cheapest for real clouds when each brings the password. */
class SessionTest {

  @TempDir Path root;

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void openWhenItNeedsAFewRequestsMakesNoSession(Flavour flavour) throws Exception {
    try (Scene scene = new GivenState(List.of("disk")).scene(root, flavour, "open")) {
      String item = Long.toString(scene.item());
      scene.ask("", "--command", "open", "--item", item);
      assertThat(scene.cloud().requests())
          .hasSizeGreaterThan(2)
          .noneMatch(Request::sentSessionCookie);
    }
  }
}
