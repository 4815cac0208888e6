package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.command.lifecycle.ModuleFailover;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which processing modules can take one more account: those that answer, are not full, and are not
 * being drained. All are looked at at once, because a customer's order waits.
 */
final class SuitableModuleFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SuitableModuleFilter.class);
  private static final long GIB = 1L << 30;

  private final LocalPanel panel;
  private final ProcessingModuleRepository modules;

  SuitableModuleFilter(LocalPanel panel) {
    this.panel = panel;
    this.modules = new ProcessingModuleRepository(panel);
  }

  /**
   * Those that can; and when none can, those that merely do not answer at this moment: such an
   * order waits for its cloud, instead of being turned away.
   */
  List<Long> among(List<Long> candidates) {
    if (candidates.isEmpty()) {
      return candidates;
    }
    ExecutorService lookers = Executors.newFixedThreadPool(candidates.size());
    try {
      Map<Long, Future<ModuleObstacle>> looked = new LinkedHashMap<>();
      candidates.forEach(id -> looked.put(id, lookers.submit(() -> obstacle(id))));
      Map<Long, ModuleObstacle> obstacles = new LinkedHashMap<>();
      looked.forEach((id, obstacle) -> obstacles.put(id, found(id, obstacle)));
      List<Long> free = having(obstacles, ModuleObstacle.NONE::equals);
      return free.isEmpty() ? having(obstacles, ModuleObstacle::passes) : free;
    } finally {
      lookers.shutdownNow();
    }
  }

  private static List<Long> having(
      Map<Long, ModuleObstacle> obstacles, Predicate<ModuleObstacle> condition) {
    return obstacles.keySet().stream().filter(id -> condition.test(obstacles.get(id))).toList();
  }

  /**
   * Why a module cannot take an order.
   *
   * @param passes whether it will be able to before long
   */
  private record ModuleObstacle(String why, boolean passes) {

    static final ModuleObstacle NONE = new ModuleObstacle("can take it", false);

    static ModuleObstacle lasting(String why) {
      return new ModuleObstacle(why, false);
    }
  }

  private static ModuleObstacle found(long id, Future<ModuleObstacle> looked) {
    try {
      ModuleObstacle obstacle = looked.get();
      LOG.info("module {} {}", id, obstacle.why());
      return obstacle;
    } catch (InterruptedException stopped) {
      throw BillingException.stopped("the clouds were looked at");
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  private ModuleObstacle obstacle(long id) {
    try {
      return obstacle(panel.processingModule(id));
    } catch (CloudException silent) {
      return new ModuleObstacle(
          "does not answer as it should: " + silent.getMessage(),
          ModuleFailover.PASSES.contains(silent.kind()));
    } catch (RuntimeException unusable) {
      return ModuleObstacle.lasting("cannot be used: " + unusable.getMessage());
    }
  }

  private ModuleObstacle obstacle(ProcessingModule module) {
    if (module.isOn("draining")) {
      return ModuleObstacle.lasting("takes no new accounts");
    }
    OptionalLong most = module.number("max_accounts");
    if (most.isPresent() && modules.countServices(module.id()) >= most.getAsLong()) {
      return ModuleObstacle.lasting("is full: it may have " + most.getAsLong() + " accounts");
    }
    Cloud cloud = ModuleCloud.of(module, Timeouts.GLANCE, panel);
    cloud.knock();
    OptionalLong floor = module.number("min_free_gb");
    OptionalLong free = floor.isPresent() ? freeSpace(module, cloud) : OptionalLong.empty();
    return free.isPresent() && free.getAsLong() / GIB < floor.getAsLong()
        ? ModuleObstacle.lasting("has only " + free.getAsLong() / GIB + " GB of disk left")
        : ModuleObstacle.NONE;
  }

  /** Optional for a server to tell: one that does not, or is slow over it, is not excluded. */
  private static OptionalLong freeSpace(ProcessingModule module, Cloud cloud) {
    try {
      return cloud.freeSpace();
    } catch (CloudException untold) {
      LOG.warn("module {} does not tell its free space: {}", module.id(), untold.getMessage());
      return OptionalLong.empty();
    }
  }
}
