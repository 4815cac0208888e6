package io.github.billnextcloud;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback, set up by hand: reading its XML would cost more than all else that we do. Writes one
 * line per event to {@code var/pmnextcloud.log} under the panel's root; to stderr where there is
 * none.
 */
public final class EventLog implements SLF4JServiceProvider {

  private static final String FILE = "file";

  private final LoggerContext context = new LoggerContext();
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
  private final IMarkerFactory markers = new BasicMarkerFactory();

  @Override
  public void initialize() {
    context.setMDCAdapter(mdc);
    OutputStreamAppender<ILoggingEvent> appender = appender(Main.root().resolve("var"));
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(new Line());
    encoder.setContext(context);
    appender.setEncoder(encoder);
    appender.setContext(context);
    encoder.start();
    appender.start();
    context.getLogger("ROOT").setLevel(Level.WARN);
    context.getLogger("ROOT").addAppender(appender);
    context.getLogger(EventLog.class.getPackageName()).setLevel(Level.INFO);
  }

  /** Looks whether the log was rotated; what runs once has no need of that. */
  static void follow() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getLogger("ROOT").getAppender(FILE) instanceof LogFile file) {
      file.follow();
    }
  }

  private static OutputStreamAppender<ILoggingEvent> appender(Path folder) {
    if (!isThere(folder)) {
      ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
      stderr.setTarget("System.err");
      return stderr;
    }
    LogFile file = new LogFile();
    file.setName(FILE);
    file.setFile(folder.resolve("pmnextcloud.log").toString());
    return file;
  }

  /** True when the log can be written there; a panel without the folder gets it. */
  private static boolean isThere(Path folder) {
    try {
      if (Files.isDirectory(folder.getParent())) {
        Files.createDirectories(folder);
      }
      return Files.isWritable(folder);
    } catch (IOException refused) {
      return false;
    }
  }

  /** {@code 2026-11-23T03:40:12.123Z [4242] INFO item=4711 op=99 observed: …}. */
  private static final class Line extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
      Instant time = Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS);
      StringBuilder line = new StringBuilder(200);
      line.append(time).append(" [").append(Story.number()).append("] ").append(event.getLevel());
      append(line, event, "item");
      append(line, event, "op");
      // What comes from outside must not begin a line of its own.
      line.append(' ').append(event.getFormattedMessage().replaceAll("\\p{Cntrl}+", " "));
      line.append('\n');
      if (event.getThrowableProxy() != null) {
        line.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
      }
      return line.toString();
    }

    private static void append(StringBuilder line, ILoggingEvent event, String key) {
      String value = event.getMDCPropertyMap().get(key);
      if (value != null) {
        line.append(' ').append(key).append('=').append(value);
      }
    }
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return context;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }
}
