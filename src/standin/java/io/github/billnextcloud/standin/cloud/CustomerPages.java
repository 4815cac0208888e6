package io.github.billnextcloud.standin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where one user looks for others: in the search of whom to share with, completed names, contacts,
 * cards, address books, groups, teams, profiles, and who is online. Who is shown was recorded with
 * each setting, on Nextcloud 28, 31 and 34 and on ownCloud 10.
 */
final class CustomerPages {
  private static final String SHAREES = "apps/files_sharing/api/v1/sharees";
  private static final String HOVER_CARD = "hovercard/v1/";
  private static final String PROFILE = "profile/";
  private static final String STATUS = "apps/user_status/api/v1/user_status/status";
  private static final String STATUSES = "apps/user_status/api/v1/statuses";
  private static final String CONTACTS = "POST index.php/contactsmenu/contacts";
  private static final Pattern CARD =
      Pattern.compile(
          "GET remote\\.php/dav/addressbooks/(?:system/system/system|users/[^/]+"
              + "/z-server-generated--system)/Database:(.+)\\.vcf");

  /**
   * ownCloud tells a name where there is no picture, and an empty one of nobody; Nextcloud draws
   * one for everybody, signed in or not, of whom there is.
   */
  private static final Pattern PICTURE = Pattern.compile("GET index\\.php/avatar/([^/]+)/\\d+");

  /** Whatever is set, to whoever has signed in. */
  private static final Pattern PRINCIPAL =
      Pattern.compile("PROPFIND remote\\.php/dav/principals/users/([^/]+)/");

  private static final String PRINCIPALS = "REPORT remote.php/dav/principals/users/";

  private final State state;
  private final Flavour flavour;
  private final AppConfig settings;

  CustomerPages(State state) {
    this.state = state;
    this.flavour = state.flavour;
    this.settings = state.settings;
  }

  /** Of what is no OCS: "GET remote.php/dav/…". */
  boolean knows(String page) {
    return CARD.matcher(page).matches()
        || PICTURE.matcher(page).matches()
        || flavour.nextcloud() && PRINCIPAL.matcher(page).matches()
        || flavour.nextcloud() && (page.equals(CONTACTS) || page.equals(PRINCIPALS));
  }

  Answer answer(String page, Call call, Caller caller) {
    Matcher picture = PICTURE.matcher(page);
    if (picture.matches() && flavour.nextcloud()) {
      return state.account(picture.group(1)) != null
          ? Answer.raw(200, "image/png", "\u0089PNG")
          : Answer.raw(404, Answer.JSON, "[]");
    }
    if (caller.isNobody()) {
      return Answer.raw(401, Answer.APPLICATION_XML, "");
    }
    if (page.equals(CONTACTS)) {
      return contacts(call, caller);
    }
    if (page.equals(PRINCIPALS)) {
      return principals(call, caller);
    }
    Matcher principal = PRINCIPAL.matcher(page);
    if (principal.matches()) {
      return principal(state.account(principal.group(1)));
    }
    if (picture.matches()) {
      Account shown = state.account(picture.group(1));
      String name = shown == null ? "" : shown.displayName();
      return Answer.raw(200, Answer.JSON, Json.of(Map.of("data", Map.of("displayname", name))));
    }
    Matcher card = CARD.matcher(page);
    Account account = card.matches() ? state.account(card.group(1)) : null;
    return account != null && isInAddressBook(caller.account(), account)
        ? Answer.raw(
            200,
            "text/vcard; charset=utf-8",
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + account.id() + "\r\nEND:VCARD\r\n")
        : Answer.raw(
            404,
            Answer.APPLICATION_XML,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<d:error xmlns:d=\"DAV:\"/>\n");
  }

  /** Null when it is asked for something else. */
  Answer ofApi(String path, Call call, Caller caller) {
    if (!knowsApi(path)) {
      return null;
    }
    if (caller.isNobody()) {
      return Answer.no(997, "Current user is not logged in");
    }
    if (path.equals(SHAREES)) {
      return sharees(call, caller);
    }
    return flavour.nextcloud() ? ofNextcloud(path, call, caller) : null;
  }

