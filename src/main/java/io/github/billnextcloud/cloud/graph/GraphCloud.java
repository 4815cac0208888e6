package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.delete;
import static io.github.billnextcloud.cloud.graph.GraphRequest.get;
import static io.github.billnextcloud.cloud.graph.GraphRequest.patch;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.OrphanedFiles;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.graph.FirstSignIn.SignedIn;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ownCloud Infinite Scale and OpenCloud by LibreGraph. A user is looked for, changed and deleted by
 * the id that the server gave, since customers can rename themselves there, even to another's id.
 */
public final class GraphCloud implements Cloud {

  private static final Logger LOG = LoggerFactory.getLogger(GraphCloud.class);

  /** So many are looked at one by one rather than by the lists of everybody. */
  private static final int FEW = 5;

  private final CloudEndpoint server;
  private final GraphClient client;
  private final FirstSignIn signIn;
  private final GraphAccessCheck access;
  private final DriveQuotaWriter quotas;
  private final String product;

  /**
   * @param product by its own name, as {@link UserIdRule} has it
   * @param patience how long answers may take
   */
  public GraphCloud(CloudEndpoint server, String product, Timeouts patience) {
    this.server = server;
    this.product = product;
    this.client = new GraphClient(server, patience);
    this.signIn = new FirstSignIn(client);
    this.quotas = new DriveQuotaWriter(client, product);
    this.access = new GraphAccessCheck(server, product, patience, client);
  }

  @Override
  public Optional<CloudUser> findUser(UserId id) {
    return look(id).map(new GraphBulkUserReader(client)::single);
  }

  /**
   * By the stable id where it is known, else by the name. The route takes either, so what comes
   * back is compared: another user may be called by this id.
   */
  private Optional<GraphUserParser> look(UserId id) {
    return id.stableId().map(stable -> byStableId(id, stable)).orElseGet(() -> byName(id));
  }

  private Optional<GraphUserParser> byName(UserId id) {
    return shown(id, id.value(), client.send(lookFor(id, id.value())))
        .filter(user -> user.id().equals(id));
  }

  /** Somebody may call himself by it: then the route fails, and whose it is has kept his name. */
  private Optional<GraphUserParser> byStableId(UserId id, String stable) {
    GraphAnswer answer = client.send(lookFor(id, stable).unclearToo());
    if (answer.status() == 404 && !answer.saysMissing()) {
      Optional<GraphUserParser> named = byName(id).filter(user -> user.stableId().equals(stable));
      if (named.isPresent()) {
        return named;
      }
      new SpoofedUserIdCheck(client).requireNobodyHas(stable, Sentence.of("purpose.look_for", id));
      return shown(id, stable, client.send(lookFor(id, stable)));
    }
    return shown(id, stable, answer).filter(user -> user.stableId().equals(stable));
  }

  /**
   * Whoever has what was asked for as name or as id; an answer about anybody else does not say that
   * nobody is there.
   */
  private Optional<GraphUserParser> shown(UserId id, String asked, GraphAnswer answer) {
    if (!answer.isOk()) {
      return Optional.empty();
    }
    GraphUserParser user = new GraphUserParser(answer.fields());
    if (!user.isWhole() || !user.answersTo(asked)) {
      throw client.notUnderstood(Sentence.of("purpose.look_for", id));
    }
    return Optional.of(user);
  }

  private static GraphRequest lookFor(UserId id, String nameOrStable) {
    return get(Sentence.of("purpose.look_for", id), "users", nameOrStable)
        .asking("$expand", "drive,memberOf,appRoleAssignments")
        .answeredBy(404);
  }

  private GraphUserParser require(UserId id, Sentence purpose) {
    return look(id)
        .orElseThrow(
            () ->
                client.failure(CloudErrorKind.USER_MISSING, purpose, Sentence.of("cloud.no_user")));
  }

  /** The id by which everything is addressed. */
  private String stable(UserId id, Sentence purpose) {
    return id.stableId().orElseGet(() -> require(id, purpose).stableId());
  }

  /**
   * Infinite Scale 7 shows it whom it finds by a part of the name, and not whom it is asked for.
   */
  @Override
  public CloudUser withEmail(CloudUser user) {
    if (user.profile().isEmailTold()) {
      return user;
    }
    List<CloudUser> told = new ArrayList<>();
    client.list(
        get(Sentence.of("purpose.look_for", user.id()), "users")
            .asking("$search", '"' + user.id().value() + '"'),
        "value",
        found -> {
          GraphUserParser one = new GraphUserParser(found);
          if (one.id().key().equals(user.id().key())) {
            told.add(user.withEmail(one.email()));
          }
        });
    return told.isEmpty() ? user : told.get(0);
  }

