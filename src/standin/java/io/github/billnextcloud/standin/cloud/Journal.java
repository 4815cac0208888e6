package io.github.billnextcloud.standin.cloud;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The requests received so far and the faults still waiting for theirs. */
final class Journal {
  private record Waiting(Predicate<Request> when, Fault fault) {}

  private final List<Request> requests = new ArrayList<>();
  private final List<Waiting> faults = new ArrayList<>();
  private boolean kept = true;
  private long count;

  synchronized void add(Request request) {
    count++;
    if (kept) {
      requests.add(request);
    }
  }

  /** From now on requests are counted only. */
  synchronized void keepNothing() {
    kept = false;
    requests.clear();
  }

  synchronized long count() {
    return count;
  }

  synchronized List<Request> all() {
    return List.copyOf(requests);
  }

  synchronized void forget() {
    requests.clear();
    count = 0;
  }

  synchronized void plan(Predicate<Request> when, Fault fault) {
    faults.add(new Waiting(when, fault));
  }

  /** The fault that was planned first for a request like this one, now used up; or null. */
  synchronized Fault faultFor(Request request) {
    for (Iterator<Waiting> all = faults.iterator(); all.hasNext(); ) {
      Waiting next = all.next();
      if (next.when().test(request)) {
        all.remove();
        return next.fault();
      }
    }
    return null;
  }
}
