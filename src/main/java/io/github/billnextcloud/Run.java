package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.Language;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.PlainText;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Commands;
import io.github.billnextcloud.command.DryRun;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.command.Report;
import io.github.billnextcloud.manual.Reply;
import io.github.billnextcloud.operator.OperatorCommands;
import io.github.billnextcloud.operator.Text;
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
record Run(Answer answer, int exitCode, Failure failure, boolean isDoubtful) {

  static final int DONE = 0;
  static final int FAILED = 1;

  private static final int LONGEST_NAME = 100;

  private static final Logger LOG = logger(Run.class);

  /** Of a class above all rooms; the first sets up the log. */
  static Logger logger(Class<?> speaker) {
    System.setProperty("slf4j.provider", EventLog.class.getName());
    return LoggerFactory.getLogger(speaker);
  }

  Run(Answer answer, int exitCode) {
    this(answer, exitCode, null);
  }

  Run(Answer answer, int exitCode, Failure failure) {
    this(answer, exitCode, failure, false);
  }

  /** What is answered by one who has no time to end what it does. */
  static Run stopped(Path root, String... args) {
    LOG.warn("stopped in the midst of something that cannot be interrupted");
    Failure failure = Failure.stopped();
    return Invocation.isTyped(args)
        ? new Typed(Main.locale(), root, args).run(all -> failed(failure, "command"))
        : failed(failure, Invocation.parse(args).command());
  }

  private static Run failed(Failure failure, String command) {
    return new Run(failure.document(command), FAILED, failure);
  }

  /** False after a bug: a process that lives on should not. */
  boolean isSound() {
    return failure == null || !failure.isBug();
  }

  /** Here, because a panel must not be before the log is set up. */
  static Run of(InputStream stdin, Path root, Progress progress, String... args) {
    return of(stdin, new Panel(root), progress, args);
  }

  static Run of(InputStream stdin, Panel panel, Progress progress, String... args) {
    return Invocation.isTyped(args)
        ? new Typed(Main.locale(), panel.root(), args)
            .run(all -> asked(stdin, panel, progress, all))
        : asked(stdin, panel, progress, args);
  }

  /** What a person reads on stderr; BILLmanager reads failures, too, on stdout. */
  boolean isComplaint() {
    return answer instanceof PlainText && (failure != null || exitCode == Reply.NOT_UNDERSTOOD);
  }

  private static Run asked(InputStream stdin, Panel panel, Progress progress, String... args) {
    try {
      return of(Invocation.parse(args), stdin, panel, progress);
    } catch (RuntimeException | Error unreadable) {
      Failure failure = Failure.of(unreadable);
      LOG.error("failed: {}", failure, failure.isBug() ? unreadable : null);
      return failed(failure, "command");
    } finally {
      MDC.clear();
    }
  }

  private static Run of(Invocation asked, InputStream stdin, Panel panel, Progress progress) {
    try {
      asked.runningOperation().ifPresent(operation -> MDC.put("op", operation.toString()));
      asked.item().ifPresent(item -> MDC.put("item", item.toString()));
      asked.module().ifPresent(module -> MDC.put("module", module.toString()));
      return of(new Event(asked, stdin, panel, progress), asked.command());
    } catch (RuntimeException | Error thrown) {
      return told(Failure.of(thrown), thrown, new Report(panel, asked));
    }
  }

  private static Run of(Event event, String name) {
    if (event.invocation().isAboutCommand()) {
      return Typed.help(event.invocation());
    }
    Optional<Command> called = Commands.find(name);
    Optional<Command> command = called.isPresent() ? called : OperatorCommands.find(name);
    if (command.isPresent() && !command.get().isWorthTelling()) {
      return run(command.get(), event);
    }
    // These two lines begin and end a story in the log: a run without the second has not ended.
    long begun = System.nanoTime();
    LOG.info("asked: {}{}", shown(name), DryRun.isAsked(event) ? " " + DryRun.FLAG : "");
    Run run =
        called.isPresent() ? called(called.get(), event) : typed(command.orElse(null), event, name);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    LOG.info("answered: exit code {} after {} ms", run.exitCode(), millis);
    return run;
  }

  private static Run called(Command command, Event event) {
    try {
      return DryRun.isAsked(event) ? run(new DryRun(command), event) : alone(command, event);
    } catch (RuntimeException | Error thrown) {
      return told(Failure.of(thrown), thrown, event.report());
    }
  }

  private static Run typed(Command command, Event event, String name) {
    if (command == null) {
      return told(Failure.unknownCommand(name), null, event.report());
    }
    return event.invocation().isOn("--apply") && event.isToDoNothing()
        ? leftAlone(event)
        : run(command, event);
  }

  private static String shown(String name) {
    return name.isEmpty() ? "nothing" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  @SuppressWarnings("try") // The lock is only held.
  private static Run alone(Command command, Event event) {
    if (event.isToDoNothing()) {
      return leftAlone(event);
    }
    try (ItemLock lock = event.lock()) {
      return run(command, event);
    }
  }

  /** To BILLmanager all is well, as with its own modules; a person is told. */
  private static Run leftAlone(Event event) {
    LOG.info("left alone, as etc/billmgr.DoNothing tells us");
    if (!event.invocation().isTyped() && !event.invocation().isOn("--apply")) {
      return new Run(XmlOut.ok(), DONE);
    }
    Text sentence =
        Text.text(
            "Nothing was changed: %s is there. Unless this panel is a copy, remove it.",
            "Ничего не изменено: есть %s. Если эта панель не копия, удалите его.",
            event.panel().root().resolve("etc/billmgr.DoNothing"));
    return new Run(new PlainText(sentence.in(Language.of(event.invocation())) + "\n"), FAILED);
  }

  private static Run run(Command command, Event event) {
    try {
      Answer answer = command.run(event);
      return new Run(answer, answer.exitCode());
    } catch (RuntimeException | Error thrown) {
      return told(Failure.of(thrown), thrown, event.report());
    }
  }

  /** Tells BILLmanager, too, if it runs us in the background. */
  private static Run told(Failure failure, Throwable thrown, Report report) {
    LOG.error("failed: {}", failure, failure.isBug() ? thrown : null);
    if (failure.isStop()) {
      LOG.info("{}", thrown.getMessage());
    }
    XmlOut document = failure.document(report.command());
    boolean doubtful = report.isDoubtful(failure, thrown);
    if (!doubtful) {
      report.send(failure, document);
    }
    return new Run(document, FAILED, failure, doubtful);
  }
}
