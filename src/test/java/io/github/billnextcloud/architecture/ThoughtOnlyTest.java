package io.github.billnextcloud.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is held for pure thought is, by what the tests of today are made of. */
class ThoughtOnlyTest {

  private static final Path TESTS = Path.of("src/test/java");

  private final ThoughtOnly rule = new ThoughtOnly();

  private List<String> names(boolean thought) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .map(file -> TESTS.relativize(file).toString().replace(".java", "").replace('/', '.'))
          .filter(test -> rule.isThought(test) == thought)
          .map(test -> test.substring(test.lastIndexOf('.') + 1))
          .toList();
    }
  }

  @Test
  void testsWhenTheyThinkAreKept() throws Exception {
    assertThat(names(true)).contains("PlanTest", "PlanLawsTest", "PolicyTest", "QuotaTest");
  }

  /** By themselves, by what they extend, and by what helps them. */
  @Test
  void testsWhenTheyLeadOutsideAreLeftOut() throws Exception {
    assertThat(names(false))
        .contains("ConversationTest", "SignalTest", "PanelBillingTest", "PreSuspensionStateTest")
        .contains("FindUserTest", "ImpostorTest", "MgrctlTest", "CloudStandInTest");
  }
}
