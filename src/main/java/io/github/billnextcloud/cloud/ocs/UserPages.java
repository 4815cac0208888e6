package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.Kind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Many users at once. Nextcloud shows them in pages; ownCloud has no such route and is asked for
 * each, a few at a time.
 */
final class UserPages {

  /** Users; Nextcloud opens each one's storage, so that a page takes seconds. */
  private static final int PAGE = 250;

  /**
   * Requests at the same time: more than one to use the server, few enough to leave it to users.
   */
  private static final int AT_ONCE = 4;

  private static final int NEXTCLOUD_MISSING = 404;
  private static final int NOT_FOUND = 998;

  private final OcsClient client;

  UserPages(OcsClient client) {
    this.client = client;
  }

  void read(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    Set<String> before = Set.of();
    for (int offset = 0; ; offset += PAGE) {
      OcsAnswer page = page(offset);
      if (page.message().startsWith("Invalid query")) {
        throw new CloudException(Kind.WRONG_ADDRESS, "The server has no provisioning API");
      }
      if (!page.isOk()) {
        readEach(wanted.iterator(), reader);
        return;
      }
      Map<String, Object> users = OcsAnswer.asMap(page.fields().get("users"));
      if (!users.isEmpty() && users.keySet().equals(before)) {
        throw new CloudException(
            Kind.NOT_UNDERSTOOD, "The server shows the same page of users again and again");
      }
      users.forEach((id, data) -> reader.accept(user(id, OcsAnswer.asMap(data))));
      if (users.size() < PAGE) {
        return;
      }
      before = Set.copyOf(users.keySet());
    }
  }

  /** Where there is no such route, "details" is looked for as a user and not found. */
  private OcsAnswer page(int offset) {
    return client.send(
        get("read the users (from number " + offset + ")", "users", "details")
            .asking("limit", Integer.toString(PAGE))
            .asking("offset", Integer.toString(offset))
            .answeredBy(NEXTCLOUD_MISSING, NOT_FOUND)
            .refusedSilentlyBy(NOT_FOUND, Kind.FORBIDDEN));
  }

  private static CloudUser user(String key, Map<String, Object> fields) {
    UserData data = new UserData(fields);
    return data.user(new UserId(key), data.groups());
  }

  private void readEach(Iterator<UserId> wanted, Consumer<CloudUser> reader) {
    ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      while (wanted.hasNext()) {
        List<Callable<Optional<CloudUser>>> some = new ArrayList<>();
        while (wanted.hasNext() && some.size() < PAGE) {
          UserId id = wanted.next();
          some.add(() -> one(id));
        }
        for (Future<Optional<CloudUser>> read : readers.invokeAll(some)) {
          read.get().ifPresent(reader);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CloudException(Kind.UNREACHABLE, "Stopped while reading the users", null, stopped);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof CloudException told
          ? told
          : new IllegalStateException(failure.getCause());
    } finally {
      readers.shutdownNow();
    }
  }

  private Optional<CloudUser> one(UserId id) {
    OcsAnswer answer =
        client.send(
            get("read " + id, "users", id.value())
                .answeredBy(NEXTCLOUD_MISSING, NOT_FOUND)
                .refusedSilentlyBy(NOT_FOUND, Kind.FORBIDDEN));
    return answer.isOk()
        ? Optional.of(new UserData(answer.fields()).user(id, Set.of()))
        : Optional.empty();
  }
}
