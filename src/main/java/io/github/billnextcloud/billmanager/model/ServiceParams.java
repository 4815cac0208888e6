package io.github.billnextcloud.billmanager.model;

import io.github.billnextcloud.secret.Secret;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The params that a service has saved: {@code username}, {@code userpassword}, {@code url}. */
public record ServiceParams(Map<String, String> plain, Map<String, Secret> crypted) {

  /** ISPsystem's module left passwords among the plain params: they are secrets all the same. */
  public ServiceParams {
    Map<String, String> open = new LinkedHashMap<>(plain);
    Map<String, Secret> hidden = new LinkedHashMap<>();
    for (Map.Entry<String, String> param : plain.entrySet()) {
      if (param.getKey().contains("password")) {
        hidden.put(param.getKey(), new Secret(param.getValue()));
      }
    }
    open.keySet().removeAll(hidden.keySet());
    hidden.putAll(crypted);
    plain = Collections.unmodifiableMap(open);
    crypted = Collections.unmodifiableMap(hidden);
  }

  public static final String USERNAME = "username";
  public static final String PASSWORD = "userpassword";
  public static final String URL = "url";

  /** By which the cloud knows the user however called, where customers can rename themselves. */
  public static final String CLOUD_USER_ID = "cloud_user_id";

  /** Of an order whose password we have not generated: what its user's mark is made of. */
  public static final String MARK_SECRET = "mark_secret";

  /** The address for programs that speak WebDAV. */
  public static final String WEBDAV = "webdav_url";

  /** Opens Nextcloud's phone app with address and login filled in. */
  public static final String PHONE = "phone_link";

  /** The wish, and the cloud, where the customer's password did not open it: not tried again. */
  public static final String UNPROVEN_WISH = "unproven_wish";

  /** What a suspension has changed, so that it can be undone. */
  public static final String BEFORE_SUSPENSION = "before_suspension";

  /** What an order was confirmed or stopped without, separated by commas: still to be done. */
  public static final String UNFINISHED = "unfinished";

  /** What that says of an account that the customer's directory is to bring, and has not yet. */
  public static final String AWAITED = "first_sign_in";

  /** The language that the cloud was told, where it shows another because it forces one. */
  public static final String TOLD_LANGUAGE = "told_language";

  /** The day from which on the user of a closed service is deleted. */
  public static final String DELETE_AFTER = "delete_after";

  /** When the user of the closed service was deleted, and what was stored: a day and bytes. */
  public static final String DELETION = "deletion";

  /** The same of the space of a team: day, bytes, id and mark. */
  public static final String TEAM_DELETION = "team_deletion";

  /** What became of members whom the team has no more: login, outcome and day. */
  public static final String MEMBER_ENDS = "member_ends";

  /** What a customer may show of that: when the cloud was asked again, and what it said. */
  public static final String CERTIFICATE = "deletion_certificate";

  /** Names whose users we have deleted, separated by commas: never to be used again. */
  public static final String DELETED_LOGINS = "deleted_logins";

  /** The sentence by which the customer is told that the space runs out. */
  public static final String NOTICE = "quota_notice";

  /** What the customer stores of what was bought, and on which day that was counted. */
  public static final String SPACE_USED = "space_used";

  /** Anything that the customer writes here asks for a letter with a way in. */
  public static final String SEND_LETTER = "send_letter";

  /** What became of that. */
  public static final String LETTER_REPORT = "letter_report";

  /** Where the customer orders more space. */
  public static final String ORDER_LINK = "order_link";

  /** For which threshold, and in which month, the customer was told. */
  public static final String NOTICED = "quota_notice_state";

  /** The sentence by which the customer is told that nobody uses the account. */
  public static final String UNUSED = "inactivity_notice";

  /** On which day that was. */
  public static final String UNUSED_TOLD = "inactivity_told";

  public static final String LAST_LOGIN = "last_login";

  /** The customer's own list of a team: an address a line. */
  public static final String MEMBERS = "members";

  /** What was done about that list, for the customer. */
  public static final String MEMBERS_REPORT = "members_report";

  /** Passwords of members where the cloud writes to nobody: login and password a line. */
  public static final String MEMBER_PASSWORDS = "member_passwords";

  /** The mark by which the cloud knows the service's team: on record before anything is made. */
  public static final String TEAM = "team";

  /** The id that the cloud has given the team's space. */
  public static final String TEAM_SPACE = "team_space";

  /** Who is a member, by which login, and what is due. */
  public static final String TEAM_MEMBERS = "team_members";

  /** What the marks of members are made of. */
  public static final String TEAM_SECRET = "team_secret";

  /** Members who were disabled already when the team was suspended. */
  public static final String TEAM_BEFORE_SUSPENSION = "team_before_suspension";

  /** What every opened service has saved. */
  public static Set<String> alwaysSaved() {
    return Set.of(USERNAME, PASSWORD, URL);
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(plain.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What {@link #UNFINISHED} lists. */
  public Set<String> unfinished() {
    return find(UNFINISHED).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.toSet());
  }

  /** When this service's user was deleted; empty when it was not, or nobody wrote it down. */
  public Optional<RecordedDeletion> deletion() {
    return find(DELETION).flatMap(RecordedDeletion::parse);
  }

  /** The same of the space of the service's team. */
  public Optional<RecordedSpaceDeletion> spaceDeletion() {
    return find(TEAM_DELETION).flatMap(RecordedSpaceDeletion::parse);
  }

  public Optional<Secret> findSecret(String name) {
    return Optional.ofNullable(crypted.get(name)).filter(secret -> !secret.isBlank());
  }
}
