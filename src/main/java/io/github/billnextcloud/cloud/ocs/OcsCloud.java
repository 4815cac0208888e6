package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.delete;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.put;

import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserBackendName;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.UserUsage;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.cloud.http.Tls;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Nextcloud and ownCloud 10 by their OCS provisioning API, route by route.
 *
 * <p>The codes of each route are those recorded from real servers; where both products share a
 * route, the codes of both are listed.
 */
public final class OcsCloud implements Cloud {

  private static final int NEXTCLOUD_MISSING = 404;
  private static final int NOT_FOUND = 998;
  private static final int UNKNOWN_ROUTE = 999;
  private static final int NOT_ALLOWED = 997;

  /** A look that is no older is the last one before a deletion. */
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private final CloudEndpoint server;
  private final OcsClient client;

  /** Who was there at the last look; null when nobody was. */
  private volatile @Nullable SeenUser seen;

  /** It is asked for with each member of a team, and no server becomes another meanwhile. */
  private volatile @Nullable String product;

  /** Of whom it was asked last; null when they may be others by now. */
  private volatile @Nullable GroupsRead memberships;

  /** Null until it was asked what there is for teams. */
  private volatile @Nullable TeamSpaces teamSpaces;

  private record GroupsRead(UserId id, Set<String> groups) {}

  private record SeenUser(UserId id, OcsUserParser data, long at) {

    boolean isJustNow() {
      return System.nanoTime() - at < JUST_NOW.toNanos();
    }
  }

  public OcsCloud(CloudEndpoint server, Timeouts patience) {
    this(server, new OcsClient(server, patience));
  }

  /** With a session that exists: a second would make the server check our password again. */
  public OcsCloud(CloudEndpoint server, OcsClient client) {
    this.server = server;
    this.client = client;
  }

