package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository.OurModule;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.operator.metrics.RunCounters;
import io.github.billnextcloud.safe.PrivateFile;
import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Tells what is sold, stored and left, per cloud and in all, and until when it lasts. Of a cloud
 * that is silent the panel's side is told all the same; the exit code says so.
 */
public final class Capacity implements Command {

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
    RunCounters runs = runs(event);
    List<CloudCapacity> clouds =
        modules(event).stream()
            .map(it -> CloudCapacity.of(event.panel(), it, runs, today, event.progress()))
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

  private RunCounters runs(CommandContext event) {
    try {
      return RunCounters.of(event.panel().root(), clock.instant());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
