package io.github.billnextcloud;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.Invocation;
import io.github.billnextcloud.billmanager.ItemLock;
import io.github.billnextcloud.billmanager.Panel;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.Commands;
import io.github.billnextcloud.command.DryRun;
import io.github.billnextcloud.command.Event;
import io.github.billnextcloud.command.Failure;
import io.github.billnextcloud.command.Progress;
import io.github.billnextcloud.command.Report;
import io.github.billnextcloud.operator.OperatorCommands;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One event, from what was asked to what is answered. Whatever goes wrong ends here.
 *
 * @param sound false after an {@link Error}: a process that lives on should not
 */
record Run(Answer answer, int exitCode, boolean sound) {

  static final int DONE = 0;
  static final int FAILED = 1;

  private static final Logger LOG = logger(Run.class);

  /** Of a class above all rooms; the first sets up the log. */
  static Logger logger(Class<?> speaker) {
    System.setProperty("slf4j.provider", EventLog.class.getName());
    return LoggerFactory.getLogger(speaker);
  }

  private Run(Answer answer, int exitCode) {
    this(answer, exitCode, true);
  }

  static Run of(InputStream stdin, Path root, Progress progress, String... args) {
    try {
      return of(Invocation.parse(args), stdin, new Panel(root), progress);
    } catch (RuntimeException | Error unreadable) {
      Failure failure = Failure.of(unreadable);
      LOG.error("failed: {}", failure, failure.isBug() ? unreadable : null);
      return new Run(failure.document("command"), FAILED, isSound(unreadable));
    } finally {
      MDC.clear();
    }
  }

  private static Run of(Invocation asked, InputStream stdin, Panel panel, Progress progress) {
    try {
      asked.runningOperation().ifPresent(operation -> MDC.put("op", operation.toString()));
      asked.item().ifPresent(item -> MDC.put("item", item.toString()));
      return of(new Event(asked, stdin, panel, progress), asked.command());
    } catch (RuntimeException | Error thrown) {
      return told(Failure.of(thrown), thrown, new Report(panel, asked));
    }
  }

  private static Run of(Event event, String name) {
    Optional<Command> command = Commands.find(name);
    if (command.isPresent()) {
      return DryRun.isAsked(event)
          ? run(new DryRun(command.get()), event)
          : alone(command.get(), event);
    }
    return OperatorCommands.find(name)
        .map(known -> run(known, event))
        .orElseGet(() -> told(Failure.unknownCommand(name), null, event.report()));
  }

  @SuppressWarnings("try") // The lock is only held.
  private static Run alone(Command command, Event event) {
    if (event.isToDoNothing()) {
      LOG.info("asked, but left alone, as etc/billmgr.DoNothing tells us");
      return new Run(XmlOut.ok(), DONE);
    }
    try (ItemLock lock = event.lock()) {
      return run(command, event);
    }
  }

  private static Run run(Command command, Event event) {
    String name = event.invocation().command();
    LOG.info("asked: {}", name);
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
    XmlOut document = failure.document(report.command());
    report.send(failure, document);
    return new Run(document, FAILED, isSound(thrown));
  }

  private static boolean isSound(Throwable thrown) {
    return !(thrown instanceof Error);
  }
}
