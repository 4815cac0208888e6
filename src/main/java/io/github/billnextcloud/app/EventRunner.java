package io.github.billnextcloud.app;

import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.OperatorCommandParser;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.DryRunCommand;
import io.github.billnextcloud.command.FailureReporter;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.command.UnknownCommandException;
import io.github.billnextcloud.logging.LogbackSetup;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** One event, from what was asked to what is answered. Whatever goes wrong ends here. */
public record EventRunner(InputStream stdin, LocalPanel panel, TerminalProgress progress) {

  private static final int LONGEST_NAME = 100;

  private static final Logger LOG = LogbackSetup.logger(EventRunner.class);

  /** Two lines begin and end a run in the log: one without the second has not ended. */
  EventOutcome run(Invocation asked) {
    try {
      asked.read();
    } catch (RuntimeException | Error unreadable) {
      CommandFailure failure = CommandFailure.of(unreadable);
      LOG.error("failed: {}", failure, failure.isBug() ? unreadable : null);
      return EventOutcome.failed(failure, "command", asked.language());
    }
    if (asked.isAboutCommand()) {
      return EventOutcome.of(
          new OperatorCommandParser(asked.language()).page(asked.command().orElse("")));
    }
    long begun = System.nanoTime();
    boolean logged = true;
    @Nullable CommandContext event = null;
    EventOutcome outcome;
    try {
      asked.runningOperation().ifPresent(operation -> MDC.put("op", operation.toString()));
      asked.item().ifPresent(item -> MDC.put("item", item.toString()));
      asked.module().ifPresent(module -> MDC.put("module", module.toString()));
      event = new CommandContext(asked, stdin, panel, progress);
      Optional<Command> command = asked.command().flatMap(EventRunner::find);
      logged = command.filter(it -> it.is(CommandTrait.NOT_LOGGED)).isEmpty();
      if (logged) {
        String flag = DryRunCommand.isAsked(event) ? " " + DryRunCommand.FLAG : "";
        LOG.info("asked: {}{}", asked.command().map(EventRunner::shown).orElse("nothing"), flag);
      }
      outcome =
          run(
              command.orElseThrow(() -> new UnknownCommandException(asked.command().orElse(""))),
              event);
    } catch (RuntimeException | Error thrown) {
      outcome = failed(thrown, asked, event);
    }
    if (logged) {
      long millis = (System.nanoTime() - begun) / 1_000_000;
      LOG.info("answered: exit code {} after {} ms", outcome.exitCode(), millis);
    }
    MDC.clear();
    return outcome;
  }

  private static Optional<Command> find(String name) {
    Optional<Command> called = Commands.find(name);
    return called.isPresent() ? called : OperatorCommands.find(name);
  }

  private static String shown(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  @SuppressWarnings("try") // The lock is only held.
  private static EventOutcome run(Command command, CommandContext event) {
    if (DryRunCommand.isAsked(event)) {
      return EventOutcome.of(new DryRunCommand(command).run(event));
    }
    if (event.isToDoNothing(command.traits())) {
      return leftAlone(event);
    }
    try (ItemLock lock = event.lock(command.traits())) {
      return EventOutcome.of(command.run(event));
    }
  }

  /** To BILLmanager all is well, as with its own modules; a person is told. */
  private static EventOutcome leftAlone(CommandContext event) {
    LOG.info("left alone, as etc/billmgr.DoNothing tells us");
    Invocation asked = event.invocation();
    if (!asked.isTyped() && !asked.isOn("--apply")) {
      return EventOutcome.of(XmlBuilder.ok());
    }
    Sentence sentence =
        Sentence.of("command.left_alone", event.panel().root().resolve("etc/billmgr.DoNothing"));
    return EventOutcome.of(
        new TextResult(sentence.in(event.language()) + "\n"), EventOutcome.FAILED);
  }

  /** Nobody else waits: neither does staff read the answer at an operation, nor a person here. */
  private static boolean answersCustomer(Invocation asked) {
    return !asked.isTyped()
        && asked.runningOperation().isEmpty()
        && asked
            .command()
            .flatMap(EventRunner::find)
            .filter(it -> it.is(CommandTrait.ANSWERS_CUSTOMER))
            .isPresent();
  }

  /** Tells BILLmanager, too, if it runs us in the background. */
  private EventOutcome failed(Throwable thrown, Invocation asked, @Nullable CommandContext event) {
    FailureReporter report = event == null ? new FailureReporter(panel, asked) : event.report();
    CommandFailure failure = CommandFailure.of(thrown);
    LOG.error("failed: {}", failure, failure.isBug() ? thrown : null);
    if (failure.isStop()) {
      LOG.info("{}", thrown.getMessage());
    }
    Language language = event == null || failure.isStop() ? asked.language() : event.language();
    CommandFailure told = answersCustomer(asked) ? failure.forCustomer() : failure;
    XmlBuilder document = told.document(asked.commandForError(), language);
    EventOutcome outcome = EventOutcome.failed(failure, document, EventOutcome.FAILED);
    if (report.isDoubtful(failure, thrown)) {
      return outcome.doubtful();
    }
    report.send(failure, document);
    return outcome;
  }
}
