package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.ServiceDocumentCodec;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.logging.LogFiles;
import io.github.billnextcloud.operator.logs.LogSubject;
import io.github.billnextcloud.operator.logs.LoggedFailures;
import io.github.billnextcloud.operator.logs.LoggedRun;
import io.github.billnextcloud.operator.logs.LoggedRunAssembler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a service with its account, as promised, as it is, and what differs: to a person as a page,
 * else, or with {@code --xml}, as the document that every lifecycle command also takes from stdin.
 * Secrets are masked unless {@code --reveal} asks for them. It changes nothing and takes no lock:
 * it is asked while something hangs.
 */
public final class Show implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Show.class);

  private static final int RUNS = 5;

  /** Of those that are read: who looks often would see nothing but his own looks. */
  private static final int MOST_RUNS = 50;

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    Invocation asked = event.invocation();
    Optional<String> words = asked.option("--searchstring");
    if (words.isPresent()) {
      return ServiceSearch.of(event, words.get());
    }
    Service service = event.service(ServiceReadScope.EVERYTHING);
    AccountLook look = AccountLook.at(service, event.panel());
    int exitCode = look.isSeen() ? 0 : 1;
    Optional<TeamLook> team = TeamLook.at(service, event.panel());
    if (asked.isTyped() && !asked.isOn("--xml") && !asked.reveal()) {
      ServiceCard card =
          new ServiceCard(service, names(event), look, team, runs(event), event.language());
      return new TextResult(card.text(), exitCode);
    }
    XmlBuilder document = ServiceDocumentCodec.write(service, asked.reveal());
    new AccountReport(look, event.language()).addTo(document);
    team.ifPresent(it -> new TeamReport(it, event.language()).addTo(document));
    return new Document(document, exitCode);
  }

  /** A document of which a part could not be told. */
  private record Document(XmlBuilder xml, int exitCode) implements CommandResult {

    @Override
    public String text() {
      return xml.text();
    }
  }

  private static ServiceNames names(CommandContext event) {
    return event
        .invocation()
        .item()
        .map(
            item -> {
              try (JdbcSession database = event.panel().database()) {
                return ServiceNames.read(database, item, event.language().code());
              }
            })
        .map(
            all ->
                new ServiceNames(
                    all.customer(),
                    all.tariff(),
                    all.module(),
                    LoggedFailures.addTo(all.operations(), event.panel().root())))
        .orElse(ServiceNames.UNKNOWN);
  }

  private static List<LoggedRun> runs(CommandContext event) {
    return event
        .invocation()
        .item()
        .map(item -> runs(event.panel().root(), item))
        .orElse(List.of());
  }

  private static List<LoggedRun> runs(Path root, long item) {
    try {
      List<LoggedRun> all =
          LoggedRunAssembler.read(
                  LogFiles.in(root.resolve("var")), LogSubject.item(item), MOST_RUNS)
              .found()
              .stream()
              .filter(run -> run.hasBeginning() && !run.command().equals("show"))
              .toList();
      return all.subList(Math.max(0, all.size() - RUNS), all.size());
    } catch (IOException unreadable) {
      LOG.warn("service {}: what happened last is not known: {}", item, unreadable.toString());
      return List.of();
    }
  }
}
