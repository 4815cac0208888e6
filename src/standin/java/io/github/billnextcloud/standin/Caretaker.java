package io.github.billnextcloud.standin;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A shell that outlives this JVM, however it ends, and then takes a folder away, with the server
 * that works in it. The system closes the other end of its standard input when the JVM is gone.
 */
public final class Caretaker {

  /** Relative to the folder: where a server writes its number, and the folder that it works in. */
  public static final String NUMBER = "server.pid";

  public static final String DATA = "data";

  /** Numbers come again: only who works in this very folder is ended. */
  private static final String WORK =
      "trap '' HUP INT TERM; cat >/dev/null;"
          + " if read -r server <\"$1/%1$s\" && [ \"/proc/$server/cwd\" -ef \"$1/%2$s\" ];"
          + " then kill -9 \"$server\"; fi;"
          + " rm -rf \"$1\" || { sleep 1; rm -rf \"$1\"; }";

  /** Kept: the standard input of one that is collected would be closed. */
  private static final Queue<Process> SHELLS = new ConcurrentLinkedQueue<>();

  private Caretaker() {}

  public static void watch(Path folder) throws IOException {
    SHELLS.add(
        new ProcessBuilder("sh", "-c", WORK.formatted(NUMBER, DATA), "caretaker", folder.toString())
            .directory(Path.of("/").toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }
}
