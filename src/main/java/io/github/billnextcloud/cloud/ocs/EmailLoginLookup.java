package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has a name for an e-mail address: that one signs in with it, too. Recent Nextcloud tells by
 * every route; older ones by a search, and ownCloud by that of those to share files with, which an
 * administrator may have switched off: then nobody tells.
 */
record EmailLoginLookup(OcsClient client) {

  private static final Logger LOG = LoggerFactory.getLogger(EmailLoginLookup.class);

  private static final Set<CloudErrorKind> UNTOLD =
      Set.of(
          CloudErrorKind.NOT_UNDERSTOOD,
          CloudErrorKind.REFUSED,
          CloudErrorKind.FORBIDDEN,
          CloudErrorKind.WRONG_ADDRESS);

  /** Servers find parts of addresses, too. */
  private static final String MOST = "100";

  /** Users of whom one may have it, by a search of this server. */
  private interface Search {
    Stream<OcsUserParser> found(String name);
  }

  boolean isOnNextcloud(UserId name) {
    return isAmong(name, this::listed);
  }

  boolean isOnOwnCloud(UserId name) {
    return isAmong(name, this::shareable);
  }

  private static boolean isAmong(UserId name, Search search) {
    try {
      return search.found(name.value()).anyMatch(user -> user.hasAddress(name.value()));
    } catch (CloudException refused) {
      if (!UNTOLD.contains(refused.kind())) {
        throw refused;
      }
      LOG.warn("not known whether {} is an e-mail address there: {}", name, refused.getMessage());
      return false;
    }
  }

  private Stream<OcsUserParser> listed(String address) {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.look_for_address", address), "users", "details")
                .asking("search", address)
                .asking("limit", MOST));
    return OcsAnswer.asMap(answer.fields().get("users")).values().stream()
        .map(user -> new OcsUserParser(OcsAnswer.asMap(user)));
  }

  private Stream<OcsUserParser> shareable(String address) {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.look_for_address", address), "sharees")
                .of("apps/files_sharing/api/v1")
                .asking("itemType", "file")
                .asking("search", address));
    Map<String, Object> exact = OcsAnswer.asMap(answer.fields().get("exact"));
    return exact.get("users") instanceof List<?> users
        ? users.stream().map(OcsAnswer::asMap).map(this::user).flatMap(Optional::stream)
        : Stream.empty();
  }

  private Optional<OcsUserParser> user(Map<String, Object> found) {
    Object id = OcsAnswer.asMap(found.get("value")).get("shareWith");
    return Optional.ofNullable(id)
        .map(Objects::toString)
        .map(
            it ->
                client.send(
                    get(Sentence.of("purpose.look_for", it), "users", it)
                        .orInXml()
                        .answeredBy(998)))
        .filter(OcsAnswer::isOk)
        .map(answer -> new OcsUserParser(answer.fields()));
  }
}