  private boolean knowsApi(String path) {
    return path.equals(SHAREES)
        || flavour.nextcloud()
            && (path.equals("core/autocomplete/get")
                || path.startsWith(HOVER_CARD)
                || path.startsWith(PROFILE)
                || path.equals("apps/circles/search")
                || path.equals(STATUS)
                || path.startsWith(STATUSES));
  }

  private Answer ofNextcloud(String path, Call call, Caller caller) {
    Account self = caller.account();
    if (path.equals("core/autocomplete/get")) {
      return Answer.ok(
          found(call.fieldOrEmpty("search"))
              .filter(it -> isFound(self, it))
              .map(it -> Map.of("id", it.id(), "label", it.displayName(), "source", "users"))
              .toList());
    }
    if (path.startsWith(HOVER_CARD)) {
      Account other = state.account(path.substring(HOVER_CARD.length()));
      return other != null && isFound(self, other) && menuIsShown()
          ? Answer.ok(Map.of("userId", other.id(), "displayName", other.displayName()))
          : Answer.no(404, "");
    }
    if (path.startsWith(PROFILE)) {
      return profile(state.account(path.substring(PROFILE.length())));
    }
    if (path.equals("apps/circles/search")) {
      return settings.is("circles/enabled", "no")
          ? Answer.no(Answer.Voice.CORE, 998, "Invalid query")
          : Answer.ok(found(call.fieldOrEmpty("term")).map(CustomerPages::member).toList());
    }
    if (path.equals(STATUS)) {
      state.online.add(self.id());
      return Answer.ok(Map.of("userId", self.id(), "status", "online"));
    }
    if (settings.is("user_status/enabled", "no")) {
      return Answer.no(Answer.Voice.CORE, 998, "Invalid query");
    }
    if (path.startsWith(STATUSES + "/")) {
      String login = path.substring(STATUSES.length() + 1);
      return state.online.contains(login)
          ? Answer.ok(Map.of("userId", login, "status", "online"))
          : Answer.no(404, "No status for the requested userId");
    }
    boolean closed = restricted() || !enumerates();
    return Answer.ok(
        state.online.stream()
            .filter(it -> !closed && !it.equals(self.id()))
            .map(it -> Map.of("userId", it, "status", "online"))
            .toList());
  }

  private static Map<String, Object> member(Account account) {
    return Map.of("userId", account.id(), "userType", 1, "displayName", account.displayName());
  }

  private Answer profile(Account account) {
    if (flavour != Flavour.NEXTCLOUD_34) {
      return Answer.raw(405, Answer.JSON, "");
    }
    return account != null && !settings.is("settings/profile_enabled_by_default", "0")
        ? Answer.ok(Map.of("userId", account.id(), "displayname", account.displayName()))
        : Answer.no(404, "");
  }

  private Answer contacts(Call call, Caller caller) {
    if (SessionPages.isForged(flavour, call)) {
      return Answer.raw(412, Answer.JSON, "{\"message\":\"CSRF check failed\"}");
    }
    List<Map<String, Object>> contacts =
        found(call.fieldOrEmpty("filter"))
            .filter(it -> isFound(caller.account(), it) && menuIsShown())
            .map(it -> Map.<String, Object>of("id", it.id(), "fullName", it.displayName()))
            .toList();
    return Answer.raw(
        200, Answer.JSON, Json.of(Map.of("contacts", contacts, "contactsAppEnabled", false)));
  }

  private static Answer principal(Account account) {
    return account == null
        ? Answer.raw(404, Answer.APPLICATION_XML, "<d:error xmlns:d=\"DAV:\"/>\n")
        : Answer.raw(
            207,
            Answer.APPLICATION_XML,
            "<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>"
                + "/remote.php/dav/principals/users/"
                + account.id()
                + "/</d:href></d:response></d:multistatus>\n");
  }

