package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Spaces into which members come by the team's group, whose name is the team's mark. */
abstract class GroupBasedTeamSpaces implements TeamSpaces {

  static final int MISSING = 404;

  /** Characters; each of them may take four bytes of the 250 that a file's name has. */
  private static final int LONGEST_NAME = 60;

  private static final int NO_SUCH_GROUP = 101;

  /** So many are named of those who must not be there. */
  private static final int MOST_NAMED = 5;

  /** They come from outside the house, so that "no", and "who are you", are final. */
  private static final Set<CloudErrorKind> FINAL =
      Set.of(CloudErrorKind.UNAUTHORIZED, CloudErrorKind.FORBIDDEN);

  final CloudEndpoint server;
  final OcsClient client;
  final Cloud users;

  GroupBasedTeamSpaces(CloudEndpoint server, OcsClient client, Cloud users) {
    this.server = server;
    this.client = client;
    this.users = users;
  }

  /** An empty name covers all that members have, and others have a place of their own. */
  static void requireName(String group) {
    if (group.isBlank() || !group.equals(shown(group)) || AdminGroupNameMatcher.isNamedBy(group)) {
      throw new IllegalArgumentException("no name of a team's group: '" + group + "'");
    }
  }

  /** What is no path, hides nothing, and any system takes; empty where nothing is left of it. */
  static String shown(String name) {
    String plain =
        PrintableText.line(name)
            .replaceAll("[/\\\\:*?\"<>|]+", " ")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("\\s+", " ");
    StringBuilder shown = new StringBuilder();
    plain.codePoints().limit(LONGEST_NAME).forEach(shown::appendCodePoint);
    return shown.toString().replaceAll("^[. ]+|[. ]+$", "");
  }

  final void requireLimit(Quota pool) {
    if (pool.bytes().isEmpty()) {
      throw new CloudException(
          CloudErrorKind.QUOTA_REFUSED,
          server.failed(
              Sentence.of("purpose.team_folders"), Sentence.of("cloud.pool_needs_limit")));
    }
  }

  static void requireDoubt(CloudException failure) {
    if (FINAL.contains(failure.kind())) {
      throw failure;
    }
  }

  @Override
  public final Set<UserId> members(TeamSpace space) {
    return insiders(space.mark()).orElse(Set.of());
  }

  /** All who are in the group, our own account left out; empty where there is no such group. */
  final Optional<Set<UserId>> insiders(String group) {
    OcsAnswer answer =
        client.send(get(Sentence.of("purpose.members", group), "groups", group).answeredByNobody());
    if (!answer.isOk()) {
      return Optional.empty();
    }
    Set<UserId> members = new TreeSet<>();
    OcsAnswer.asTexts(answer.fields().get("users")).forEach(id -> members.add(new UserId(id)));
    members.remove(new UserId(server.credentials().login()));
    return Optional.of(members);
  }

  @Override
  public final Optional<String> group(TeamSpace space) {
    return Optional.of(space.mark());
  }

  @Override
  public final void admit(TeamSpace space, UserId member) {
    users.joinGroup(member, space.mark());
  }

  @Override
  public final void dismiss(TeamSpace space, UserId member) {
    users.leaveGroup(member, space.mark());
  }

  /**
   * Whoever administers a group of Nextcloud can take any account into it, and then sets its
   * password; ownCloud lets him touch nobody else. Recorded of all versions from 28 to 34.
   */
  @Override
  public final Optional<Sentence> objectionToManagers(Set<UserId> team) {
    if (!users.product().equals(UserIdRule.NEXTCLOUD)) {
      return Optional.empty();
    }
    Set<UserId> known = new TreeSet<>(team);
    known.addAll(insiders(AdminGroupNameMatcher.NAME).orElse(Set.of()));
    known.add(new UserId(server.credentials().login()));
    OcsAnswer all = client.send(get(Sentence.of("purpose.all_users"), "users"));
    List<String> others =
        OcsAnswer.asTexts(all.fields().get("users")).stream()
            .filter(id -> !TeamKey.isMark(id) && !known.contains(new UserId(id)))
            .limit(MOST_NAMED)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentence.of("cloud.managers_take_over", others));
  }

  @Override
  public final Set<UserId> managers(TeamSpace space) {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.managers", space.mark()), "groups", space.mark(), "subadmins")
                .answeredBy(NO_SUCH_GROUP));
    Set<UserId> managers = new TreeSet<>();
    OcsAnswer.asTexts(answer.data()).forEach(id -> managers.add(new UserId(id)));
    managers.remove(new UserId(server.credentials().login()));
    return managers;
  }

  @Override
  public final void appoint(TeamSpace space, UserId manager) {
    client.send(
        post(
                Sentence.of("change.appoint", manager, space.mark()),
                "users",
                manager.value(),
                "subadmins")
            .with("groupid", space.mark()));
  }

  /** 101, 102: is none, or is not there. */
  @Override
  public final void depose(TeamSpace space, UserId manager) {
    client.send(
        OcsRequest.delete(
                Sentence.of("change.depose", manager, space.mark()),
                "users",
                manager.value(),
                "subadmins")
            .answeredBy(101, 102)
            .asking("groupid", space.mark())
            .with("groupid", space.mark()));
  }

  @Override
  public final void deleteRest(TeamKey team) {
    requireName(team.mark());
    deleteGroup(team.mark());
  }

  /** 101: there is none. */
  final void deleteGroup(String group) {
    client.send(
        OcsRequest.delete(Sentence.of("change.delete_group", group), "groups", group)
            .answeredBy(101));
  }
}
