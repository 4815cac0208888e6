package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.operator.logs.LoggedFailures;
import io.github.billnextcloud.operator.metrics.RunCounters;
import io.github.billnextcloud.safe.PrivateFile;
import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what is sold, stored and left, per cloud and in all, and until when it lasts. Of a cloud
 * that is silent the panel's side is told all the same; the exit code says so.
 */
public final class Capacity implements Command {

  /** Of each kind that somebody has to look after, in all clouds together. */
  private static final int LISTED = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(Capacity.class);

  private final InstantSource clock;

  public Capacity() {
    this(InstantSource.system());
  }

  /** For who looks at another day than today. */
  public Capacity(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Invocation asked = event.invocation();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    Optional<RunCounters> runs = runs(event);
    List<OurModule> modules = modules(event);
    Map<Long, List<PendingOperation>> begun =
        LoggedFailures.operations(event.panel(), modules.stream().map(OurModule::id).toList());
    int named = named(asked, modules.size());
    List<CloudCapacity> clouds =
        modules.stream()
            .map(
                it ->
                    CloudCapacity.of(
                        event.panel(),
                        it,
                        runs,
                        begun.getOrDefault(it.id(), List.of()),
                        today,
                        named,
                        event.progress()))
            .toList();
    TariffAndCustomerNames names =
        TariffAndCustomerNames.read(event.panel(), event.language(), clouds);
    asked
        .option("--html")
        .ifPresent(
            file ->
                write(
                    Path.of(file),
                    new CapacityHtml(clouds, names, today, event.language()).text()));
    boolean silent = clouds.stream().anyMatch(it -> it.failure().isPresent());
    return new TextResult(text(asked, event, clouds, names), silent ? 1 : 0);
  }

  /** What a program reads lists all; so many that they fit into the memory that there is. */
  private static int named(Invocation asked, int clouds) {
    return asked.isOn("--json") || asked.isOn("--csv")
        ? Math.max(FirstInOrder.TEN, LISTED / Math.max(1, clouds))
        : FirstInOrder.TEN;
  }

  private static String text(
      Invocation asked,
      CommandContext event,
      List<CloudCapacity> clouds,
      TariffAndCustomerNames names) {
    CapacityJson figures = new CapacityJson(clouds, names, event.language());
    if (asked.isOn("--json")) {
      return figures.text();
    }
    return asked.isOn("--csv")
        ? figures.csv()
        : new CapacityText(clouds, names, LauncherProperties.columns(), event.language()).text();
  }

  /** Names of customers are on it: it is for nobody else. */
  private static void write(Path file, String page) {
    try {
      PrivateFile.replace(file, page);
    } catch (IOException refused) {
      throw new InvalidInputException(Sentence.of("request.page_unwritable", file), refused);
    }
  }

  private static List<OurModule> modules(CommandContext event) {
    List<OurModule> all = new ProcessingModuleRepository(event.panel()).all();
    if (event.invocation().module().isEmpty()) {
      return all;
    }
    long wanted = event.module().id();
    return all.stream().filter(it -> it.id() == wanted).toList();
  }

  /** Empty where the log cannot be read: all else is told. */
  private Optional<RunCounters> runs(CommandContext event) {
    try {
      return Optional.of(RunCounters.of(event.panel().root(), clock.instant()));
    } catch (IOException unreadable) {
      LOG.warn("what became of operations is not known: {}", unreadable.toString());
      return Optional.empty();
    }
  }
}
