package io.github.billnextcloud.conversation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import org.slf4j.LoggerFactory;

/**
 * Hears all that a run tells beside its answer: its log and those of its libraries, at their most
 * talkative, and stderr.
 */
final class RecordedCalls {

  private static final Path LOG = LauncherProperties.root().resolve("var/pmnextcloud.log");
  private static final List<String> LOGGERS =
      List.of("ROOT", "io.github.billnextcloud", "org.mariadb");

  private final StringBuilder heard = new StringBuilder();

  /** Runs it and listens; what is heard is added to what was heard before. */
  <T> T during(Supplier<T> run) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream stderr = System.err;
    long before = LOG.toFile().length();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    Map<Logger, Level> levels = raised();
    Handler okHttp = handler();
    try {
      return run.get();
    } finally {
      java.util.logging.Logger.getLogger("okhttp3").removeHandler(okHttp);
      levels.forEach(Logger::setLevel);
      System.setErr(stderr);
      heard.append(since(before)).append(errors.toString(StandardCharsets.UTF_8));
    }
  }

  String heard() {
    return heard.toString();
  }

  /** What the levels were. */
  private static Map<Logger, Level> raised() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Map<Logger, Level> levels = new HashMap<>();
    for (String name : LOGGERS) {
      Logger logger = context.getLogger(name);
      levels.put(logger, logger.getLevel());
      logger.setLevel(Level.TRACE);
    }
    return levels;
  }

  /** OkHttp has a log of its own; the handler writes to the stderr of this moment. */
  private static Handler handler() {
    Handler handler = new ConsoleHandler();
    handler.setLevel(java.util.logging.Level.ALL);
    java.util.logging.Logger okHttp = java.util.logging.Logger.getLogger("okhttp3");
    okHttp.setLevel(java.util.logging.Level.ALL);
    okHttp.addHandler(handler);
    return handler;
  }

  private static String since(long before) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(LOG.toFile(), "r")) {
      byte[] added = new byte[(int) (log.length() - before)];
      log.seek(before);
      log.readFully(added);
      return new String(added, StandardCharsets.UTF_8);
    }
  }
}
