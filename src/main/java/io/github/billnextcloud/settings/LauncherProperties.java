package io.github.billnextcloud.settings;

import java.nio.file.Path;

/** What the launcher tells this program, as properties of its Java. */
public final class LauncherProperties {

  /** Names the panel's folder. */
  public static final String ROOT = "pmnextcloud.root";

  /** Another size of a file of the log than the usual one, for tests. */
  public static final String LOG_BYTES = "pmnextcloud.log.bytes";

  /** The locale of the person's terminal, such as {@code ru_RU.UTF-8}. */
  public static final String LOCALE = "pmnextcloud.lang";

  /** True when a person looks at stderr. */
  private static final String TERMINAL = "pmnextcloud.terminal";

  /** True when stdin is a person's keyboard. */
  public static final String TYPING = "pmnextcloud.typing";

  /** The number of the file that takes the answer. */
  private static final String ANSWER = "pmnextcloud.answer";

  /** The number of the pipe to who answers should this Java end without an answer. */
  private static final String WATCHER = "pmnextcloud.watcher";

  /** True when Java was started with an archive of class data. */
  private static final String ARCHIVE = "pmnextcloud.archive";

  /** How wide the person's terminal is that shows the answer. */
  public static final String COLUMNS = "pmnextcloud.columns";

  private static final int USUAL_COLUMNS = 80;
  private static final String USUAL_ROOT = "/usr/local/mgr5";

  private LauncherProperties() {}

  public static Path root() {
    return Path.of(System.getProperty(ROOT, USUAL_ROOT));
  }

  public static long logBytes(long usual) {
    return Long.getLong(LOG_BYTES, usual);
  }

  public static String locale() {
    return System.getProperty(LOCALE, "");
  }

  public static boolean isAtTerminal() {
    return Boolean.getBoolean(TERMINAL);
  }

  public static boolean isStdinTyped() {
    return Boolean.getBoolean(TYPING);
  }

  /** As wide as most, where no terminal shows the answer. */
  public static int columns() {
    return Integer.getInteger(COLUMNS, USUAL_COLUMNS);
  }

  /** 1 when the launcher has chosen no other. */
  public static int answerFile() {
    return Integer.getInteger(ANSWER, 1);
  }

  /** 0 when nobody watches. */
  public static int watcherFile() {
    return Integer.getInteger(WATCHER, 0);
  }

  public static boolean isArchiveGiven() {
    return Boolean.getBoolean(ARCHIVE);
  }
}
