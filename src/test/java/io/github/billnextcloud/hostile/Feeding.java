package io.github.billnextcloud.hostile;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Feeds documents to a reader with the stack that the launcher gives, and watches the clock. */
public final class Feeding {

  private static final long STACK = 512L << 10;
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int ENOUGH = 5;

  private final long seed;
  private final Predicate<HostileDocument> reader;
  private final List<String> escaped = new CopyOnWriteArrayList<>();
  private final long begun = System.nanoTime();
  private long fed;
  private long refused;

  /** What is read just now, and since when. */
  private record Meal(long number, HostileDocument document, long since) {}

  private volatile Meal meal;

  /**
   * @param reader tells whether it read a document; false means that it refused
   */
  public Feeding(long seed, Predicate<HostileDocument> reader) {
    this.seed = seed;
    this.reader = reader;
  }

  /** Feeds so many, or until something does not come back. */
  public void feed(long first, long documents) throws InterruptedException {
    Thread eater = new Thread(null, () -> eat(first, documents), "eater", STACK);
    eater.setDaemon(true);
    eater.start();
    while (eater.isAlive()) {
      eater.join(50);
      Meal now = meal;
      if (now != null && System.nanoTime() - now.since > LONGEST_NANOS) {
        IllegalStateException slow = new IllegalStateException("takes more than a minute");
        slow.setStackTrace(eater.getStackTrace());
        escape(now, slow);
        return;
      }
    }
  }

  private void eat(long first, long documents) {
    for (long number = first; number < first + documents && escaped.size() < ENOUGH; number++) {
      HostileDocument document = HostileDocument.of(seed, number);
      Meal next = new Meal(number, document, System.nanoTime());
      meal = next;
      try {
        refused += reader.test(document) ? 0 : 1;
      } catch (RuntimeException | Error unexpected) {
        escape(next, unexpected);
      }
      meal = null;
      fed++;
    }
  }

  private void escape(Meal meal, Throwable unexpected) {
    StringWriter trace = new StringWriter();
    unexpected.printStackTrace(new PrintWriter(trace));
    String head = String.join("\n", trace.toString().lines().limit(12).toList());
    escaped.add(
        "-Dhostile.seed="
            + seed
            + " -Dhostile.first="
            + meal.number
            + " -Dhostile.documents=1\n"
            + meal.document
            + "\n"
            + head);
  }

  /** What came out that is neither read nor refused, told so that it can be seen again. */
  public List<String> escaped() {
    return escaped;
  }

  public long refused() {
    return refused;
  }

  public long read() {
    return fed - refused - escaped.size();
  }

  @Override
  public String toString() {
    long seconds = (System.nanoTime() - begun) / 1_000_000_000;
    return "fed "
        + fed
        + " documents in "
        + seconds
        + " s, "
        + refused
        + " refused, "
        + escaped.size()
        + " escaped (seed "
        + seed
        + ")";
  }
}
