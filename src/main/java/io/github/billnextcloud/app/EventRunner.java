package io.github.billnextcloud.app;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.xml.XmlDocument;
import io.github.billnextcloud.cli.Answer;
import io.github.billnextcloud.cli.BilingualText;
import io.github.billnextcloud.cli.HelpAnswer;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.PanelLanguage;
import io.github.billnextcloud.cli.TextAnswer;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.command.DryRun;
import io.github.billnextcloud.command.FailureReport;
import io.github.billnextcloud.command.ProgressReporter;
import io.github.billnextcloud.logging.LogbackSetup;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One event, from what was asked to what is answered. Whatever goes wrong ends here.
 *
 * @param failure what went wrong; null when nothing did
 * @param isDoubtful BILLmanager was not told of it: a process of its own is to run it again
 */
public record EventRunner(Answer answer, int exitCode, CommandFailure failure, boolean isDoubtful) {

  static final int DONE = 0;
  static final int FAILED = 1;

  private static final int LONGEST_NAME = 100;

  private static final Logger LOG = logger(EventRunner.class);

  /** Of a class above all rooms; the first sets up the log. */
  static Logger logger(Class<?> speaker) {
    System.setProperty("slf4j.provider", LogbackSetup.class.getName());
    return LoggerFactory.getLogger(speaker);
  }

  public EventRunner(Answer answer, int exitCode) {
    this(answer, exitCode, null);
  }

  public EventRunner(Answer answer, int exitCode, CommandFailure failure) {
    this(answer, exitCode, failure, false);
  }

  /** What is answered by one who has no time to end what it does. */
  public static EventRunner stopped(Path root, String... args) {
    LOG.warn("stopped in the midst of something that cannot be interrupted");
    CommandFailure failure = CommandFailure.stopped();
    return Invocation.isTyped(args)
        ? new TerminalRunner(Main.locale(), root, args).run(all -> failed(failure, "command"))
        : failed(failure, Invocation.parse(args).command());
  }

  private static EventRunner failed(CommandFailure failure, String command) {
    return new EventRunner(failure.document(command), FAILED, failure);
  }

  /** False after a bug: a process that lives on should not. */
  boolean isSound() {
    return failure == null || !failure.isBug();
  }

  /** Here, because a panel must not be before the log is set up. */
  public static EventRunner of(
      InputStream stdin, Path root, ProgressReporter progress, String... args) {
    return of(stdin, new Panel(root), progress, args);
  }

  public static EventRunner of(
      InputStream stdin, Panel panel, ProgressReporter progress, String... args) {
    return Invocation.isTyped(args)
        ? new TerminalRunner(Main.locale(), panel.root(), args)
            .run(all -> asked(stdin, panel, progress, all))
        : asked(stdin, panel, progress, args);
  }

  /** What a person reads on stderr; BILLmanager reads failures, too, on stdout. */
  boolean isComplaint() {
    return answer instanceof TextAnswer
        && (failure != null || exitCode == HelpAnswer.NOT_UNDERSTOOD);
  }

  private static EventRunner asked(
      InputStream stdin, Panel panel, ProgressReporter progress, String... args) {
    try {
      return of(Invocation.parse(args), stdin, panel, progress);
    } catch (RuntimeException | Error unreadable) {
      CommandFailure failure = CommandFailure.of(unreadable);
      LOG.error("failed: {}", failure, failure.isBug() ? unreadable : null);
      return failed(failure, "command");
    } finally {
      MDC.clear();
    }
  }

  private static EventRunner of(
      Invocation asked, InputStream stdin, Panel panel, ProgressReporter progress) {
    try {
      asked.runningOperation().ifPresent(operation -> MDC.put("op", operation.toString()));
      asked.item().ifPresent(item -> MDC.put("item", item.toString()));
      asked.module().ifPresent(module -> MDC.put("module", module.toString()));
      return of(new CommandContext(asked, stdin, panel, progress), asked.command());
    } catch (RuntimeException | Error thrown) {
      return told(CommandFailure.of(thrown), thrown, new FailureReport(panel, asked));
    }
  }

  private static EventRunner of(CommandContext event, String name) {
    if (event.invocation().isAboutCommand()) {
      return TerminalRunner.help(event.invocation());
    }
    Optional<Command> called = Commands.find(name);
    Optional<Command> command = called.isPresent() ? called : OperatorCommands.find(name);
    if (command.isPresent() && !command.get().isWorthTelling()) {
      return run(command.get(), event);
    }
    // These two lines begin and end a story in the log: a run without the second has not ended.
    long begun = System.nanoTime();
    LOG.info("asked: {}{}", shown(name), DryRun.isAsked(event) ? " " + DryRun.FLAG : "");
    EventRunner run =
        called.isPresent() ? called(called.get(), event) : typed(command.orElse(null), event, name);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    LOG.info("answered: exit code {} after {} ms", run.exitCode(), millis);
    return run;
  }

  private static EventRunner called(Command command, CommandContext event) {
    try {
      return DryRun.isAsked(event) ? run(new DryRun(command), event) : alone(command, event);
    } catch (RuntimeException | Error thrown) {
      return told(CommandFailure.of(thrown), thrown, event.report());
    }
  }

  private static EventRunner typed(Command command, CommandContext event, String name) {
    if (command == null) {
      return told(CommandFailure.unknownCommand(name), null, event.report());
    }
    return event.invocation().isOn("--apply") && event.isToDoNothing()
        ? leftAlone(event)
        : run(command, event);
  }

  private static String shown(String name) {
    return name.isEmpty() ? "nothing" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  @SuppressWarnings("try") // The lock is only held.
  private static EventRunner alone(Command command, CommandContext event) {
    if (event.isToDoNothing()) {
      return leftAlone(event);
    }
    try (ItemLock lock = event.lock()) {
      return run(command, event);
    }
  }

  /** To BILLmanager all is well, as with its own modules; a person is told. */
  private static EventRunner leftAlone(CommandContext event) {
    LOG.info("left alone, as etc/billmgr.DoNothing tells us");
    if (!event.invocation().isTyped() && !event.invocation().isOn("--apply")) {
      return new EventRunner(XmlDocument.ok(), DONE);
    }
    BilingualText sentence =
        BilingualText.text(
            "Nothing was changed: %s is there. Unless this panel is a copy, remove it.",
            "Ничего не изменено: есть %s. Если эта панель не копия, удалите его.",
            event.panel().root().resolve("etc/billmgr.DoNothing"));
    return new EventRunner(
        new TextAnswer(sentence.in(PanelLanguage.of(event.invocation())) + "\n"), FAILED);
  }

  private static EventRunner run(Command command, CommandContext event) {
    try {
      Answer answer = command.run(event);
      return new EventRunner(answer, answer.exitCode());
    } catch (RuntimeException | Error thrown) {
      return told(CommandFailure.of(thrown), thrown, event.report());
    }
  }

  /** Tells BILLmanager, too, if it runs us in the background. */
  private static EventRunner told(CommandFailure failure, Throwable thrown, FailureReport report) {
    LOG.error("failed: {}", failure, failure.isBug() ? thrown : null);
    if (failure.isStop()) {
      LOG.info("{}", thrown.getMessage());
    }
    XmlDocument document = failure.document(report.command());
    boolean doubtful = report.isDoubtful(failure, thrown);
    if (!doubtful) {
      report.send(failure, document);
    }
    return new EventRunner(document, FAILED, failure, doubtful);
  }
}
