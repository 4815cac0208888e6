package io.github.billnextcloud.operator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.logging.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of many runs, put together again. */
class LoggedRunAssemblerTest {

  private static final LogSubject SERVICE = LogSubject.item(7);

  @TempDir Path folder;

  private final List<String> log = new ArrayList<>();
  private int second;

  /** The next line, a second after the one before. */
  private LoggedRunAssemblerTest line(int number, String rest) {
    second++;
    log.add(
        "2026-11-23T03:%02d:%02d.000Z [%d] %s".formatted(second / 60, second % 60, number, rest));
    return this;
  }

  private LoggedRunAssembler read(LogSubject sought, long most) throws IOException {
    Files.write(folder.resolve("pmnextcloud.log"), log);
    return LoggedRunAssembler.read(LogFiles.in(folder), sought, most);
  }

  private static List<String> messages(LoggedRun story) {
    return story.lines().stream().map(LogLine::message).toList();
  }

  @Test
  void runsWhenTheirLinesAreMingledAreApart() throws IOException {
    line(1, "INFO item=7 asked: open");
    line(2, "INFO item=8 asked: suspend");
    line(1, "INFO item=7 module=3 observed: one");
    line(2, "INFO item=8 did: two");
    line(3, "INFO item=7 op=9 asked: setparam");
    line(1, "INFO item=7 did: three");
    line(3, "WARN item=7 op=9 left undone: four");
    line(2, "INFO item=8 answered: exit code 0 after 3 ms");
    line(1, "INFO item=7 answered: exit code 0 after 1234 ms");
    List<LoggedRun> stories = read(SERVICE, 20).found();
    assertThat(stories).extracting(LoggedRun::command).containsExactly("open", "setparam");
    assertThat(messages(stories.get(0))).containsExactly("observed: one", "did: three");
    assertThat(stories.get(0).exitCode()).contains(0);
    assertThat(stories.get(0).duration()).isEqualTo(Duration.ofMillis(1234));
    assertThat(stories.get(1).exitCode()).isEmpty();
    assertThat(stories.get(1).first().facts()).containsEntry("op", "9");
  }

  @Test
  void numberWhenItComesBackBeginsAnotherStory() throws IOException {
    line(1, "INFO item=7 asked: open").line(1, "INFO item=7 did: a");
    line(1, "INFO item=7 asked: close").line(1, "INFO item=7 did: b");
    line(1, "INFO item=8 asked: close").line(1, "INFO item=8 did: c");
    assertThat(read(SERVICE, 20).found())
        .extracting(LoggedRunAssemblerTest::messages)
        .containsExactly(List.of("did: a"), List.of("did: b"));
  }

  @Test
  void statisticsWhenTheyNameTheServiceShowThatLineOnly() throws IOException {
    line(1, "INFO module=3 asked: stat");
    line(1, "WARN module=3 not counted: service 70: x");
    line(1, "WARN module=3 not counted: service 7: user_7 is not in the cloud");
    line(1, "INFO module=3 item=7 did: y");
    line(1, "INFO item=7 module=3 did: delete user_7");
    line(1, "INFO module=3 counted: 17 services");
    line(1, "ERROR module=3 failed: pmnextcloud_cloud_busy: maintenance");
    line(1, "INFO module=3 answered: exit code 1 after 9 ms");
    LoggedRun story = read(SERVICE, 20).found().get(0);
    assertThat(messages(story))
        .containsExactly(
            "not counted: service 7: user_7 is not in the cloud",
            "did: delete user_7",
            "failed: pmnextcloud_cloud_busy: maintenance");
    assertThat(story.failure()).contains("pmnextcloud_cloud_busy");
    assertThat(story.exitCode()).contains(1);
  }

  @Test
  void moduleWhenSoughtHasItsServicesRunsToo() throws IOException {
    line(1, "INFO item=7 asked: open").line(1, "INFO item=7 module=3 observed: a");
    line(2, "INFO item=8 asked: open").line(2, "INFO item=8 module=4 observed: b");
    line(3, "INFO module=3 asked: stat").line(3, "INFO module=3 counted: c");
    assertThat(read(LogSubject.module(3), 20).found())
        .extracting(LoggedRunAssemblerTest::messages)
        .containsExactly(List.of("observed: a"), List.of("counted: c"));
  }

  @Test
  void traceWhenThereIsOneStaysWithItsLine() throws IOException {
    line(1, "INFO item=7 asked: open");
    line(1, "ERROR item=7 failed: pmnextcloud_internal_error: IllegalStateException");
    log.add("\tjava.lang.IllegalStateException: what");
    log.add("\t2026-11-23T03:00:00.000Z [1] INFO item=7 forged: by a message");
    line(1, "INFO item=7 did: b");
    LoggedRun story = read(SERVICE, 20).found().get(0);
    assertThat(story.lines().get(0).rest()).hasSize(2);
    assertThat(messages(story)).hasSize(2).doesNotContain("forged: by a message");
  }

  @Test
  void storyWhenItsBeginningIsGoneSaysSo() throws IOException {
    line(1, "INFO item=7 did: a").line(1, "INFO item=7 did: b");
    assertThat(read(SERVICE, 20).found())
        .singleElement()
        .returns(false, LoggedRun::hasBeginning)
        .returns(List.of("did: a", "did: b"), LoggedRunAssemblerTest::messages);
  }

  @Test
  void storiesWhenTooManyAreTheLastOnes() throws IOException {
    IntStream.range(0, 30).forEach(run -> line(run, "INFO item=7 asked: open"));
    LoggedRunAssembler stories = read(SERVICE, 20);
    assertThat(stories.found()).hasSize(20);
    assertThat(stories.found().get(19).first().number()).isEqualTo("29");
    assertThat(stories.leftOut()).isEqualTo(10);
    assertThat(stories.since()).contains("2026-11-23T03:00:01.000Z");
  }

  @Test
  void storyWhenItIsEndlessIsCutOff() throws IOException {
    line(1, "INFO item=7 asked: open");
    IntStream.range(0, 1_200)
        .forEach(it -> log.add("2026-11-23T04:00:00.000Z [1] INFO item=7 did: it"));
    LoggedRun story = read(SERVICE, 20).found().get(0);
    assertThat(story.lines()).hasSize(1_000);
    assertThat(story.more()).isEqualTo(200);
  }

  @Test
  void linesWhenOlderThanFixedMillisecondsAreRead() throws IOException {
    log.add("2026-11-23T03:00:00Z [1] INFO item=7 asked: open");
    log.add("nonsense before any line");
    assertThat(read(SERVICE, 20).found()).hasSize(1);
    assertThat(LogLine.parse("2026-11-23T03:00:00Z [1] INFO")).isEmpty();
    assertThat(LogLine.parse("")).isEmpty();
  }

  @Test
  void logWhenThereIsNoneIsEmpty() throws IOException {
    assertThat(LoggedRunAssembler.read(LogFiles.in(folder), SERVICE, 20))
        .returns(List.of(), LoggedRunAssembler::found)
        .matches(stories -> stories.since().isEmpty());
  }
}
