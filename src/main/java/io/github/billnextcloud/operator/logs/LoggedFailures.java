package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.logging.LogFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why operations have failed of which the panel keeps no reason: the log may tell. */
public final class LoggedFailures {

  private static final String FAILED = "failed: ";

  private LoggedFailures() {}

  /** Those of a processing module that have not ended. */
  public static List<PendingOperation> operations(LocalPanel panel, long module) {
    List<PendingOperation> all;
    try (JdbcSession database = panel.database()) {
      all = ServiceNames.operationsOf(database, module);
    }
    // The log may be long: no session with the panel's database waits for it.
    return addTo(all, panel.root());
  }

  /**
   * The same, as far as they can be told with the reason. The log is read only if one of them was
   * begun and has none.
   *
   * @param root the panel's folder
   */
  public static List<PendingOperation> addTo(List<PendingOperation> operations, Path root) {
    Map<String, String> failures = new HashMap<>();
    operations.stream()
        .filter(LoggedFailures::isSought)
        .forEach(it -> failures.put(Long.toString(it.id()), ""));
    if (failures.isEmpty()) {
      return operations;
    }
    try {
      new LogReader(LogFiles.in(root.resolve("var")))
          .each(
              line -> {
                if (line.fails()) {
                  failures.computeIfPresent(
                      line.facts().getOrDefault("op", ""),
                      (id, former) -> line.message().substring(FAILED.length()));
                }
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return operations.stream().map(it -> with(it, failures)).toList();
  }

  private static PendingOperation with(PendingOperation operation, Map<String, String> failures) {
    String told = failures.getOrDefault(Long.toString(operation.id()), "");
    return told.isEmpty() ? operation : operation.withFailure(told);
  }

  private static boolean isSought(PendingOperation operation) {
    return operation.failure().isEmpty() && operation.wasTried();
  }
}
