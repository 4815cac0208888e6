package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PanelModules;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which processing modules can take one more account: those that answer, are not full, and are not
 * being drained. All are looked at at once, because a customer's order waits.
 */
final class Suitability {

  private static final Logger LOG = LoggerFactory.getLogger(Suitability.class);
  private static final long GIB = 1L << 30;

  private final Panel panel;
  private final PanelModules modules;

  Suitability(Panel panel) {
    this.panel = panel;
    this.modules = new PanelModules(panel);
  }

  List<Long> among(List<Long> candidates) {
    if (candidates.isEmpty()) {
      return candidates;
    }
    ExecutorService lookers = Executors.newFixedThreadPool(candidates.size());
    try {
      Map<Long, Future<String>> obstacles = new LinkedHashMap<>();
      candidates.forEach(id -> obstacles.put(id, lookers.submit(() -> obstacle(id))));
      return candidates.stream().filter(id -> isFree(id, obstacles.get(id))).toList();
    } finally {
      lookers.shutdownNow();
    }
  }

  private static boolean isFree(long id, Future<String> looked) {
    try {
      String obstacle = looked.get();
      LOG.info("module {} {}", id, obstacle.isEmpty() ? "can take it" : obstacle);
      return obstacle.isEmpty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  /** Why it cannot; empty when it can. */
  private String obstacle(long id) {
    try {
      return obstacle(panel.processingModule(id));
    } catch (RuntimeException unusable) {
      return "cannot be used: " + unusable.getMessage();
    }
  }

  private String obstacle(ProcessingModule module) {
    if (module.isOn("draining")) {
      return "takes no new accounts";
    }
    OptionalLong most = module.number("max_accounts");
    if (most.isPresent() && modules.countServices(module.id()) >= most.getAsLong()) {
      return "is full: it may have " + most.getAsLong() + " accounts";
    }
    Cloud cloud = Clouds.of(module, Patience.GLANCE);
    cloud.knock();
    OptionalLong floor = module.number("min_free_gb");
    OptionalLong free = floor.isPresent() ? cloud.freeSpace() : OptionalLong.empty();
    return free.isPresent() && free.getAsLong() < floor.getAsLong() * GIB
        ? "has only " + free.getAsLong() / GIB + " GB of disk left"
        : "";
  }
}
