package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many users at once. Nextcloud shows them in pages; ownCloud has no such route, and there {@link
 * ParallelUserFetcher} asks for each. So it does where a page does not come, or where pages cost
 * more.
 */
final class UserPager {

  private static final Logger LOG = LoggerFactory.getLogger(UserPager.class);

  /** Users; Nextcloud opens each one's storage, so that a page takes seconds. */
  private static final int PAGE = 250;

  /** A server that is too slow for a page is asked for less, down to this. */
  private static final int SMALLEST_PAGE = 25;

  /** A page is to take less; proxies on the way give up after 30 or 60 seconds. */
  private static final Duration SLOW = Duration.ofSeconds(20);

  private static final Duration QUICK = Duration.ofSeconds(5);

  /** More are of a server that shows others for ever. */
  private static final int MOST_USERS = 1_000_000;

  /** What asking for anybody else would not mend. */
  private static final Set<CloudErrorKind> FINAL =
      Set.of(
          CloudErrorKind.UNAUTHORIZED,
          CloudErrorKind.FORBIDDEN,
          CloudErrorKind.CERTIFICATE,
          CloudErrorKind.THROTTLED);

  /** In the place of a user of whom only the name was left: the list goes on behind it. */
  private static final Object GONE = new Object();

  private final OcsClient client;
  private final Set<UserId> missing;
  private final Consumer<CloudUser> reader;
  private final ParallelUserFetcher round;

  /** Marks of those who were shown; two may share one, and so may who stands alone on a page. */
  private final BitSet shown = new BitSet();

  /** Who was on the page before: a server that forgets the number shows the same again. */
  private Set<String> before = Set.of();

  private int size = PAGE;

  /** What was too much for the server is not asked for again. */
  private int most = PAGE;

  private int users;
  private int strangers;

  UserPager(
      OcsClient client,
      ParallelUserFetcher round,
      Collection<UserId> wanted,
      Consumer<CloudUser> reader) {
    this.client = client;
    this.round = round;
    this.missing = new HashSet<>(wanted);
    this.reader = reader;
  }

  /**
   * Reads those who are wanted: by pages while most who come are among them, and the others one by
   * one. Who changed place between two pages is one of these, too.
   */
  void read() {
    if (missing.size() > SMALLEST_PAGE) {
      try {
        readPages(() -> !missing.isEmpty() && strangers <= missing.size());
      } catch (CloudException failure) {
        if (FINAL.contains(failure.kind())) {
          throw failure;
        }
        LOG.warn("the users are asked for one by one: {}", failure.getMessage());
      }
    }
    round.read(List.copyOf(missing), reader);
  }

  /** Every user there is; false when this server has no pages. */
  boolean readAll() {
    return readPages(() -> true);
  }

  /** False when this server has no pages. */
  private boolean readPages(BooleanSupplier goesOn) {
    int offset = 0;
    while (goesOn.getAsBoolean()) {
      requireEnd();
      long begun = System.nanoTime();
      Optional<Map<String, Object>> page;
      try {
        page = page(offset);
      } catch (CloudException failure) {
        if (isHalved(failure)) {
          continue;
        }
        page = Optional.of(oneByOne(offset, failure));
      }
      if (page.isEmpty()) {
        return false;
      }
      Set<String> ids = page.get().keySet();
      boolean last = isEnd(ids);
      if (!last || !ids.equals(before)) {
        page.get().forEach(this::take);
      }
      if (last) {
        return true;
      }
      before = ids;
      offset += size;
      size = Math.min(most, fitting(size, Duration.ofNanos(System.nanoTime() - begun)));
    }
    return true;
  }

  /** True when a smaller page may come where this one did not. */
  private boolean isHalved(CloudException failure) {
    if (FINAL.contains(failure.kind()) || failure.kind() == CloudErrorKind.WRONG_ADDRESS) {
      throw failure;
    }
    boolean halved = size > SMALLEST_PAGE;
    most = Math.max(SMALLEST_PAGE, size / 2);
    size = most;
    return halved;
  }

  /** The users of a page that the server cannot show, each asked for alone; some may have gone. */
  private Map<String, Object> oneByOne(int offset, CloudException failure) {
    LOG.warn("asked for one by one, from number {}: {}", offset, failure.getMessage());
    List<String> names = names(offset);
    Map<String, Object> page = new LinkedHashMap<>();
    names.forEach(name -> page.put(name, GONE));
    round.read(names.stream().map(UserId::new).toList(), user -> page.put(user.id().value(), user));
    most = PAGE;
    return page;
  }

  private void requireEnd() {
    if (users > MOST_USERS || round.isLate()) {
      throw new CloudException(
          CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("cloud.endless_users", users));
    }
  }

  /** What a page costs is bounded by time as well as by number. */
  static int fitting(int size, Duration taken) {
    if (taken.compareTo(SLOW) > 0) {
      return Math.max(SMALLEST_PAGE, size / 2);
    }
    return taken.compareTo(QUICK) < 0 ? Math.min(PAGE, size * 2) : size;
  }

  /** Empty where there is no such route: "details" is looked for as a user then, and may be one. */
  private Optional<Map<String, Object>> page(int offset) {
    OcsAnswer page = client.send(request("purpose.details_from", offset, "users", "details"));
    if (page.message().startsWith("Invalid query")) {
      throw new CloudException(
          CloudErrorKind.WRONG_ADDRESS, Sentence.of("cloud.server_without_api"));
    }
    return page.fields().containsKey("users")
        ? Optional.of(OcsAnswer.asMap(page.fields().get("users")))
        : Optional.empty();
  }

  /** The names of a page that the server cannot show, in the same order. */
  private List<String> names(int offset) {
    OcsAnswer names = client.send(request("purpose.users_from", offset, "users"));
    return OcsAnswer.asTexts(names.fields().get("users"));
  }

  private OcsRequest request(String purpose, int offset, String... path) {
    return get(Sentence.of(purpose, offset), path)
        .asking("limit", Integer.toString(size))
        .asking("offset", Integer.toString(offset))
        .answeredByNobody();
  }

  /**
   * True when nobody new is shown, or nobody whose mark is no other's: so who is shown is taken all
   * the same. A short page may hold those who have moved up; a full one is of a server that shows
   * the same for ever.
   */
  private boolean isEnd(Collection<String> ids) {
    boolean news = false;
    for (String id : ids) {
      int mark = new UserId(id).hashCode() * 0x9E3779B9 >>> 8;
      news |= !shown.get(mark);
      shown.set(mark);
    }
    if (!news && ids.size() >= size) {
      throw new CloudException(CloudErrorKind.NOT_UNDERSTOOD, Sentence.of("cloud.repeated_users"));
    }
    return !news;
  }

  private void take(String key, Object shown) {
    if (shown == GONE) {
      return;
    }
    CloudUser user = shown instanceof CloudUser asked ? asked : user(key, shown);
    users++;
    if (!missing.remove(user.id())) {
      strangers++;
    }
    reader.accept(user);
  }

  private static CloudUser user(String key, Object fields) {
    OcsUserParser data = new OcsUserParser(OcsAnswer.asMap(fields));
    return data.user(new UserId(key), data.groups());
  }
}
