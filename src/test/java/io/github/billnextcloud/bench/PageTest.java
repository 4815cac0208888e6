package io.github.billnextcloud.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark of starts writes, and what it leaves alone. */
class PageTest {

  private static final String AROUND = "Before\n\n%s%s%s\n\nafter\n";

  @Test
  void figuresReplaceWhatIsBetweenTheMarksAndNothingElse() {
    String page = AROUND.formatted(Page.BEGIN, "\nold figures\n", Page.END);
    String once = Page.with(page, "new\n\n");
    assertThat(once).isEqualTo(AROUND.formatted(Page.BEGIN, "\n\nnew\n\n", Page.END));
    assertThat(Page.with(once, "new")).isEqualTo(once);
  }

  @Test
  void pageWithoutMarksIsRefused() {
    assertThatThrownBy(() -> Page.with("text", "figures")).hasMessageContaining(Page.BEGIN);
    String reversed = Page.END + Page.BEGIN;
    assertThatThrownBy(() -> Page.with(reversed, "")).hasMessageContaining(Page.END);
  }

  @Test
  void thePageOfThisProjectHasTheMarks() throws IOException {
    String page = Files.readString(Path.of("docs/design/performance.md"));
    assertThat(Page.with(page, "figures")).contains("\n\nfigures\n\n");
  }

  @Test
  void goalIsMetAtItsBar() {
    assertThat(Goal.atMost("a / b", 1.3, 1.3, "×").row())
        .isEqualTo("| a / b | ≤ 1.3 × | 1.30 × | met |");
    assertThat(Goal.atLeast("rate", 9.5, 10, "×").row())
        .isEqualTo("| rate | ≥ 10 × | 9.50 × | **missed** |");
    assertThat(Goal.atMost("peak", 50, 50, "MiB").row()).contains("≤ 50 MiB");
  }

  /** A miss must not look like what it missed. */
  @Test
  void goalWhenNearlyMetIsShownFiner() {
    assertThat(Goal.atMost("a / b", 1.3004, 1.3, "×").row())
        .isEqualTo("| a / b | ≤ 1.3 × | 1.3004 × | **missed** |");
  }

  private static Soak.Sample sample(double mib) {
    return new Soak.Sample(1, mib);
  }

  @Test
  void soakComparesTheMostOfBothHalves() {
    List<Soak.Sample> samples = List.of(sample(80), sample(100), sample(90), sample(120));
    assertThat(Soak.growth(samples)).isEqualTo(1.2);
    assertThat(Soak.most(samples)).isEqualTo(120);
  }

  @Test
  void jobWithATabInItIsRefused() {
    Path here = Path.of("/x");
    Job job = new Job(here, here, here, here, List.of("/bin/echo", "a\tb"));
    assertThatThrownBy(job::line).hasMessageContaining("a tab");
    assertThat(new Job(here, here, here, here, List.of("/bin/echo", "a b")).line())
        .isEqualTo("/x\t/x\t/x\t/x\t/bin/echo\ta b\n");
  }
}
