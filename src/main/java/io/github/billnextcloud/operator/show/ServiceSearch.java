package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.ServicePageReader;
import io.github.billnextcloud.billmanager.database.JdbcSession;
import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services by what somebody on the phone says: a name, a login, an address, also of a member. */
final class ServiceSearch {

  /** That somebody reads through; who has found more says more. */
  private static final int MOST = 20;

  private static final int PAGE = 500;

  private final JdbcSession database;
  private final List<String> words;
  private final Language language;
  private final List<Service> page = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();
  private long found;

  private ServiceSearch(JdbcSession database, String words, Language language) {
    this.database = database;
    this.words = List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
    this.language = language;
  }

  /** Fails with 1 when nobody is found: whoever asked has to ask otherwise. */
  static CommandResult of(CommandContext event, String words) {
    LocalPanel panel = event.panel();
    try (JdbcSession database = panel.database()) {
      ServiceSearch search = new ServiceSearch(database, words, event.language());
      new ProcessingModuleRepository(panel)
          .all()
          .forEach(
              module -> {
                try (ServicePageReader services =
                    new ServicePageReader(panel, panel.processingModule(module.id()))) {
                  services.each(search::take);
                }
              });
      search.turn();
      return search.result();
    }
  }

  private void take(Service service) {
    page.add(service);
    if (page.size() == PAGE) {
      turn();
    }
  }

  private void turn() {
    Map<Long, String> customers = new HashMap<>();
    Map<Long, String> tariffs = new HashMap<>();
    List<Long> items = page.stream().map(Service::id).toList();
    ServiceNames.ofServices(database, items, language.code(), customers, tariffs);
    for (Service service : page) {
      Optional<String> account = Optional.ofNullable(customers.get(service.id()));
      if (isMeant(service, account)) {
        found++;
        if (found <= MOST) {
          tell(service, account, Optional.ofNullable(tariffs.get(service.id())));
        }
      }
    }
    page.clear();
  }

  private boolean isMeant(Service service, Optional<String> account) {
    String known =
        Stream.of(
                Stream.of(Long.toString(service.id())),
                facts(service, account),
                service.params().find(ServiceParams.MEMBERS).stream())
            .flatMap(it -> it)
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(known::contains);
  }

  /** What is told of it, and what it is found by. */
  private static Stream<String> facts(Service service, Optional<String> account) {
    return Stream.of(
            account,
            service.customer().name(),
            service.customer().email(),
            service.params().find(ServiceParams.USERNAME))
        .flatMap(Optional::stream);
  }

  private void tell(Service service, Optional<String> account, Optional<String> tariff) {
    String who =
        Stream.concat(facts(service, account), tariff.stream())
            .distinct()
            .collect(Collectors.joining(", "));
    String state = ServiceCard.state(service.standing(), language);
    String line = PrintableText.line(service.id() + "  " + state + ": " + who);
    lines.append(line).append('\n');
    lines.append("    pmnextcloud show --item ").append(service.id()).append('\n');
  }

  private CommandResult result() {
    if (found == 0) {
      return new TextResult(Sentence.of("show.nobody").in(language) + "\n", 1);
    }
    if (found > MOST) {
      lines.append(Sentence.of("show.more_found", found - MOST).in(language)).append('\n');
    }
    return new TextResult(lines.toString(), 0);
  }
}
