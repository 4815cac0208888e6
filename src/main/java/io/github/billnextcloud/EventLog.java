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
import io.github.billnextcloud.journal.DebugConf;
import io.github.billnextcloud.journal.LogFiles;
import io.github.billnextcloud.journal.LogStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback, set up by hand: reading its XML would cost more than all else that we do. Writes one
 * line per event to {@code var/pmnextcloud.log} under the panel's root, as much as its {@code
 * etc/debug.conf} wants; to stderr where there is none.
 */
public final class EventLog implements SLF4JServiceProvider {

  private final LoggerContext context = new LoggerContext();
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
  private final IMarkerFactory markers = new BasicMarkerFactory();

  @Override
  public void initialize() {
    context.setMDCAdapter(mdc);
    Path root = Main.root();
    OutputStreamAppender<ILoggingEvent> appender = appender(root.resolve("var"));
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(new Line());
    encoder.setContext(context);
    appender.setEncoder(encoder);
    appender.setContext(context);
    encoder.start();
    appender.start();
    Level level = level(DebugConf.level(root));
    // Libraries tell of their own affairs, down to the bytes that they send: only when they fail.
    context.getLogger("ROOT").setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    context.getLogger("ROOT").addAppender(appender);
    context.getLogger(EventLog.class.getPackageName()).setLevel(level);
  }

  /** The panel's levels by name: 9 debug, 6 and 5 information, 4 warning, 3 and less errors. */
  private static Level level(int ofPanel) {
    return switch (ofPanel) {
      case 0 -> Level.OFF;
      case 1, 2, 3 -> Level.ERROR;
      case 4 -> Level.WARN;
      case 5, 6 -> Level.INFO;
      default -> Level.DEBUG;
    };
  }

  private static OutputStreamAppender<ILoggingEvent> appender(Path folder) {
    if (!isThere(folder)) {
      ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
      stderr.setTarget("System.err");
      return stderr;
    }
    OutputStreamAppender<ILoggingEvent> file = new OutputStreamAppender<>();
    file.setOutputStream(new LogStream(new LogFiles(folder, Main.mostLogBytes())));
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

    private static final int WITHOUT_MILLIS = "2026-11-23T03:40:12Z".length();

    private final long pid = ProcessHandle.current().pid();

    @Override
    public String doLayout(ILoggingEvent event) {
      StringBuilder line = new StringBuilder(200);
      line.append(time(event.getTimeStamp()))
          .append(" [")
          .append(pid)
          .append("] ")
          .append(event.getLevel());
      append(line, event, "item");
      append(line, event, "op");
      append(line, event, "module");
      // What comes from outside must not begin a line of its own.
      line.append(' ').append(event.getFormattedMessage().replaceAll("\\p{Cntrl}+", " "));
      line.append('\n');
      if (event.getThrowableProxy() != null) {
        String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
        line.append('\t').append(trace.strip().replaceAll("\\R", "\n\t")).append('\n');
      }
      return line.toString();
    }

    /** Always with its milliseconds, so that lines can be compared. */
    private static String time(long millis) {
      String time = Instant.ofEpochMilli(millis).toString();
      return time.length() == WITHOUT_MILLIS ? time.replace("Z", ".000Z") : time;
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
