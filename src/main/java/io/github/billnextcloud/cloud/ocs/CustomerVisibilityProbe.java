package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.privacy.CustomerView;
import io.github.billnextcloud.cloud.privacy.VisibilityPlace;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Looks for one customer as another, place by place, by what the web interface and phones ask. It
 * shares nothing: that is counted, and lasts.
 *
 * @param nextcloud or ownCloud, which has fewer places
 */
public record CustomerVisibilityProbe(CloudEndpoint server, boolean nextcloud) {

  private static final String AGENT = "pmnextcloud";
  private static final Sentence PURPOSE = Sentence.of("purpose.look_as_customer");

  private static final int FOUND = 200;

  private static final String NAME =
      "<?xml version=\"1.0\"?><d:propfind xmlns:d=\"DAV:\"><d:prop><d:displayname/></d:prop>"
          + "</d:propfind>";

  /** A customer of the cloud who can sign in. */
  public record CustomerLogin(UserId id, Secret password) {}

  /** What is asked at one place. */
  private record Question(String method, HttpUrl url, Optional<RequestBody> body) {}

  /**
   * @param group in which both are; empty when in none
   */
  public CustomerView look(CustomerLogin seeker, CustomerLogin sought, Optional<String> group) {
    if (nextcloud) {
      appear(sought);
    }
    WebInterfaceClient pages = of(seeker);
    try {
      if (nextcloud) {
        takeRequestToken(pages);
      }
      Set<VisibilityPlace> seen = EnumSet.noneOf(VisibilityPlace.class);
      Set<VisibilityPlace> untold = EnumSet.noneOf(VisibilityPlace.class);
      questions(seeker.id().value(), sought.id().value(), group)
          .forEach(
              (place, question) -> {
                WebInterfaceClient.PageAnswer told = ask(pages, question);
                if (isSeen(place, told, sought.id())) {
                  seen.add(place);
                } else if (!told.isNo()) {
                  untold.add(place);
                }
              });
      return new CustomerView(seen, untold);
    } finally {
      pages.signOut();
    }
  }

  /** A picture bears no name; there is none of whom the server does not know. */
  private static boolean isSeen(
      VisibilityPlace place, WebInterfaceClient.PageAnswer told, UserId sought) {
    return place == VisibilityPlace.PUBLIC_PICTURE
        ? told.status() == FOUND
        : told.names(sought.value());
  }

  private WebInterfaceClient of(CustomerLogin customer) {
    return WebInterfaceClient.of(
        server, CloudCredentials.basic(customer.id().value(), customer.password()), AGENT);
  }

  /** Of a session that has begun: anybody gets one, and only the session's own counts. */
  private void takeRequestToken(WebInterfaceClient pages) {
    ask(pages, get(ocs("cloud/user")));
    pages.takeRequestToken(PURPOSE);
  }

  /** Who never was there has no status to be seen. Of one request a server keeps no session. */
  private void appear(CustomerLogin sought) {
    HttpUrl url = ocs("apps/user_status/api/v1/user_status/status").build();
    FormBody online = new FormBody.Builder().add("statusType", "online").build();
    ask(of(sought), new Question("PUT", url, Optional.of(online)));
  }

  /** Who is not let in sees nothing, and that is no finding. */
  private WebInterfaceClient.PageAnswer ask(WebInterfaceClient pages, Question question) {
    WebInterfaceClient.PageAnswer told =
        pages.ask(PURPOSE, question.method(), question.url(), question.body());
    if (told.isSignedOut()) {
      throw new CloudException(
          CloudErrorKind.UNAUTHORIZED,
          server.failed(PURPOSE, Sentence.of("cloud.answered", told.status())));
    }
    return told;
  }

  private Map<VisibilityPlace, Question> questions(
      String seeker, String sought, Optional<String> group) {
    Map<VisibilityPlace, Question> all = new LinkedHashMap<>();
    all.put(
        VisibilityPlace.SHARING,
        get(
            ocs("apps/files_sharing/api/v1/sharees")
                .addQueryParameter("itemType", "file")
                .addQueryParameter("shareType[]", "0")
                .addQueryParameter("search", sought)));
    if (!nextcloud) {
      all.put(
          VisibilityPlace.ADDRESS_BOOK,
          get(dav("addressbooks/system/system/system/Database:" + sought + ".vcf")));
      all.put(VisibilityPlace.PICTURE, get(picture(sought)));
      return all;
    }
    all.put(
        VisibilityPlace.COMPLETION,
        get(
            ocs("core/autocomplete/get")
                .addQueryParameter("itemType", "call")
                .addQueryParameter("itemId", "new")
                .addQueryParameter("shareTypes[]", "0")
                .addQueryParameter("search", sought)));
    all.put(
        VisibilityPlace.CONTACTS_MENU,
        new Question(
            "POST",
            base("index.php/contactsmenu/contacts").build(),
            Optional.of(new FormBody.Builder().add("filter", sought).build())));
    all.put(VisibilityPlace.HOVER_CARD, get(ocs("hovercard/v1/" + sought)));
    all.put(
        VisibilityPlace.ADDRESS_BOOK,
        get(
            dav(
                "addressbooks/users/"
                    + seeker
                    + "/z-server-generated--system/Database:"
                    + sought
                    + ".vcf")));
    all.put(VisibilityPlace.PRINCIPALS, principals(sought));
    all.put(
        VisibilityPlace.NAMED_PRINCIPAL,
        new Question("PROPFIND", dav("principals/users/" + sought + "/").build(), xml(NAME)));
    group.ifPresent(
        name ->
            all.put(
                VisibilityPlace.GROUP_MEMBERS,
                get(ocs("cloud/groups").addPathSegment(name).addPathSegment("users"))));
    all.put(
        VisibilityPlace.CIRCLES, get(ocs("apps/circles/search").addQueryParameter("term", sought)));
    all.put(VisibilityPlace.PROFILE, get(ocs("profile/" + sought)));
    all.put(VisibilityPlace.PUBLIC_PICTURE, get(picture(sought)));
    all.put(VisibilityPlace.STATUS, get(ocs("apps/user_status/api/v1/statuses/" + sought)));
    return all;
  }

  private Question principals(String sought) {
    String search =
        "<?xml version=\"1.0\"?><d:principal-property-search xmlns:d=\"DAV:\" test=\"anyof\">"
            + "<d:property-search><d:prop><d:displayname/></d:prop><d:match>"
            + sought
            + "</d:match></d:property-search><d:prop><d:displayname/></d:prop>"
            + "</d:principal-property-search>";
    return new Question("REPORT", dav("principals/users/").build(), xml(search));
  }

  private static Optional<RequestBody> xml(String text) {
    return Optional.of(RequestBody.create(text, MediaType.get("application/xml; charset=utf-8")));
  }

  private static Question get(HttpUrl.Builder url) {
    return new Question("GET", url.build(), Optional.empty());
  }

  private HttpUrl.Builder picture(String login) {
    return base("index.php/avatar/" + login + "/64");
  }

  private HttpUrl.Builder ocs(String path) {
    return base("ocs/v1.php/" + path).addQueryParameter("format", "json");
  }

  private HttpUrl.Builder dav(String path) {
    return base("remote.php/dav/" + path);
  }

  private HttpUrl.Builder base(String path) {
    return server.base().newBuilder().addPathSegments(path);
  }
}
