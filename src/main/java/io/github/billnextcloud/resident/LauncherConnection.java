package io.github.billnextcloud.resident;

import io.github.billnextcloud.safe.Uninterrupted;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a launcher: its request, signs of life while that runs, and the answer. Closed
 * without an answer it tells the launcher to run the command by itself; once begun, in words, so
 * that the worker is not taken for a frozen one.
 */
final class LauncherConnection implements AutoCloseable {

  /** Launchers send at once what they have to say. */
  private static final long LONGEST_SECONDS = 10;

  private static final long BEAT_SECONDS = 1;

  /** Without a colon: the first one ends the signs of life, and not all launchers use curl. */
  private static final String HEAD = "HTTP/1.1 200 OK\r\n\r\n";

  /** It was at work, and is well: only the launcher's own run can answer this. */
  private static final String LEFT = "\npmnextcloud left";

  /** Longer than a request without a document: curl looks at the greater of both figures. */
  private static final int FIRST_BEAT = 1_024;

  /** More than curl asks for; the launcher's shell has to take all of them off again. */
  private static final int BEAT = 16;

  private final SocketChannel channel;
  private final ScheduledExecutorService clock;
  private @Nullable Future<?> watch;
  private volatile String head = HEAD;
  private boolean owesAnswer;

  LauncherConnection(SocketChannel channel, ScheduledExecutorService clock) {
    this.channel = channel;
    this.clock = clock;
  }

  WorkerRequest request() throws IOException {
    watch = clock.schedule(this::hangUp, LONGEST_SECONDS, TimeUnit.SECONDS);
    try {
      return WorkerRequest.read(new BufferedInputStream(Channels.newInputStream(channel)));
    } finally {
      watch.cancel(false);
    }
  }

  /**
   * From now on the launcher hears that we are at work. When it does not listen, or is gone, this
   * thread is interrupted: as a signal to the program itself, that ends waiting, not working.
   */
  void begin(WorkerRequest request) {
    Thread worker = Thread.currentThread();
    Optional<ProcessHandle> launcher = ProcessHandle.of(request.process());
    owesAnswer = true;
    watch =
        clock.scheduleAtFixedRate(
            () -> beat(worker, launcher), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  private void beat(Thread worker, Optional<ProcessHandle> launcher) {
    try {
      if (launcher.isEmpty() || launcher.get().isAlive()) {
        write(".".repeat(head.isEmpty() ? BEAT : FIRST_BEAT));
        return;
      }
    } catch (IOException nobodyListens) {
      // As below.
    }
    worker.interrupt();
    stopWatching();
  }

  void answer(WorkerCommandRunner.Said said) throws IOException {
    owesAnswer = false;
    stopWatching();
    write(":" + said.text() + "\npmnextcloud exit " + said.exitCode());
  }

  private void stopWatching() {
    if (watch != null) {
      watch.cancel(false);
    }
  }

  private synchronized void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((head + text).getBytes(StandardCharsets.UTF_8));
    head = "";
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void hangUp() {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then it is closed.
    }
  }

  @Override
  public void close() {
    stopWatching();
    if (owesAnswer) {
      // Who is interrupted closes the channel that it would write to.
      Uninterrupted.run(this::leave);
    }
    hangUp();
  }

  private void leave() {
    watch = clock.schedule(this::hangUp, LONGEST_SECONDS, TimeUnit.SECONDS);
    try {
      write(LEFT);
    } catch (IOException gone) {
      // Then nobody waits for it.
    } finally {
      stopWatching();
    }
  }
}