  @Override
  public boolean isFree(UserId id) {
    return !client.send(lookFor(id, id.value())).isOk();
  }

  /**
   * Neither quota nor language is taken by the create: the first needs the drive that the user's
   * first sign-in makes, the other only the user may set. Where passwords do not let in, both are
   * left to whoever looks at what was made.
   */
  @Override
  public Optional<CloudUser> createUser(NewUser user) {
    Sentence purpose = Sentence.of("purpose.create", user.id());
    new UserIdRule(product)
        .complaint(user.id())
        .ifPresent(
            complaint -> {
              throw client.failure(CloudErrorKind.NAME_REFUSED, purpose, complaint);
            });
    if (user.password().isBlank()) {
      throw client.failure(
          CloudErrorKind.PASSWORD_REFUSED, purpose, Sentence.of("cloud.mails_nobody", product));
    }
    requireGroups(user, purpose);
    GraphUserParser made = new GraphUserParser(make(user, purpose).fields());
    UserId id = made.id();
    if (!made.isWhole() || !id.equals(user.id())) {
      throw client.notUnderstood(purpose);
    }
    try {
      finish(id, user);
    } catch (CloudException unfinished) {
      if (provesNothing(id, user.password())) {
        takeBack(id, unfinished);
      }
      throw unfinished;
    }
    return Optional.empty();
  }

  /** Before anything is made: who has no group is not to be there. */
  private void requireGroups(NewUser user, Sentence purpose) {
    for (String group : user.groups()) {
      if (group(group, purpose).isEmpty()) {
        throw client.failure(
            CloudErrorKind.GROUP_MISSING, purpose, Sentence.of("cloud.no_group", group));
      }
    }
  }

  /** Where only tokens let anybody in, nobody could ever tell again whose the user is. */
  private boolean provesNothing(UserId id, Secret password) {
    try {
      return !signsIn(id, password);
    } catch (CloudException unclear) {
      return false;
    }
  }

  /** This very call has made the user, and knows the id. */
  private void takeBack(UserId id, CloudException why) {
    try {
      if (look(id).filter(user -> user.id().equals(id)).isPresent()) {
        new UserDeletion(client, this::look).run(id, true);
      }
    } catch (CloudException left) {
      why.addSuppressed(left);
    }
  }

  private void finish(UserId id, NewUser user) {
    Optional<SignedIn> in = signIn.anyhow(id, user.password());
    if (in.isPresent()) {
      if (user.quota().bytes().isPresent() || user.quota().isUnlimited()) {
        quotas.set(
            in.get().drive(), user.quota(), Sentence.of("change.quota_of", id, user.quota()));
      }
      user.profile().language().ifPresent(it -> speak(in.get(), id, it));
    }
    user.groups().forEach(group -> joinGroup(id, group));
  }

  @Override
  public boolean signInFirst(UserId id, Secret password, Optional<String> language) {
    GraphUserParser user = require(id, Sentence.of("purpose.sign_in_as", id));
    Optional<SignedIn> in;
    if (!user.driveId().isEmpty()) {
      in = signIn.byPassword(user.id(), password);
    } else {
      if (user.user().isDisabled()) {
        enableUser(user.id());
      }
      in = signIn.anyhow(user.id(), password);
    }
    if (in.isPresent() && language.isPresent()) {
      speak(in.get(), user.id(), language.get());
    }
    return user.driveId().isEmpty();
  }

  /** One bad field refuses the whole: an address that is not taken must not cost the account. */
  private GraphAnswer make(NewUser user, Sentence purpose) {
    Optional<String> mail = user.profile().email();
    if (mail.isPresent()) {
      GraphAnswer made = client.send(create(user, mail, purpose).answeredBy(400));
      if (made.isOk()) {
        return made;
      }
      if (made.code().isEmpty()) {
        // Of something before the service, which has looked at no address.
        throw client.notUnderstood(purpose);
      }
    }
    return client.send(create(user, Optional.empty(), purpose));
  }

  private static GraphRequest create(NewUser user, Optional<String> mail, Sentence purpose) {
    JsonObjectBuilder password = new JsonObjectBuilder().with("password", user.password().reveal());
    JsonObjectBuilder fields =
        new JsonObjectBuilder()
            .with("onPremisesSamAccountName", user.id().value())
            .with("displayName", user.profile().displayName().orElse(user.id().value()))
            .with("passwordProfile", password);
    // An empty one would be refused.
    mail.ifPresent(it -> fields.with("mail", it));
    return post(purpose, "users").once().refusedBy(409, CloudErrorKind.USER_EXISTS).with(fields);
  }

