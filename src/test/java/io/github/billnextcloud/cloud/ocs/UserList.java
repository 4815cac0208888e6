package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nextcloud's list of users with their details, a page an answer. */
final class UserList {

  static final int PAGE = 250;
  static final String DETAILS = OnTheWire.USERS + "/details";

  private UserList() {}

  /** The request for the page that begins with this number. */
  static MappingBuilder page(int offset) {
    return page(offset, PAGE);
  }

  static MappingBuilder page(int offset, int limit) {
    return get(urlPathEqualTo(DETAILS))
        .withQueryParam("format", equalTo("json"))
        .withQueryParam("limit", equalTo(Integer.toString(limit)))
        .withQueryParam("offset", equalTo(Integer.toString(offset)));
  }

  /** An answer with these members of {@code users}. */
  static String users(String members) {
    return Recorded.NC_OK.replace("[]", "{\"users\":{" + members + "}}");
  }

  /** An answer when there are no more: PHP has one word for all that is empty. */
  static String nobody() {
    return Recorded.NC_OK.replace("[]", "{\"users\":[]}");
  }

  /** So many users, each of whom stores as many bytes as the number says. */
  static String users(int first, int count) {
    return users(
        IntStream.range(first, first + count)
            .mapToObj(
                number ->
                    "\"u%d\":{\"id\":\"u%d\",\"enabled\":true,\"quota\":{\"used\":%d}}"
                        .formatted(number, number, number))
            .collect(Collectors.joining(",")));
  }

  /** A recorded user under this key. */
  static String member(String key, String recorded) {
    String body = Recorded.body(recorded);
    String data = body.substring(body.indexOf("\"data\":") + 7, body.length() - 3);
    return "\"" + key + "\":" + data.strip();
  }

  static String[] names(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(n -> "u" + n).toArray(String[]::new);
  }

  /** All whom the cloud hands over when everybody is wanted. */
  static List<CloudUser> all(OcsCloud cloud) {
    List<CloudUser> read = new ArrayList<>();
    cloud.readAllUsers(read::add);
    return read;
  }

  /** All whom the cloud hands over when these are wanted. */
  static List<CloudUser> read(OcsCloud cloud, String... wanted) {
    List<CloudUser> read = new ArrayList<>();
    cloud.readUsers(Stream.of(wanted).map(UserId::new).toList(), read::add);
    return read;
  }
}
