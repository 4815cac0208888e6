package io.github.billnextcloud.standin.panel;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The misfortunes a test has ordered, each of which strikes once. */
final class Failures {

  private final Map<String, Queue<Answer>> ordered = new HashMap<>();
  private int restarting;

  synchronized void failNext(String func, Answer answer) {
    ordered.computeIfAbsent(func, any -> new ArrayDeque<>()).add(answer);
  }

  synchronized void restarting(int times) {
    restarting = times;
  }

  /** The answer this call gets instead of a real one. */
  synchronized Optional<Answer> strike(Call call) {
    if (restarting > 0) {
      restarting--;
      return Optional.of(Answer.of(PanelError.restarting(), call.format()));
    }
    return Optional.ofNullable(ordered.get(call.func())).map(Queue::poll);
  }
}
