package io.github.billnextcloud.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.safe.PrivateFile;
import io.github.billnextcloud.settings.LauncherProperties;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback, set up by hand: reading its XML would cost more than all else that we do. Writes one
 * line per event to {@code var/pmnextcloud.log} under the panel's root; to stderr where there is
 * none.
 */
public final class LogbackSetup implements SLF4JServiceProvider {

  private final LoggerContext context = new LoggerContext();
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
  private final IMarkerFactory markers = new BasicMarkerFactory();

  /** Of a class of the rooms above, the first of which sets up the log. */
  public static Logger logger(Class<?> speaker) {
    System.setProperty("slf4j.provider", LogbackSetup.class.getName());
    return LoggerFactory.getLogger(speaker);
  }

  @Override
  public void initialize() {
    context.setMDCAdapter(mdc);
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(new Line());
    encoder.setContext(context);
    appender.setEncoder(encoder);
    appender.setContext(context);
    encoder.start();
    Path root = LauncherProperties.root();
    appender.setOutputStream(stream(root.resolve("var")));
    appender.start();
    Level level = level(DebugConf.level(root));
    // Libraries tell of their own affairs, down to the bytes that they send: only when they fail.
    context.getLogger("ROOT").setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    context.getLogger("ROOT").addAppender(appender);
    context.getLogger("io.github.billnextcloud").setLevel(level);
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

  /** Logback's own appender for files would take 10 ms to start. */
  private static OutputStream stream(Path folder) {
    try {
      if (Files.isDirectory(PrivateFile.folderOf(folder))) {
        Files.createDirectories(folder);
      }
    } catch (IOException refused) {
      return ConsoleTarget.SystemErr.getStream();
    }
    return Files.isWritable(folder)
        ? new SharedLogOutputStream(
            new LogFiles(folder, LauncherProperties.logBytes(LogFiles.USUAL_BYTES)))
        : ConsoleTarget.SystemErr.getStream();
  }

  /** {@code 2026-11-23T03:40:12.123Z [4242] INFO item=4711 op=99 observed: …}. */
  private static final class Line extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
      StringBuilder line = new StringBuilder(200);
      append(line, Instant.ofEpochMilli(event.getTimeStamp()).atOffset(ZoneOffset.UTC));
      line.append(" [").append(RunId.number()).append("] ").append(event.getLevel());
      append(line, event, "item");
      append(line, event, "op");
      append(line, event, "module");
      // What comes from outside must not begin a line of its own.
      line.append(' ').append(PrintableText.line(event.getFormattedMessage()));
      line.append('\n');
      if (event.getThrowableProxy() != null) {
        // Nor must what an exception says: the lines of a trace are further in.
        String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
        trace
            .lines()
            .forEach(row -> line.append('\t').append(PrintableText.line(row)).append('\n'));
      }
      return line.toString();
    }

    /** Written out, because the JDK's formats of dates take longer to set up than all of this. */
    private static void append(StringBuilder line, OffsetDateTime time) {
      line.append(time.toLocalDate()).append('T');
      append(line, time.getHour(), 10).append(':');
      append(line, time.getMinute(), 10).append(':');
      append(line, time.getSecond(), 10).append('.');
      append(line, time.getNano() / 1_000_000, 100).append('Z');
    }

    /** With zeros in front. */
    private static StringBuilder append(StringBuilder line, int number, int greatestUnit) {
      for (int unit = greatestUnit; unit > 0; unit /= 10) {
        line.append(number / unit % 10);
      }
      return line;
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
