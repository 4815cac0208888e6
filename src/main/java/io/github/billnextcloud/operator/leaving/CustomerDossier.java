package io.github.billnextcloud.operator.leaving;

import io.github.billnextcloud.billmanager.CustomerUsageReader;
import io.github.billnextcloud.billmanager.CustomerUsageReader.DailyFigure;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.ServiceDocumentCodec;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.logging.LogFiles;
import io.github.billnextcloud.operator.logs.LogLine;
import io.github.billnextcloud.operator.logs.LogSubject;
import io.github.billnextcloud.operator.logs.LoggedRun;
import io.github.billnextcloud.operator.logs.LoggedRunAssembler;
import io.github.billnextcloud.operator.show.AccountReport;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All that this module, its log and its cloud know of one customer, as one document: services with
 * their params, accounts, daily figures, what was done. Secrets are masked, and nothing in it is
 * another's: neither the provider's settings nor another customer's services.
 */
public final class CustomerDossier implements Command {

  private static final long MOST_RUNS = 10_000;

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY, CommandTrait.NEEDS_OWN_PROCESS);
  }

  @Override
  public CommandResult run(CommandContext event) {
    long account =
        event
            .invocation()
            .numberOf("--account")
            .orElseThrow(() -> new InvalidInputException(Sentence.of("leaving.of_whom")));
    try (CustomerUsageReader records = new CustomerUsageReader(event.panel())) {
      List<Long> items = records.services(account);
      if (items.isEmpty()) {
        throw new InvalidInputException(Sentence.of("leaving.no_services", account));
      }
      XmlBuilder document = XmlBuilder.doc().open("dossier").with("account", account);
      document.with("day", LocalDate.now());
      for (long item : items) {
        document.open("item").with("id", item);
        add(document, event, records, item, Set.copyOf(items));
        document.close("item");
      }
      return document.close("dossier");
    }
  }

  private static void add(
      XmlBuilder document,
      CommandContext event,
      CustomerUsageReader records,
      long item,
      Set<Long> own) {
    List<Secret> secrets = List.of();
    try {
      Service service = new PanelBilling(event.panel(), item).service(ServiceReadScope.EVERYTHING);
      ServiceDocumentCodec.addTo(document, customersOwn(service), false);
      AccountReport.at(service, event.panel(), event.language()).addTo(document);
      secrets = List.copyOf(service.params().crypted().values());
    } catch (LocalizableException unreadable) {
      document.element("error", CommandFailure.of(unreadable).in(event.language()));
    }
    records.eachFigure(item, figure -> add(document, figure));
    addRuns(document, event.panel(), item, new DossierLogRedactor(own, secrets));
  }

  /** Who else names the same user, and how we get into the cloud, is nobody's own. */
  private static Service customersOwn(Service service) {
    ProcessingModule module =
        new ProcessingModule(
            service.module().knownId(),
            Map.of("base_url", service.module().setting("base_url")),
            Map.of());
    return new Service(
        service.id(),
        service.productType(),
        service.tariff(),
        service.previousTariff(),
        service.addOns(),
        service.measures(),
        service.customer(),
        service.params(),
        module,
        OptionalLong.empty(),
        service.standing());
  }

  private static void add(XmlBuilder document, DailyFigure figure) {
    document.open("figure").with("day", figure.day()).with("name", figure.name());
    document.with("value", figure.value()).with("unit", figure.unit()).close("figure");
  }

  private static void addRuns(
      XmlBuilder document, LocalPanel panel, long item, DossierLogRedactor masked) {
    try {
      LogFiles files = LogFiles.in(panel.root().resolve("var"));
      for (LoggedRun run :
          LoggedRunAssembler.read(files, LogSubject.item(item), MOST_RUNS).found()) {
        document.open("run").with("time", run.first().time()).with("command", run.command());
        run.exitCode().ifPresent(code -> document.with("exit", code));
        for (LogLine line : run.lines()) {
          document.open("line").with("time", line.time());
          document.text(masked.of(line.message())).close("line");
        }
        document.close("run");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
