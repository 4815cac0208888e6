package io.github.billnextcloud.operator.logs;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.logging.LogFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the panel does not keep of operations, the log may tell: why they have failed, and of which
 * processing module one is that is of no service. A log that cannot be read tells nothing.
 */
public final class LoggedFailures {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedFailures.class);

  private static final String FAILED = "failed: ";

  private final Set<String> sought = new HashSet<>();
  private final Map<String, String> failures = new HashMap<>();
  private final Map<String, Long> modules = new HashMap<>();

  private LoggedFailures(Collection<PendingOperation> operations, Path root) {
    operations.stream()
        .filter(LoggedFailures::isSought)
        .forEach(it -> sought.add(Long.toString(it.id())));
    if (sought.isEmpty()) {
      return;
    }
    try {
      new LogReader(LogFiles.in(root.resolve("var"))).each(this::take);
    } catch (IOException unreadable) {
      LOG.warn("why operations have failed is not known: {}", unreadable.toString());
    }
  }

  /** Those of these processing modules that have not ended. The log is read once, if at all. */
  public static Map<Long, List<PendingOperation>> operations(
      LocalPanel panel, Collection<Long> modules) {
    Map<Long, List<PendingOperation>> found = new TreeMap<>();
    List<PendingOperation> all = new ArrayList<>();
    try (JdbcSession database = panel.database()) {
      for (long module : modules) {
        found.put(module, ServiceNames.operationsOf(database, module));
        all.addAll(found.getOrDefault(module, List.of()));
      }
      ServiceNames.operationsOfModules(database).stream()
          .filter(it -> it.module().isEmpty())
          .forEach(all::add);
    }
    // The log may be long: no session with the panel's database waits for it.
    LoggedFailures told = new LoggedFailures(all, panel.root());
    found.replaceAll((module, operations) -> told.operations(module, operations, all));
    return found;
  }

  private List<PendingOperation> operations(
      long module, List<PendingOperation> known, List<PendingOperation> all) {
    List<PendingOperation> operations = new ArrayList<>(known);
    all.stream().filter(it -> isOf(module, it)).forEach(operations::add);
    return operations.stream().map(this::with).toList();
  }

  /** As the run has told that it was asked to do. */
  private boolean isOf(long module, PendingOperation operation) {
    return isOfUntold(operation)
        && modules.getOrDefault(Long.toString(operation.id()), 0L) == module;
  }

  /**
   * The same, as far as they can be told with the reason. The log is read only if one of them was
   * begun and has none.
   *
   * @param root the panel's folder
   */
  public static List<PendingOperation> addTo(List<PendingOperation> operations, Path root) {
    LoggedFailures told = new LoggedFailures(operations, root);
    return operations.stream().map(told::with).toList();
  }

  private void take(LogLine line) {
    String operation = line.facts().getOrDefault("op", "");
    if (!sought.contains(operation)) {
      return;
    }
    String module = line.facts().getOrDefault("module", "");
    if (module.matches("[1-9]\\d{0,17}")) {
      modules.put(operation, Long.valueOf(module));
    }
    if (line.fails()) {
      failures.put(operation, line.message().substring(FAILED.length()));
    }
  }

  private PendingOperation with(PendingOperation operation) {
    String told = failures.getOrDefault(Long.toString(operation.id()), "");
    return told.isEmpty() || operation.failure().isPresent()
        ? operation
        : operation.withFailure(told);
  }

  private static boolean isSought(PendingOperation operation) {
    return isOfUntold(operation) || operation.failure().isEmpty() && operation.wasTried();
  }

  /** Of a processing module itself, and the panel does not tell of which. */
  private static boolean isOfUntold(PendingOperation operation) {
    return operation.item().isEmpty() && operation.module().isEmpty();
  }
}
