package io.github.billnextcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Version, tag and changelog agree, or nothing is released. */
class ReleaseNotesTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
  private static final Pattern RELEASED =
      Pattern.compile("\\[(\\d+)\\.(\\d+)\\.(\\d+)\\] - \\d{4}-\\d\\d-\\d\\d");
  private static final Pattern FILE =
      Pattern.compile("pmnextcloud[-_](\\d+\\.\\d+\\.\\d+)(?=[-_/.])");

  @TempDir Path project;

  @BeforeEach
  void copyScript() throws Exception {
    Files.createDirectory(project.resolve(".ci"));
    Files.copy(Path.of(".ci/release-notes"), project.resolve(".ci/release-notes"));
    Files.writeString(
        project.resolve("pom.xml"), "<project>\n  <version>1.2.0</version>\n</project>\n");
  }

  private ProgramRun notes(String tag, String changelog) throws Exception {
    Files.writeString(project.resolve("CHANGELOG.md"), changelog);
    return ProgramRun.run(project, Map.of(), ".ci/release-notes", tag);
  }

  @Test
  void notesWhenAllAgreeAreThoseOfTheVersion() throws Exception {
    String changelog =
        """
        # Changelog

        ## [Unreleased]

        ## [1.2.0] - 2026-12-01

        * new

        ## [1.1.0] - 2026-11-01

        * old
        """;
    assertThat(notes("v1.2.0", changelog)).isEqualTo(new ProgramRun(0, "\n* new\n\n", ""));
  }

  @Test
  void notesWhenTheTagIsAnotherVersionAreRefused() throws Exception {
    ProgramRun asked = notes("v1.3.0", "## [Unreleased]\n\n## [1.3.0] - 2026-12-01\n");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.stderr()).contains("the tag says 1.3.0, pom.xml 1.2.0");
  }

  @Test
  void notesWhenTheChangelogDoesNotHaveTheVersionAreRefused() throws Exception {
    ProgramRun asked = notes("v1.2.0", "## [Unreleased]\n\n* new\n");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.stderr()).contains("no heading '## [1.2.0] - YYYY-MM-DD'");
  }

  @Test
  void notesWhenLinesWereLeftUnderUnreleasedAreRefused() throws Exception {
    ProgramRun asked = notes("v1.2.0", "## [Unreleased]\n\n* new\n\n## [1.2.0] - 2026-12-01\n");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.stderr()).contains("[Unreleased]");
  }

  /** The newest released version is the pom's or an older one; what comes next is unreleased. */
  @Test
  void changelogWhenReadAgreesWithThePom() throws Exception {
    List<String> headings = found(HEADING, Files.readString(Path.of("CHANGELOG.md")));
    assertThat(headings).first().isEqualTo("[Unreleased]");
    List<String> released = headings.subList(1, headings.size());
    assertThat(released).allMatch(heading -> RELEASED.matcher(heading).matches());
    assertThat(released.stream().map(ReleaseNotesTest::order))
        .isSortedAccordingTo((newer, older) -> Long.compare(older, newer))
        .doesNotHaveDuplicates()
        .allMatch(version -> version <= order("[" + ProjectVersion.get() + "] - 0000-00-00"));
  }

  private static long order(String heading) {
    MatchResult version = RELEASED.matcher(heading).results().findFirst().orElseThrow();
    return Long.parseLong(version.group(1)) * 1_000_000
        + Long.parseLong(version.group(2)) * 1_000
        + Long.parseLong(version.group(3));
  }

  static List<Path> pages() throws Exception {
    try (var files =
        Files.find(
            Path.of(""), 4, (file, its) -> file.toString().matches("(docs/.*|[A-Z.a-z]+)\\.md"))) {
      return files.filter(file -> !file.endsWith("CHANGELOG.md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void filesWhenAPageNamesThemAreThoseOfThisVersion(Path page) throws Exception {
    assertThat(found(FILE, Files.readString(page))).allMatch(ProjectVersion.get()::equals);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).toList();
  }
}
