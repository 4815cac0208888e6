package io.github.billnextcloud.operator.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log tells what the panel has not kept, and nothing else. */
class LoggedFailuresTest {

  @TempDir private Path root;

  private static PendingOperation operation(long id, long tries, Optional<String> failure) {
    return new PendingOperation(
        id,
        OptionalLong.of(7),
        OptionalLong.empty(),
        "open",
        OptionalLong.of(tries),
        false,
        failure,
        Optional.empty());
  }

  @Test
  void reasonIsThatOfTheLastTryOfTheSameOperation() throws Exception {
    Files.createDirectories(root.resolve("var"));
    Files.writeString(
        root.resolve("var/pmnextcloud.log"),
        """
        2026-11-25T09:00:00.000Z [1] ERROR item=7 op=5 failed: pmnextcloud_cloud_busy: first
        2026-11-25T09:01:00.000Z [2] ERROR item=7 op=5 failed: pmnextcloud_group_missing: no: group
        2026-11-25T09:02:00.000Z [3] ERROR item=7 op=55 failed: pmnextcloud_disk_missing: another
        2026-11-25T09:03:00.000Z [4] ERROR item=7 op=8 failed: pmnextcloud_disk_missing: the log
        """);
    PendingOperation known = operation(8, 3, Optional.of("pmnextcloud_cloud_busy"));
    PendingOperation running = operation(55, 0, Optional.empty());
    PendingOperation unknown = operation(9, 2, Optional.empty());

    assertThat(
            LoggedFailures.addTo(
                List.of(operation(5, 2, Optional.empty()), known, running, unknown), root))
        .containsExactly(
            new PendingOperation(
                5,
                OptionalLong.of(7),
                OptionalLong.empty(),
                "open",
                OptionalLong.of(2),
                false,
                Optional.of("pmnextcloud_group_missing"),
                Optional.of("no: group")),
            known,
            running,
            unknown);
  }

  @Test
  void logWhenThereIsNoneTellsNothing() {
    List<PendingOperation> all = List.of(operation(5, 2, Optional.empty()));

    assertThat(LoggedFailures.addTo(all, root)).isEqualTo(all);
  }

  /** Whoever asks for figures gets those that there are. */
  @Test
  void logWhenItCannotBeReadTellsNothing() throws Exception {
    Files.createDirectories(root.resolve("var/pmnextcloud.log"));
    List<PendingOperation> all = List.of(operation(5, 2, Optional.empty()));

    assertThat(LoggedFailures.addTo(all, root)).isEqualTo(all);
  }
}
