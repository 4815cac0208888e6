package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for users one by one, a few at a time. */
final class ParallelUserFetcher {

  /**
   * Requests at the same time: more than one to use the server, few enough to leave it to users.
   */
  private static final int AT_ONCE = 4;

  /** Handed out at a time, so that answers do not heap up. */
  private static final int BATCH = 250;

  /**
   * One user whom the server cannot show is that user's trouble; after so many in a row it is
   * looked whether the server is there at all.
   */
  private static final int MOST_FAILURES = 5;

  /** A day's round that takes longer is in the way of the next. */
  private static final Duration LIMIT = Duration.ofHours(6);

  private static final Set<CloudErrorKind> ABOUT_ONE =
      Set.of(
          CloudErrorKind.REFUSED,
          CloudErrorKind.NOT_UNDERSTOOD,
          CloudErrorKind.UNREACHABLE,
          // A server in front of the cloud may answer a name with a page of its own.
          CloudErrorKind.WRONG_ADDRESS);

  private final OcsClient client;
  private final Function<UserId, Set<String>> groups;
  private final long begun = System.nanoTime();
  private int failures;
  private boolean answered;
  private @Nullable CloudException last;

  /** What ended the round: who is still to be asked is not. */
  private volatile @Nullable CloudException end;

  ParallelUserFetcher(OcsClient client) {
    this(client, id -> Set.of());
  }

  /**
   * @param groups of a user, where they are wanted and the server does not tell them with the rest
   */
  ParallelUserFetcher(OcsClient client, Function<UserId, Set<String>> groups) {
    this.client = client;
    this.groups = groups;
  }

  void read(List<UserId> wanted, Consumer<CloudUser> reader) {
    ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      // The first alone: all at once would each send a password that is wrong.
      for (int from = 0, next = 1; from < wanted.size(); from = next, next += BATCH) {
        List<UserId> batch = wanted.subList(from, Math.min(next, wanted.size()));
        List<Callable<Optional<CloudUser>>> questions = new ArrayList<>();
        batch.forEach(id -> questions.add(() -> ask(id)));
        for (Future<Optional<CloudUser>> answer : askers.invokeAll(questions)) {
          answer.get().ifPresent(reader);
        }
      }
      requireAnAnswer();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CloudException(
          CloudErrorKind.UNREACHABLE, Sentence.of("cloud.stopped"), Duration.ZERO, stopped);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof CloudException told
          ? told
          : new IllegalStateException(failure.getCause());
    } finally {
      askers.shutdownNow();
    }
  }

  /** True when nobody is asked for any more: who is left cannot be shown. */
  boolean isLate() {
    return System.nanoTime() - begun > LIMIT.toNanos();
  }

  /** However few were asked for: who tells of nobody may be no cloud at all. */
  private void requireAnAnswer() {
    if (!answered && last != null && !answers()) {
      throw last;
    }
  }

  /** Empty when there is no such user. */
  private Optional<CloudUser> ask(UserId id) {
    CloudException ended = end;
    if (ended != null) {
      throw ended;
    }
    try {
      Optional<CloudUser> user = isLate() ? Optional.of(CloudUser.unshown(id)) : find(id);
      succeeded();
      return user;
    } catch (CloudException failure) {
      boolean aboutOne = ABOUT_ONE.contains(failure.kind());
      if (!aboutOne || failed(failure) >= MOST_FAILURES && !answers()) {
        end = failure;
        throw failure;
      }
      return Optional.of(CloudUser.unshown(id));
    }
  }

  private boolean answers() {
    try {
      client.send(get(Sentence.of("purpose.sign_in"), "user"));
      succeeded();
      return true;
    } catch (CloudException silent) {
      return false;
    }
  }

  private synchronized void succeeded() {
    answered = true;
    failures = 0;
  }

  private synchronized int failed(CloudException failure) {
    last = failure;
    return ++failures;
  }

  private Optional<CloudUser> find(UserId id) {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.read", id), "users", id.value()).orInXml().answeredByNobody());
    OcsUserParser data = new OcsUserParser(answer.fields());
    return answer.isOk() && data.id(id).equals(id)
        ? Optional.of(data.user(id, data.knowsGroups() ? data.groups() : groups.apply(id)))
        : Optional.empty();
  }
}
