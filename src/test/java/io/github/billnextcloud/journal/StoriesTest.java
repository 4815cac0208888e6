package io.github.billnextcloud.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of many runs are put together again. */
class StoriesTest {

  private static final String LOG =
      """
      2026-11-23T03:40:12.000Z [10] INFO item=4711 op=99 asked: open
      2026-11-23T03:40:12.100Z [11] INFO item=5 op=98 asked: suspend
      2026-11-23T03:40:12.200Z [10] ERROR item=4711 op=99 failed: pmnextcloud_cloud_busy: later
      2026-11-23T03:40:12.300Z [11] INFO item=5 op=98 did: disable the user
      java.lang.IllegalStateException: what belongs to a line
      \tat some.Place
      2026-11-23T03:40:12.400Z [10] INFO item=4711 op=99 answered: exit code 1 after 400 ms
      2026-11-23T03:40:13.000Z [11] INFO item=5 op=98 answered: exit code 0 after 900 ms
      2026-11-23T04:00:00.000Z [12] INFO module=3 asked: stat
      2026-11-23T04:00:01.000Z [12] WARN module=3 not counted: service 4711: user_4711 is not in the cloud
      2026-11-23T04:00:01.500Z [12] WARN module=3 not counted: service 47110: x is not in the cloud
      2026-11-23T04:00:02.000Z [12] INFO module=3 answered: exit code 0 after 2000 ms
      2026-11-23T05:00:00.000Z [10] INFO item=4711 op=99 asked: open
      2026-11-23T05:00:01.000Z [10] INFO item=4711 op=99 did: create user_4711
      """;

  @TempDir Path folder;

  private Stories stories(Sought sought, long most) throws IOException {
    Files.writeString(folder.resolve("pmnextcloud.log"), LOG);
    return Stories.read(LogFiles.in(folder), sought, most);
  }

  @Test
  void storiesWhenRunsAreMingledAreOfOneServiceEach() throws IOException {
    assertThat(stories(Sought.item(4711), 20).found())
        .extracting(EventStory::command)
        .containsExactly("open", "stat", "open");
    EventStory failed = stories(Sought.item(4711), 20).found().get(0);
    assertThat(failed.failure()).contains("pmnextcloud_cloud_busy");
    assertThat(failed.exitCode()).contains(1);
    assertThat(failed.duration()).isEqualTo(Duration.ofMillis(400));
    assertThat(failed.lines()).hasSize(1);
  }

  @Test
  void storiesOfOthersWhenTheySpeakOfTheServiceHaveThatLineOnly() throws IOException {
    EventStory statistics = stories(Sought.item(4711), 20).found().get(1);
    assertThat(statistics.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.message()).contains("service 4711:"));
  }

  @Test
  void storyWhenItHasNotEndedHasNoExitCode() throws IOException {
    assertThat(stories(Sought.item(4711), 20).found().get(2).exitCode()).isEmpty();
  }

  @Test
  void linesWhenTheyGoOnBelongToTheirLine() throws IOException {
    EventStory suspended = stories(Sought.item(5), 20).found().get(0);
    assertThat(suspended.lines().get(0).rest())
        .containsExactly(
            "java.lang.IllegalStateException: what belongs to a line", "\tat some.Place");
  }

  @Test
  void storiesWhenThereAreManyAreTheLast() throws IOException {
    Stories last = stories(Sought.item(4711), 1);
    assertThat(last.found()).singleElement().returns("open", EventStory::command);
    assertThat(last.leftOut()).isEqualTo(2);
  }

  @Test
  void storiesOfAModuleAreWhole() throws IOException {
    assertThat(stories(Sought.module(3), 20).found())
        .singleElement()
        .satisfies(story -> assertThat(story.lines()).hasSize(2));
  }

  @Test
  void storiesWhenTheLogWasRotatedGoThroughAllFiles() throws IOException {
    String[] halves = LOG.split("(?<=is not in the cloud\n)", 2);
    try (GZIPOutputStream old =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("pmnextcloud.log.2.gz")))) {
      old.write(halves[0].getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("pmnextcloud.log"), halves[1]);
    Stories all = Stories.read(LogFiles.in(folder), Sought.item(4711), 20);
    assertThat(all.found()).hasSize(3);
    assertThat(all.since()).contains("2026-11-23T03:40:12.000Z");
  }
}