  /** As the user, who alone may; a courtesy. */
  private void speak(SignedIn in, UserId id, String language) {
    try {
      client.send(
          patch(Sentence.of("change.language_of", id, language), "me")
              .as(in.authorization())
              .with(new JsonObjectBuilder().with("preferredLanguage", language)));
    } catch (CloudException refused) {
      LOG.info("left to the user: {}", refused.getMessage());
    }
  }

  @Override
  public void setQuota(UserId id, Quota quota) {
    Sentence purpose = Sentence.of("change.quota_of", id, quota);
    GraphUserParser user = require(id, purpose);
    quotas.total(quota, purpose);
    String drive = user.driveId().isEmpty() ? newDrive(user.id(), purpose) : user.driveId();
    quotas.set(drive, quota, purpose);
  }

  /** Of somebody who never signed in, unless the storage is away, which looks the same. */
  private String newDrive(UserId id, Sentence purpose) {
    client.requireStorage(purpose);
    return signIn
        .byImpersonation(id)
        .map(SignedIn::drive)
        .orElseThrow(
            () ->
                client.failure(
                    CloudErrorKind.QUOTA_PENDING, purpose, Sentence.of("cloud.no_drive_yet", id)));
  }

  @Override
  public void setEmail(UserId id, String email) {
    edit(id, Sentence.of("change.email_of", id), new JsonObjectBuilder().with("mail", email));
  }

  @Override
  public void setDisplayName(UserId id, String displayName) {
    edit(
        id,
        Sentence.of("change.name_of", id),
        new JsonObjectBuilder().with("displayName", displayName));
  }

  /** Only the user may; a plan never asks, since no look shows one. */
  @Override
  public void setLanguage(UserId id, String language) {
    throw client.failure(
        CloudErrorKind.REFUSED,
        Sentence.of("change.language_of", id, language),
        Sentence.of("cloud.language_is_the_users"));
  }

  /** There is no policy, and an empty one is passed over in silence. */
  @Override
  public void setPassword(UserId id, Secret password) {
    Sentence purpose = Sentence.of("change.password_of", id);
    if (password.isBlank()) {
      throw client.failure(
          CloudErrorKind.PASSWORD_REFUSED, purpose, Sentence.of("cloud.mails_nobody", product));
    }
    JsonObjectBuilder profile = new JsonObjectBuilder().with("password", password.reveal());
    edit(id, purpose, new JsonObjectBuilder().with("passwordProfile", profile));
  }

  /** By the name where somebody calls himself by the id, which leads to nobody then. */
  private GraphAnswer edit(UserId id, Sentence purpose, JsonObjectBuilder change) {
    GraphAnswer answer =
        client.send(
            patch(purpose, "users", stable(id, purpose)).answeredBy(404).unclearToo().with(change));
    if (answer.isOk()) {
      return answer;
    }
    UserId there = require(id, purpose).id();
    return client.send(
        patch(purpose, "users", there.value())
            .refusedBy(404, CloudErrorKind.USER_MISSING)
            .with(change));
  }

  /** 404 is about the group or about the user, in the same words. */
  @Override
  public void joinGroup(UserId id, String group) {
    Sentence purpose = Sentence.of("change.join", id, group);
    String member = GraphRequest.memberAddress(server, stable(id, purpose));
    GraphAnswer answer =
        client.send(
            post(purpose, "groups", group, "members", "$ref")
                .answeredBy(404)
                .with(new JsonObjectBuilder().with("@odata.id", member)));
    if (!answer.isOk()) {
      boolean there = group(group, purpose).isPresent();
      throw client.failure(
          there ? CloudErrorKind.USER_MISSING : CloudErrorKind.GROUP_MISSING,
          purpose,
          there ? Sentence.of("cloud.no_user") : Sentence.of("cloud.no_group", group));
    }
  }

  /** The id of a group; empty when there is none. */
  private Optional<String> group(String name, Sentence purpose) {
    GraphAnswer answer = client.send(get(purpose, "groups", name).answeredBy(404));
    if (answer.isOk() && answer.text("id").isEmpty()) {
      throw client.notUnderstood(purpose);
    }
    return answer.isOk() ? Optional.of(answer.text("id")) : Optional.empty();
  }

  /** Only the group's id leads there: its name is answered as if the user were no member. */
  @Override
  public void leaveGroup(UserId id, String group) {
    Sentence purpose = Sentence.of("change.leave", id, group);
    Optional<String> there = group(group, purpose);
    if (there.isPresent()) {
      String member = stable(id, purpose);
      client.send(
          delete(purpose, "groups", there.get(), "members", member, "$ref").answeredBy(404));
    }
  }

  @Override
  public void enableUser(UserId id) {
    setEnabled(id, true, Sentence.of("change.enable", id));
  }