  /**
   * Sets up TLS beside the caller, who knows no cloud yet. Touches no log: there may be none yet.
   */
  public static void getReady() {
    Thread thread = new Thread(Tls::warmUp, "tls");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Optional<CloudUser> findUser(UserId id) {
    return exactly(id)
        .map(data -> data.user(id, data.knowsGroups() ? data.groups() : memberships(id)));
  }

  /** ownCloud is asked for them apart: once, as long as nobody was made to join or to leave. */
  private Set<String> memberships(UserId id) {
    GroupsRead last = memberships;
    if (last == null || !last.id().equals(id)) {
      last = new GroupsRead(id, groupsOf(id));
      memberships = last;
    }
    return last.groups();
  }

  @Override
  public CloudUser withEmail(CloudUser user) {
    return user;
  }

  @Override
  public boolean isFree(UserId id) {
    OcsAnswer answer = lookFor(id);
    boolean leadsToNobody = data(id, answer).isEmpty();
    return leadsToNobody && !(id.value().contains("@") && isAddress(id, answer.code()));
  }

  private boolean isAddress(UserId id, int code) {
    EmailLoginLookup owners = new EmailLoginLookup(client);
    return code == NOT_FOUND ? owners.isOnOwnCloud(id) : owners.isOnNextcloud(id);
  }

  /** Recent Nextcloud takes an e-mail address for the id of whoever has it, on every route. */
  private Optional<OcsUserParser> exactly(UserId id) {
    seen = null;
    Optional<OcsUserParser> found = data(id, lookFor(id)).filter(data -> data.id(id).equals(id));
    seen = found.map(user -> new SeenUser(id, user, System.nanoTime())).orElse(null);
    return found;
  }

  /** The same without another look, where the last one was at this user and a moment ago. */
  private Optional<OcsUserParser> justNow(UserId id) {
    SeenUser last = seen;
    return last != null && last.id().equals(id) && last.isJustNow()
        ? Optional.of(last.data())
        : exactly(id);
  }

  private OcsAnswer lookFor(UserId id) {
    return client.send(
        get(Sentence.of("purpose.look_for", id), "users", id.value())
            .orInXml()
            .answeredBy(NEXTCLOUD_MISSING, NOT_FOUND));
  }

  private Optional<OcsUserParser> data(UserId id, OcsAnswer answer) {
    if (answer.isOk()) {
      return Optional.of(new OcsUserParser(answer.fields()));
    }
    boolean tells = !answer.message().isEmpty() && !answer.message().startsWith("Invalid query");
    if (answer.code() == NOT_FOUND && !tells) {
      throw hidden(id, answer);
    }
    return Optional.empty();
  }

  /**
   * 998 is ownCloud's word for a missing user, with a sentence. Without one it is Nextcloud's
   * answer to those who may not see the user, even if there is one; and "Invalid query" is what a
   * server says whose provisioning API is switched off.
   */
  private CloudException hidden(UserId id, OcsAnswer answer) {
    boolean hides = answer.message().isEmpty();
    Sentence reason = Sentence.of(hides ? "cloud.users_hidden" : "cloud.provisioning_off");
    return new CloudException(
        hides ? CloudErrorKind.FORBIDDEN : CloudErrorKind.WRONG_ADDRESS,
        server.failed(Sentence.of("purpose.look_for", id), reason));
  }

  private Set<String> groupsOf(UserId id) {
    OcsAnswer answer =
        client.send(get(Sentence.of("purpose.groups_of", id), "users", id.value(), "groups"));
    return new TreeSet<>(OcsAnswer.asTexts(answer.fields().get("groups")));
  }

  /** Nextcloud takes everything at once; ownCloud overlooks all but id, password and groups. */
  @Override
  public Optional<CloudUser> createUser(NewUser user) {
    memberships = null;
    user.groups().forEach(OcsCloud::requireForCustomers);
    UserProfile profile = user.profile();
    OcsRequest request =
        post(Sentence.of("purpose.create", user.id()), "users")
            .once()
            .refusedBy(101, CloudErrorKind.NAME_REFUSED)
            .refusedBy(102, CloudErrorKind.USER_EXISTS)
            // Nextcloud 28 and 29 say so of a bad value, too, after they stored the user.
            .refusedAsInvalidBy(102, CloudErrorKind.REFUSED)
            .refusedBy(104, CloudErrorKind.GROUP_MISSING)
            .refusedBy(107, CloudErrorKind.PASSWORD_REFUSED)
            .refusedBy(108, CloudErrorKind.PASSWORD_REFUSED)
            .refusedBy(110, CloudErrorKind.EMAIL_DEMANDED)
            .with("userid", user.id().value());
    if (!user.password().isBlank()) {
      request.with("password", user.password().reveal());
    }
    request.with("quota", user.quota().toWire());
    user.groups().forEach(group -> request.with("groups[]", group));
    profile.email().ifPresent(it -> request.with("email", it));
    profile.displayName().ifPresent(it -> request.with("displayName", it));
    profile.language().ifPresent(it -> request.with("language", it));
    // Taken as it is, shown to administrators, and customers cannot change it; ownCloud passes it
    // over.
    if (!user.mark().isBlank()) {
      request.with("manager", user.mark().reveal());
    }
    return made(user, client.send(request).fields().get("id"));
  }

  /**
   * Nextcloud names whom it has made, and takes all; ownCloud names nobody, and passes over all but
   * the groups. Whoever is named otherwise than asked is nobody to go on with.
   */
  private static Optional<CloudUser> made(NewUser user, @Nullable Object id) {
    if (id == null) {
      return Optional.of(enabled(user, Quota.UNSET, UserProfile.UNKNOWN.withoutLanguage()));
    }
    return user.id().value().equals(id)
        ? Optional.of(enabled(user, user.quota(), user.profile()))
        : Optional.empty();
  }

  private static CloudUser enabled(NewUser user, Quota quota, UserProfile profile) {
    return new CloudUser(user.id(), true, quota, profile, user.groups(), UserUsage.UNKNOWN);
  }

  @Override
  public void setQuota(UserId id, Quota quota) {
    client.send(
        edit(id, "quota", quota.toWire(), Sentence.of("change.quota_of", id, quota))
            .refusedBy(101, CloudErrorKind.QUOTA_REFUSED)
            .refusedBy(102, CloudErrorKind.QUOTA_REFUSED)
            .refusedBy(103, CloudErrorKind.QUOTA_REFUSED));
  }

  @Override
  public void setEmail(UserId id, String email) {
    client.send(edit(id, "email", email, Sentence.of("change.email_of", id)));
  }

  @Override
  public void setDisplayName(UserId id, String displayName) {
    client.send(edit(id, "displayname", displayName, Sentence.of("change.name_of", id)));
  }

  @Override
  public void setLanguage(UserId id, String language) {
    client.send(edit(id, "language", language, Sentence.of("change.language_of", id, language)));
  }

  /**
   * A policy's "no" is 107, on older Nextcloud 103, and 102 to one that is too long, on ownCloud
   * 403, which recent Nextcloud says to app passwords: then it is about ours, and speaks of
   * confirmation.
   */
  @Override
  public void setPassword(UserId id, Secret password) {
    OcsRequest request =
        edit(id, "password", password.reveal(), Sentence.of("change.password_of", id))
            .refusedBy(101, CloudErrorKind.PASSWORD_REFUSED)
            .refusedBy(102, CloudErrorKind.PASSWORD_REFUSED)
            .refusedBy(103, CloudErrorKind.PASSWORD_REFUSED)
            .refusedBy(107, CloudErrorKind.PASSWORD_REFUSED);
    try {
      client.send(request);
    } catch (CloudException refused) {
      boolean policy = refused.getMessage().contains("403 'Password ");
      if (!policy || refused.getMessage().contains("confirmation")) {
        throw refused;
      }
      throw new CloudException(CloudErrorKind.PASSWORD_REFUSED, refused.sentence());
    }
  }

  /**
   * ownCloud answers 997 to an edit it does not offer and for a missing user too, without a word;
   * wrong credentials are "Unauthorised".
   */
  private static OcsRequest edit(UserId id, String key, String value, Sentence purpose) {
    return put(purpose, "users", id.value())
        .refusedBy(NOT_FOUND, CloudErrorKind.USER_MISSING)
        .refusedSilentlyBy(NOT_ALLOWED, CloudErrorKind.REFUSED)
        .with("key", key)
        .with("value", value);
  }

  @Override
  public void joinGroup(UserId id, String group) {
    memberships = null;
    requireForCustomers(group);
    client.send(
        post(Sentence.of("change.join", id, group), "users", id.value(), "groups")
            .refusedBy(102, CloudErrorKind.GROUP_MISSING)
            .refusedBy(103, CloudErrorKind.USER_MISSING)
            .with("groupid", group));
  }

  /** Wherever the name came from: this is the last place that it passes. */
  private static void requireForCustomers(String group) {
    if (AdminGroupNameMatcher.isNamedBy(group)) {
      throw new CloudException(
          CloudErrorKind.GROUP_FORBIDDEN, Sentence.of("cloud.makes_administrators", group));
    }
  }

  /**
   * A group that is gone (102) has been left. It is named in the address, too: not every proxy lets
   * the body of a DELETE pass.
   */
  @Override
  public void leaveGroup(UserId id, String group) {
    memberships = null;
    client.send(
        delete(Sentence.of("change.leave", id, group), "users", id.value(), "groups")
            .answeredBy(102)
            .refusedBy(103, CloudErrorKind.USER_MISSING)
            .asking("groupid", group)
            .with("groupid", group));
  }

  @Override
  public void enableUser(UserId id) {
    client.send(
        put(Sentence.of("change.enable", id), "users", id.value(), "enable")
            .refusedBy(101, CloudErrorKind.USER_MISSING));
  }

  @Override
  public void disableUser(UserId id) {
    client.send(
        put(Sentence.of("change.disable", id), "users", id.value(), "disable")
            .refusedBy(101, CloudErrorKind.USER_MISSING));
  }

  /**
   * The codes of a missing user (998, ownCloud 101) are also those of one's own account, and of a
   * twin that deletes at this moment; and a deletion goes on when we stop waiting. So only a look
   * tells.
   */
  @Override
  public void deleteUser(UserId id) {
    memberships = null;
    if (justNow(id).isEmpty()) {
      return;
    }
    seen = null;
    OcsRequest request = delete(Sentence.of("purpose.delete", id), "users", id.value()).once();
    try {
      client.send(request);
    } catch (CloudException unclear) {
      if (unclear.kind() == CloudErrorKind.UNAUTHORIZED
          || unclear.kind() == CloudErrorKind.FORBIDDEN) {
        throw unclear;
      }
      if (exactly(id).isPresent()) {
        throw unclear;
      }
    }
  }

  @Override
  public void sendWelcome(UserId id) {
    client.send(
        post(Sentence.of("change.welcome", id), "users", id.value(), "welcome")
            .once()
            .refusedBy(NOT_FOUND, CloudErrorKind.USER_MISSING)
            .refusedBy(NOT_ALLOWED, CloudErrorKind.REFUSED));
  }

  @Override
  public Optional<UserBackendName> backendOf(UserId id) {
    return exactly(id).flatMap(OcsUserParser::backend);
  }

  @Override
  public void sendPasswordLink(UserId id) {
    new PasswordLinkMailer(server).send(id);
  }

  /** Servers take an e-mail address for a login, too: the answer names who was let in. */
  @Override
  public boolean signsIn(UserId id, Secret password) {
    try {
      OcsAnswer answer =
          client.send(
              get(Sentence.of("purpose.sign_in_as", id), "user")
                  .as(CloudCredentials.basic(id.value(), password))
                  .orInXml()
                  .once());
      return id.equals(new UserId(String.valueOf(answer.fields().get("id"))));
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.UNAUTHORIZED) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public boolean isMarked(UserId id, Secret mark) {
    return justNow(id).filter(data -> data.isMarked(mark)).isPresent();
  }

  @Override
  public void readUsers(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    new UserPager(client, new ParallelUserFetcher(client), wanted, reader).read();
  }

  @Override
  public void readUsersWithGroups(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    ParallelUserFetcher round = new ParallelUserFetcher(client, this::groupsOf);
    new UserPager(client, round, wanted, reader).read();
  }

  @Override
  public void readAllUsers(Consumer<CloudUser> reader) {
    ParallelUserFetcher round = new ParallelUserFetcher(client, this::groupsOf);
    if (!new UserPager(client, round, Set.of(), reader).readAll()) {
      OcsAnswer answer = client.send(get(Sentence.of("purpose.all_users"), "users"));
      List<UserId> ids =
          OcsAnswer.asTexts(answer.fields().get("users")).stream().map(UserId::new).toList();
      round.read(ids, reader);
    }
  }

  @Override
  public Set<String> groups() {
    OcsAnswer answer = client.send(get(Sentence.of("purpose.groups"), "groups"));
    return new TreeSet<>(OcsAnswer.asTexts(answer.fields().get("groups")));
  }

  @Override
  public void makeGroup(String group) {
    client.send(
        post(Sentence.of("change.make_group", group), "groups")
            .answeredBy(102)
            .with("groupid", group));
  }

  @Override
  public boolean removeEmptyGroup(String group) {
    requireForCustomers(group);
    OcsAnswer members =
        client.send(
            get(Sentence.of("purpose.members_of", group), "groups", group)
                .answeredBy(NEXTCLOUD_MISSING, NOT_FOUND));
    if (!members.isOk() || !OcsAnswer.asTexts(members.fields().get("users")).isEmpty()) {
      return false;
    }
    client.send(delete(Sentence.of("change.remove_group", group), "groups", group).answeredBy(101));
    return true;
  }

  @Override
  public void knock() {
    client.send(get(Sentence.of("purpose.sign_in"), "user"));
  }

  @Override
  public Optional<TeamSpaces> teamSpaces() {
    TeamSpaces known = teamSpaces;
    if (known == null) {
      known = findTeamSpaces();
      teamSpaces = known;
    }
    return Optional.of(known);
  }

  /** A page that is no answer may be another product's: only the look at its status tells. */
  private TeamSpaces findTeamSpaces() {
    try {
      return CompositeTeamSpaces.of(server, client, this);
    } catch (CloudException page) {
      throw page.kind() == CloudErrorKind.NOT_UNDERSTOOD
          ? new NoOcsServerException(page.kind(), page.sentence())
          : page;
    }
  }

  /** Told by an app that every Nextcloud has and an administrator may switch off. */
  @Override
  public OptionalLong freeSpace() {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.free_space"), "info")
                .of("apps/serverinfo/api/v1")
                .asking("skipApps", "true")
                .asking("skipUpdate", "true")
                .answeredBy(NOT_FOUND, UNKNOWN_ROUTE, NEXTCLOUD_MISSING));
    Object system = OcsAnswer.asMap(answer.fields().get("nextcloud")).get("system");
    return OcsUserParser.number(OcsAnswer.asMap(system).get("freespace"));
  }

  @Override
  public String product() {
    String known = product;
    if (known == null) {
      known = new AdminAccessCheck(server, client).productOfOcs().split(" ", 2)[0];
      product = known;
    }
    return known;
  }

  @Override
  public boolean writesToNewUsers() {
    return true;
  }

  @Override
  public NewUserEmailRules newUserRules() {
    return new AdminAccessCheck(server, client).newUserRules();
  }

  @Override
  public VerifiedAccess checkAccess() {
    new EachCredentialCheck(server).check();
    return new AdminAccessCheck(server, client).check();
  }
}
