package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.ServiceImport;
import io.github.billnextcloud.billmanager.ServiceImport.ImportedAccount;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.RecordedAccountIndex;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings accounts that the cloud has already under billing, and only reads the cloud (contract
 * §8.1). What a person types is a rehearsal without {@code --apply}.
 */
public final class Import implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(Import.class);

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.NEEDS_OWN_PROCESS, CommandTrait.TOLD_UNLESS_APPLIED);
  }

  @Override
  @SuppressWarnings("try") // The lock is only held.
  public CommandResult run(CommandContext event) {
    Invocation asked = event.invocation();
    ImportReport story = new ImportReport(event.language());
    Optional<String> space = asked.option("--space");
    // A mistake is told before anybody is asked.
    Optional<ImportSelection> choice =
        space.isPresent() ? Optional.empty() : Optional.of(ImportSelection.of(asked));
    ProcessingModule module = event.module();
    // Two imports side by side would make two services of one account.
    try (ItemLock lock = event.panel().lockModule(module.id())) {
      ServiceImport services =
          new ServiceImport(event.panel(), module, CloudFactory.address(module));
      String type = asked.option("--itemtype").orElseGet(services::productType);
      if (space.isPresent()) {
        return new TeamImport(
                asked,
                services,
                ModuleCloud.of(module, Timeouts.ROUND, event.panel()),
                StaffAccounts.of(module),
                story)
            .run(space.get(), type);
      }
      List<Object> failed = new ArrayList<>();
      Map<CloudUser, Optional<String>> due =
          choice.orElseThrow().among(users(event, module), failed);
      failed.forEach(login -> story.tell(Sentence.of("import.not_in_cloud", login)));
      leaveOut(due.keySet(), new RecordedAccountIndex(services.recorded()), module, story);
      if (asked.isTyped()) {
        requireType(services, type);
        refuseUnknownTariffs(services, due, story, failed);
      }
      if (asked.isTyped() && !asked.isOn("--apply")) {
        return rehearsed(due, story, failed);
      }
      int all = due.size() + failed.size();
      due.forEach((user, tariff) -> take(services, type, tariff, user, story, failed));
      return answer(asked, all - failed.size(), story, failed);
    }
  }

  private static Map<UserId, CloudUser> users(CommandContext event, ProcessingModule module) {
    Map<UserId, CloudUser> users = new TreeMap<>();
    ModuleCloud.of(module, Timeouts.ROUND, event.panel())
        .readAllUsers(
            user -> {
              users.put(user.id(), user);
              event.progress().at("progress.accounts", users.size(), users.size());
            });
    event.progress().end();
    return users;
  }

  private static void leaveOut(
      Set<CloudUser> due,
      RecordedAccountIndex recorded,
      ProcessingModule module,
      ImportReport story) {
    StaffAccounts staff = StaffAccounts.of(module);
    due.removeIf(
        user -> {
          UserId id = user.id();
          Optional<Sentence> ours = staff.reason(user);
          if (ours.isPresent()) {
            story.tell(Sentence.of("import.staff", id, ours.get()));
          } else if (!user.isShown()) {
            story.tell(Sentence.of("import.unshown", id));
          } else if (recorded.has(id)) {
            story.tell(Sentence.of("import.billed", id));
          } else {
            return false;
          }
          return true;
        });
  }

  private static void requireType(ServiceImport services, String type) {
    if (!services.hasType(type)) {
      throw new InvalidInputException(Sentence.of("request.no_type", type));
    }
  }

  /** The panel would refuse them: a rehearsal that does not say so is none. */
  private static void refuseUnknownTariffs(
      ServiceImport services,
      Map<CloudUser, Optional<String>> due,
      ImportReport story,
      List<Object> failed) {
    Set<String> unknown =
        due.values().stream()
            .flatMap(Optional::stream)
            .distinct()
            .filter(tariff -> !services.hasTariff(tariff))
            .collect(Collectors.toSet());
    due.entrySet()
        .removeIf(
            account -> {
              Optional<String> refused = account.getValue().filter(unknown::contains);
              refused.ifPresent(
                  tariff -> {
                    Sentence why = Sentence.of("import.no_tariff", tariff);
                    story.tell(Sentence.of("import.failed", account.getKey().id(), why));
                    failed.add(why);
                  });
              return refused.isPresent();
            });
  }

  private static CommandResult rehearsed(
      Map<CloudUser, Optional<String>> due, ImportReport story, List<Object> missing) {
    due.forEach(
        (user, tariff) -> {
          String key = user.isEnabled() ? "import.active" : "import.suspended";
          story.tell(Sentence.of(key, user.id(), tariff.orElse("–")));
        });
    story.tell(Sentence.of("import.would", due.size()));
    return new TextResult(story.text(), missing.isEmpty() ? 0 : 1);
  }

  /** One that the panel does not take keeps no other from being taken. */
  private static void take(
      ServiceImport services,
      String type,
      Optional<String> tariff,
      CloudUser user,
      ImportReport story,
      List<Object> failed) {
    String login = user.id().value();
    try {
      long service =
          services.take(
              type,
              tariff,
              new ImportedAccount(login, user.id().stableId(), user.isEnabled()),
              Map.of());
      LOG.info("imported: {} is service {}", login, service);
      story.tell(Sentence.of("import.service", login, service));
    } catch (BillingException refused) {
      LOG.error("not imported: {}: {}", login, refused.getMessage());
      story.tell(Sentence.of("import.failed", login, refused));
      failed.add(Sentence.of("import.refused_one", login, refused));
    }
  }

  private static CommandResult answer(
      Invocation asked, int imported, ImportReport story, List<Object> failed) {
    if (asked.isTyped()) {
      story.tell(Sentence.of("import.done", imported, failed.size()));
      return new TextResult(story.text(), failed.isEmpty() ? 0 : 1);
    }
    if (!failed.isEmpty()) {
      throw new BillingException(
          BillingException.BillingErrorKind.REFUSED,
          Sentence.of("import.refused", Sentence.list("; ", failed)));
    }
    return XmlBuilder.ok();
  }
}