  @Override
  public void disableUser(UserId id) {
    setEnabled(id, false, Sentence.of("change.disable", id));
  }

  private void setEnabled(UserId id, boolean enabled, Sentence purpose) {
    GraphAnswer answer = edit(id, purpose, new JsonObjectBuilder().with("accountEnabled", enabled));
    if (!Boolean.valueOf(enabled).equals(answer.fields().get("accountEnabled"))) {
      throw client.failure(CloudErrorKind.NOT_KEPT, purpose, Sentence.of("cloud.not_switched"));
    }
  }

  @Override
  public void deleteUser(UserId id) {
    new UserDeletion(client, this::look).run(id, true);
  }

  @Override
  public void deleteSoftly(UserId id) {
    new UserDeletion(client, this::look).run(id, false);
  }

  @Override
  public List<OrphanedFiles> leftFiles() {
    return leftDrives().all();
  }

  @Override
  public void deleteLeftFiles(UserId id) {
    leftDrives().purgeOf(id);
  }

  private OrphanedDrives leftDrives() {
    return new OrphanedDrives(client, id -> look(id).isPresent());
  }

  @Override
  public Optional<TeamSpaces> teamSpaces() {
    ProjectDriveLookup drives = new ProjectDriveLookup(client);
    SpaceMembers people = new SpaceMembers(client, drives, this::look);
    return Optional.of(new ProjectSpaces(client, quotas, drives, people));
  }

  @Override
  public void sendWelcome(UserId id) {
    throw mailsNobody(Sentence.of("change.welcome", id));
  }

  @Override
  public void sendPasswordLink(UserId id) {
    throw mailsNobody(Sentence.of("change.password_link", id));
  }

  private CloudException mailsNobody(Sentence purpose) {
    return client.failure(
        CloudErrorKind.REFUSED, purpose, Sentence.of("cloud.mails_nobody", product));
  }

  /**
   * Wrong is also what a right password is while the directory is away, so a "no" counts only when
   * our own account is let in at that moment.
   */
  @Override
  public boolean signsIn(UserId id, Secret password) {
    if (password.isBlank()) {
      return false;
    }
    try {
      GraphAnswer answer =
          client.send(
              get(Sentence.of("purpose.sign_in_as", id), "me")
                  .as(CloudCredentials.basic(id.value(), password))
                  .once());
      GraphUserParser who = new GraphUserParser(answer.fields());
      return who.id().equals(id) && id.stableId().map(who.stableId()::equals).orElse(true);
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
      knock();
      return false;
    }
  }

  /** Customers can change whatever is shown of them. */
  @Override
  public boolean isMarked(UserId id, Secret mark) {
    return false;
  }

  @Override
  public void readUsers(Collection<UserId> wanted, Consumer<CloudUser> reader) {
    if (wanted.size() > FEW) {
      new GraphBulkUserReader(client).read(wanted, reader);
      return;
    }
    GraphBulkUserReader list = new GraphBulkUserReader(client);
    wanted.forEach(id -> look(id).map(user -> list.single(user).named(id)).ifPresent(reader));
  }

  @Override
  public void readAllUsers(Consumer<CloudUser> reader) {
    new GraphBulkUserReader(client).readAll(reader);
  }

  @Override
  public Set<String> groups() {
    Set<String> names = new TreeSet<>();
    client.list(
        get(Sentence.of("purpose.groups"), "groups"),
        "value",
        group -> names.add(GraphAnswer.text(group.get("displayName"))));
    return names;
  }

  @Override
  public void makeGroup(String group) {
    client.send(
        post(Sentence.of("change.make_group", group), "groups")
            .answeredBy(409)
            .with(new JsonObjectBuilder().with("displayName", group)));
  }

  @Override
  public void knock() {
    client.send(get(Sentence.of("purpose.sign_in"), "me"));
  }

  /** Infinite Scale 5 tells it as what remains to somebody without a limit. */
  @Override
  public OptionalLong freeSpace() {
    Map<String, Object> own =
        client.send(get(Sentence.of("purpose.free_space"), "me", "drive").answeredBy(404)).fields();
    OptionalLong remaining = GraphUserParser.number(own, "remaining");
    boolean told =
        GraphUserParser.quota(own).isUnlimited()
            && remaining.isPresent()
            && remaining.getAsLong() != Long.MAX_VALUE;
    return told ? remaining : OptionalLong.empty();
  }

  @Override
  public String product() {
    return product;
  }

  @Override
  public boolean writesToNewUsers() {
    return false;
  }

  @Override
  public NewUserEmailRules newUserRules() {
    return access.newUserRules();
  }

  @Override
  public VerifiedAccess checkAccess() {
    return access.check();
  }
}
