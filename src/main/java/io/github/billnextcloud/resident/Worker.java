package io.github.billnextcloud.resident;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes requests until it should end, then finishes those that it has. Each runs in a thread of its
 * own that nobody uses again, so nothing that hangs on a thread passes from one to the next.
 */
public final class Worker {

  private static final String OUT_OF_DATE = "the program or its Java has changed";

  private final WorkerSocket door;
  private final ProgramFilesSnapshot origin;
  private final WorkerLimits limits;
  private final WorkerCommandRunner program;
  private final Semaphore seats;
  private final ScheduledExecutorService clock;
  private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
  private final AtomicReference<String> reason = new AtomicReference<>();
  private final WorkerExitSummary tally = new WorkerExitSummary();
  private volatile long lastCall = System.nanoTime();

  public Worker(
      WorkerSocket door,
      ProgramFilesSnapshot origin,
      WorkerLimits limits,
      WorkerCommandRunner program) {
    this.door = door;
    this.origin = origin;
    this.limits = limits;
    this.program = program;
    this.seats = new Semaphore(limits.atOnce(), true);
    // A launcher that does not read blocks who writes to it: not the others' signs of life.
    this.clock =
        Executors.newScheduledThreadPool(
            limits.atOnce(),
            work -> {
              Thread thread = new Thread(work, "clock");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns after the end, with the reason and what was done. */
  public String serve() {
    clock.scheduleWithFixedDelay(this::endWhenIdle, 100, 100, TimeUnit.MILLISECONDS);
    clock.scheduleWithFixedDelay(this::endWhenOutOfDate, 10, 10, TimeUnit.SECONDS);
    while (reason.get() == null) {
      try {
        admit(door.accept());
      } catch (IOException closed) {
        end("the socket is closed");
      }
    }
    callers.forEach(Worker::await);
    return reason.get() + "; " + tally;
  }

  /** Ends taking requests; those that run go on. */
  public void end(String why) {
    reason.compareAndSet(null, why);
    try {
      door.close();
    } catch (IOException gone) {
      // Then nobody comes through it.
    }
  }

  /** Ends the waiting of those that still run. */
  public void hurry() {
    callers.forEach(Thread::interrupt);
  }

  private void endWhenIdle() {
    if (callers.isEmpty() && System.nanoTime() - lastCall > limits.idle().toNanos()) {
      end("idle");
    }
  }

  /** Though nobody asks: the program may be gone from the disk. */
  private void endWhenOutOfDate() {
    if (!origin.isUnchanged()) {
      end(OUT_OF_DATE);
    } else if (door.isLost()) {
      end("the socket is gone, or another worker's");
    }
  }

  private void admit(SocketChannel channel) {
    lastCall = System.nanoTime();
    LauncherConnection call = new LauncherConnection(channel, clock);
    if (callers.size() >= limits.most()) {
      tally.refused();
      call.close();
      return;
    }
    Thread caller = new Thread(() -> hear(call), "request");
    callers.add(caller);
    caller.start();
  }

  private void hear(LauncherConnection call) {
    try (call) {
      WorkerRequest request = call.request();
      if (program.takes(request)
          && seats.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          serve(call, request);
        } finally {
          seats.release();
        }
      } else {
        tally.refused();
      }
    } catch (IOException broken) {
      tally.refused();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lastCall = System.nanoTime();
      callers.remove(Thread.currentThread());
    }
  }

  private void serve(LauncherConnection call, WorkerRequest request) throws IOException {
    if (!origin.isUnchanged()) {
      tally.refused();
      end(OUT_OF_DATE);
      return;
    }
    call.begin(request);
    WorkerCommandRunner.Said said = program.run(request).orElse(null);
    if (said == null) {
      tally.refused();
      return;
    }
    call.answer(said);
    tally.answered();
    if (!said.sound()) {
      end("a request went wrong in a way that may concern the next");
    }
  }

  private static void await(Thread caller) {
    try {
      caller.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
