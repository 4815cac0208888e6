package io.github.billnextcloud.command;

import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Tells a person at a terminal how far long work has come; nobody, when BILLmanager asked. */
public final class TerminalProgress {

  private static final long EVERY_MILLIS = 200;

  private final @Nullable PrintStream terminal;
  private final @Nullable PrintStream speech;
  private final Language language;
  private long last;

  private TerminalProgress(
      @Nullable PrintStream terminal, @Nullable PrintStream speech, Language language) {
    this.terminal = terminal;
    this.speech = speech;
    this.language = language;
  }

  public static TerminalProgress onTerminal(PrintStream terminal, Language language) {
    return new TerminalProgress(terminal, terminal, language);
  }

  /** For a person whose terminal is elsewhere: what must be read, and no progress. */
  public static TerminalProgress ofLines(PrintStream speech, Language language) {
    return new TerminalProgress(null, speech, language);
  }

  public static TerminalProgress none() {
    return new TerminalProgress(null, null, Language.EN);
  }

  /**
   * One line that writes over itself: "users read: 4250 of 10000".
   *
   * @param key of the words for what is done
   */
  public void at(String key, long done, long all) {
    long now = System.nanoTime() / 1_000_000;
    if (terminal != null && (now - last >= EVERY_MILLIS || done >= all)) {
      last = now;
      Sentence line = Sentence.of("progress.line", Sentence.of(key), done, all);
      terminal.print("\r" + line.in(language));
      terminal.flush();
    }
  }

  /** Something that a person must read before the answer, which waits for it. */
  public void say(Sentence lines) {
    if (speech != null) {
      speech.println(PrintableText.lines(lines.in(language)));
      speech.flush();
    }
  }

  /** Nothing more to come: what is printed next begins a line of its own. */
  public void end() {
    if (terminal != null && last != 0) {
      terminal.println();
    }
  }
}
