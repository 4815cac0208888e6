package io.github.billnextcloud.operator.metrics;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.BillingException.BillingErrorKind;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.probe.CloudDiagnostics;
import io.github.billnextcloud.cloud.probe.ServerStatus;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.safe.PrivateFile;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a monitoring system the figures of panel, clouds and log; with {@code --file}, as a file
 * that node exporter's textfile collector reads. Of one cloud that is silent the others' figures
 * are told all the same, and what the log tells while the panel's database is away: then, or
 * without the log, the exit code is 1.
 */
public final class Metrics implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private static final int FAILED = 1;

  private final InstantSource clock;

  public Metrics() {
    this(InstantSource.system());
  }

  Metrics(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.NOT_LOGGED);
  }

  @Override
  public CommandResult run(CommandContext event) {
    LocalPanel panel = event.panel();
    String version = Metrics.class.getPackage().getImplementationVersion();
    Exposition exposition = new Exposition(version == null ? "" : version);
    Optional<List<Long>> modules = modules(panel);
    Optional<RunCounters> counted = count(panel.root(), modules);
    exposition.add(counted.orElseGet(() -> kept(panel.root())));
    boolean told = modules.isPresent();
    for (long id : modules.orElse(List.of())) {
      told &= add(exposition, panel, id);
    }
    exposition.gauge(
        "panel_up", "Whether the panel's database could be read for these figures.", told ? 1 : 0);
    String text = exposition.text();
    int exitCode = told && counted.isPresent() ? 0 : FAILED;
    return event
        .invocation()
        .option("--file")
        .map(file -> written(Path.of(file), text, exitCode))
        .orElseGet(() -> new TextResult(text, exitCode));
  }

  /** Empty while the panel's database cannot be read. */
  private static Optional<List<Long>> modules(LocalPanel panel) {
    try {
      return Optional.of(
          new ProcessingModuleRepository(panel).all().stream().map(OurModule::id).toList());
    } catch (BillingException away) {
      LOG.warn("no figures of the panel: {}", away.getMessage());
      return Optional.empty();
    }
  }

  private static CommandResult written(Path file, String text, int exitCode) {
    try {
      PrivateFile.replaceForAll(file, text);
      return new TextResult("", exitCode);
    } catch (IOException refused) {
      throw new InvalidInputException(Sentence.of("request.page_unwritable", file), refused);
    }
  }

  /** Empty when the log cannot be read: what was kept of it is told, since counts never shrink. */
  private Optional<RunCounters> count(Path root, Optional<List<Long>> modules) {
    try {
      RunCounters counters = RunCounters.toKeep(root, clock.instant());
      modules.ifPresent(counters::forgetGauges);
      counters.keep(root);
      return Optional.of(counters);
    } catch (IOException refused) {
      LOG.warn("nothing new of the log: {}", refused.toString());
      return Optional.empty();
    }
  }

  private static RunCounters kept(Path root) {
    try {
      return RunCounters.kept(root);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** False when the panel's database is away by now. */
  private static boolean add(Exposition exposition, LocalPanel panel, long id) {
    try {
      operations(exposition, panel, id);
      ProcessingModule module = panel.processingModule(id);
      exposition.add(id, SoldSpace.of(panel, module));
      addCloud(exposition, panel, module, id);
    } catch (BillingException | ProvisioningException | InvalidInputException unreadable) {
      LOG.warn("no figures of module {}: {}", id, unreadable.getMessage());
      if (unreadable instanceof BillingException billing
          && billing.kind() == BillingErrorKind.DATABASE) {
        return false;
      }
      up(exposition, id, false);
    }
    return true;
  }

  private static void operations(Exposition exposition, LocalPanel panel, long id) {
    List<PendingOperation> all;
    try (JdbcSession database = panel.database()) {
      all = ServiceNames.operationsOf(database, id);
    }
    for (boolean byHand : new boolean[] {false, true}) {
      exposition.gauge(
          "pending_operations",
          "Operations that have not ended, by whether the panel begins them again by itself.",
          all.stream().filter(it -> it.byHand() == byHand).count(),
          "module",
          Long.toString(id),
          "by_hand",
          Boolean.toString(byHand));
    }
  }

  private static void addCloud(
      Exposition exposition, LocalPanel panel, ProcessingModule module, long id) {
    CloudDiagnostics way = ModuleCloud.diagnosis(module, Timeouts.GLANCE, panel);
    String label = Long.toString(id);
    try {
      if (way.isEncrypted()) {
        Instant until = way.certificate().until();
        exposition.gauge(
            "certificate_expiry_timestamp_seconds",
            "When the cloud's certificate expires.",
            until.getEpochSecond(),
            "module",
            label);
      }
      ServerStatus status = way.status();
      exposition.gauge(
          "cloud_info",
          "What a cloud says that it is.",
          1,
          "module",
          label,
          "product",
          status.product(),
          "version",
          status.version());
      up(exposition, id, isAtWork(status));
    } catch (CloudException silent) {
      LOG.warn("module {}: {}", id, silent.getMessage());
      up(exposition, id, false);
    }
  }

  private static boolean isAtWork(ServerStatus status) {
    return status.installed() && !status.maintenance() && !status.needsUpgrade();
  }

  private static void up(Exposition exposition, long id, boolean is) {
    exposition.gauge(
        "cloud_up",
        "Whether a cloud answers, and is not in maintenance.",
        is ? 1 : 0,
        "module",
        Long.toString(id));
  }
}
