package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.command.Features;
import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fat jar as it ships: it answers, and starts without what it does not need. */
class PackagedJarIT {

  private static final String[] HEAVY = {
    "okhttp3.",
    "okio.",
    "kotlin.",
    "com.fasterxml.",
    "com.ctc.wstx.",
    "ch.qos.logback.",
    "org.slf4j.",
    "io.github.resilience4j.",
    "org.mariadb.",
    "picocli."
  };

  private static final int MOST_CLASSES_FOR_FEATURES = 900;

  private static List<String> loadedClasses(String... args)
      throws IOException, InterruptedException {
    return ProgramRun.jar(List.of("-Xlog:class+load:stdout"), args)
        .stdout()
        .lines()
        .filter(line -> line.contains(" source: "))
        .map(line -> line.replaceFirst(".*\\] ", "").replaceFirst(" source:.*", ""))
        .toList();
  }

  @Test
  void featuresWhenAskedAnswersAndEndsWell() throws Exception {
    ProgramRun program = ProgramRun.jar(List.of(), "--command", "features");
    assertThat(program).isEqualTo(new ProgramRun(0, Features.ANSWER, ""));
  }

  @Test
  void featuresWhenAskedLoadsFewClasses() throws Exception {
    assertThat(loadedClasses("--command", "features"))
        .hasSizeBetween(100, MOST_CLASSES_FOR_FEATURES);
  }

  @Test
  void featuresWhenAskedLoadsNoLibrary() throws Exception {
    assertThat(loadedClasses("--command", "features"))
        .contains("io.github.billnextcloud.Main")
        .noneMatch(name -> List.of(HEAVY).stream().anyMatch(name::startsWith));
  }

  /** What people read is for people: BILLmanager must not wait while it is loaded. */
  @Test
  void commandWhenBillmanagerCallsItLoadsNothingForPeople() throws Exception {
    assertThat(loadedClasses("--command", "close", "--item", "7"))
        .contains("io.github.billnextcloud.command.lifecycle.Close")
        .noneMatch(name -> name.startsWith("io.github.billnextcloud.manual."))
        .noneMatch(name -> name.startsWith("io.github.billnextcloud.operator."))
        .noneMatch(name -> name.startsWith("io.github.billnextcloud.app.TerminalRunner"))
        .noneMatch(name -> name.startsWith("picocli.AutoComplete"))
        .noneMatch(name -> name.endsWith("journal.Rotation"))
        .noneMatch(name -> name.startsWith("java.util.PropertyResourceBundle"))
        .noneMatch(name -> name.startsWith("java.util.zip.GZIP"));
  }

  @Test
  void versionWhenAskedIsThatOfTheManifest() throws Exception {
    ProgramRun program = ProgramRun.jar(List.of("-Dpmnextcloud.root=/nowhere/"), "--version");
    assertThat(program.stdout())
        .matches("pmnextcloud \\d+\\.\\d+\\.\\d+\\S*\nJava .*\nBILLmanager /nowhere\n");
  }

  @Test
  void unknownCommandWhenAskedAnswersWithAnErrorDocument() throws Exception {
    ProgramRun program =
        ProgramRun.jar(List.of("-Dpmnextcloud.root=/nowhere"), "--command", "no_such_command");
    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.stdout())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc><error type=")
        .contains("pmnextcloud_command_unknown")
        .doesNotContain("\tat ");
  }
}
