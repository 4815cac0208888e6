package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.Kind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Many users at once. Nextcloud shows them in pages; ownCloud has no such route, and there {@link
 * UserRound} asks for each.
 */
final class UserPages {

  /** Users; Nextcloud opens each one's storage, so that a page takes seconds. */
  private static final int PAGE = 250;

  /** A server that is too slow for a page is asked for less, down to this. */
  private static final int SMALLEST_PAGE = 25;

  /** Who changed place between two pages is asked for alone, unless that many are missing. */
  private static final int MOST_LOOKED_FOR = 200;

  private final OcsClient client;
  private final Set<UserId> missing;
  private final Consumer<CloudUser> reader;

  UserPages(OcsClient client, Collection<UserId> wanted, Consumer<CloudUser> reader) {
    this.client = client;
    this.missing = new HashSet<>(wanted);
    this.reader = reader;
  }

  void read() {
    // Ends as soon as nobody is waited for any more.
    if (!readPages(() -> !missing.isEmpty()) || missing.size() <= MOST_LOOKED_FOR) {
      new UserRound(client).read(List.copyOf(missing), reader);
    }
  }

  /** Every user there is; false when this server has no pages. */
  boolean readAll() {
    return readPages(() -> true);
  }

  /** False when this server has no pages. */
  private boolean readPages(BooleanSupplier goesOn) {
    Set<String> begun = new HashSet<>();
    int size = PAGE;
    int offset = 0;
    while (goesOn.getAsBoolean()) {
      OcsAnswer page;
      try {
        page = page(offset, size);
      } catch (CloudException slow) {
        if (slow.kind() != Kind.UNREACHABLE || size <= SMALLEST_PAGE) {
          throw slow;
        }
        size = Math.max(SMALLEST_PAGE, size / 2);
        continue;
      }
      if (!page.fields().containsKey("users")) {
        return false;
      }
      Map<String, Object> users = OcsAnswer.asMap(page.fields().get("users"));
      if (users.isEmpty()) {
        return true;
      }
      if (!begun.add(users.keySet().iterator().next())) {
        throw new CloudException(
            Kind.NOT_UNDERSTOOD, "The server shows the same pages of users again and again");
      }
      users.forEach((id, data) -> take(id, OcsAnswer.asMap(data)));
      offset += size;
    }
    return true;
  }

  /** Where there is no such route, "details" is looked for as a user, and may even be one. */
  private OcsAnswer page(int offset, int size) {
    OcsAnswer page =
        client.send(
            get("read the users (from number " + offset + ")", "users", "details")
                .asking("limit", Integer.toString(size))
                .asking("offset", Integer.toString(offset))
                .answeredByNobody());
    if (page.message().startsWith("Invalid query")) {
      throw new CloudException(Kind.WRONG_ADDRESS, "The server has no provisioning API");
    }
    return page;
  }

  private void take(String key, Map<String, Object> fields) {
    UserData data = new UserData(fields);
    CloudUser user = data.user(new UserId(key), data.groups());
    missing.remove(user.id());
    reader.accept(user);
  }
}