  private Answer principals(Call call, Caller caller) {
    if (!"0".equals(call.header("Depth"))) {
      return Answer.raw(
          400, Answer.APPLICATION_XML, "<d:error xmlns:d=\"DAV:\">Depth must be 0</d:error>");
    }
    StringBuilder body = new StringBuilder("<?xml version=\"1.0\"?>\n<d:multistatus>");
    state.accounts().stream()
        .filter(it -> call.text().contains("<d:match>" + it.id() + "<"))
        .filter(it -> enumerates() && (!restricted() || !common(caller.account(), it).isEmpty()))
        .forEach(
            it ->
                body.append("<d:response><d:href>/remote.php/dav/principals/users/")
                    .append(it.id())
                    .append("/</d:href></d:response>"));
    return Answer.raw(207, Answer.APPLICATION_XML, body + "</d:multistatus>\n");
  }

  private Answer sharees(Call call, Caller caller) {
    String list = "core/shareapi_only_share_with_group_members_exclude_group_list";
    if (flavour.nextcloud() && settings.has(list) && settings.get(list).isEmpty()) {
      return Answer.serverError();
    }
    List<Object> none = List.of();
    List<Map<String, Object>> exact =
        found(call.fieldOrEmpty("search"))
            .filter(it -> isFound(caller.account(), it))
            .map(CustomerPages::sharee)
            .toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("exact", Map.of("users", exact, "groups", none, "remotes", none));
    data.put("users", none);
    data.put("groups", none);
    data.put("remotes", none);
    return Answer.ok(data);
  }

  private static Map<String, Object> sharee(Account account) {
    Map<String, Object> value = Map.of("shareType", 0, "shareWith", account.id(), "userType", 0);
    return Map.of("label", account.displayName(), "value", value);
  }

  /** By the whole name or address: parts of them were not needed yet. */
  private Stream<Account> found(String search) {
    return state.accounts().stream()
        .filter(it -> search.equalsIgnoreCase(it.id()) || search.equalsIgnoreCase(it.email()));
  }

  private boolean isFound(Account self, Account other) {
    if (!flavour.nextcloud()) {
      return !settings.is(OwncloudSettings.ONLY_GROUPS, "yes")
          || self.isAdmin()
          || !common(self, other).isEmpty();
    }
    boolean known = !settings.is("core/shareapi_only_share_with_group_members", "yes");
    boolean full =
        enumerates() || !settings.is("core/shareapi_restrict_user_enumeration_full_match", "no");
    return full && (known || !apart(common(self, other)).isEmpty());
  }

  private boolean isInAddressBook(Account self, Account other) {
    if (!flavour.nextcloud()) {
      return true;
    }
    return bookIsExposed() && enumerates() && (!restricted() || !common(self, other).isEmpty());
  }

  private boolean bookIsExposed() {
    return !settings.is("dav/system_addressbook_exposed", "0")
        && !settings.is("dav/system_addressbook_exposed", "no");
  }

  /** 34's contacts menu and card at a name show whom the address book does. */
  private boolean menuIsShown() {
    return flavour != Flavour.NEXTCLOUD_34 || bookIsExposed();
  }

  private boolean enumerates() {
    return !settings.is("core/shareapi_allow_share_dialog_user_enumeration", "no");
  }

  private boolean restricted() {
    return settings.is("core/shareapi_restrict_user_enumeration_to_group", "yes");
  }

  private static Set<String> common(Account self, Account other) {
    Set<String> common = new TreeSet<>(self.groups());
    common.retainAll(other.groups());
    return common;
  }

  /** Nextcloud 28 keeps the list of groups that do not count, and passes it over. */
  private Set<String> apart(Set<String> common) {
    JsonNode excluded =
        flavour == Flavour.NEXTCLOUD_28
            ? null
            : JsonForm.tree(
                settings.get("core/shareapi_only_share_with_group_members_exclude_group_list"));
    if (excluded != null) {
      excluded.forEach(group -> common.remove(group.asText()));
    }
    return common;
  }
}
