package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.ServiceImport;
import io.github.billnextcloud.billmanager.ServiceImport.ImportedAccount;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.RecordedAccountIndex;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.team.MemberWish;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what many share already under billing: a team folder with its group, or a project space,
 * and everybody in it. The cloud is only read; whom the service could not hold is told before.
 */
final class TeamImport {

  private static final Logger LOG = LoggerFactory.getLogger(TeamImport.class);

  /** What the name of a group that is a team's may be made of; it is deleted with the team. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N} ._@-]{0,58}[\\p{L}\\p{N}_])?");

  private final Invocation asked;
  private final ServiceImport services;
  private final Cloud cloud;
  private final TeamSpaces spaces;
  private final StaffAccounts staff;
  private final ImportReport story;
  private final List<Sentence> refusals = new ArrayList<>();

  TeamImport(
      Invocation asked,
      ServiceImport services,
      Cloud cloud,
      StaffAccounts staff,
      ImportReport story) {
    this.asked = asked;
    this.services = services;
    this.cloud = cloud;
    this.spaces =
        cloud
            .teamSpaces()
            .orElseThrow(
                () ->
                    new ProvisioningException(
                        Reason.BAD_TARIFF, Sentence.of("product.no_team_spaces")));
    this.staff = staff;
    this.story = story;
  }

  /**
   * @param wanted the id of the space, or by what it is known: its group, its description
   */
  TextResult run(String wanted, String productType) {
    UserId owner =
        new UserId(
            asked
                .option("--login")
                .orElseThrow(() -> new InvalidInputException(Sentence.of("request.team_owner"))));
    Service sold =
        asked
            .option("--tariff")
            .flatMap(name -> services.preview(productType, name))
            .filter(service -> TariffSettings.of(service).sellsTeams())
            .orElseThrow(() -> new InvalidInputException(Sentence.of("request.team_tariff")));
    TeamEntitlement terms = TeamEntitlement.of(sold, LocalDate.now());
    Optional<TeamSpace> space = space(wanted);
    if (space.isEmpty()) {
      return refused();
    }
    TeamKey key = key(space.get());
    requireManageable(space.get(), key);
    Map<UserId, CloudUser> users = inside(space.get());
    Optional<CloudUser> head = Optional.ofNullable(users.remove(owner));
    if (head.isEmpty()) {
      refusals.add(Sentence.of("import.owner_outside", owner, space.get().id()));
    }
    leaveOut(head, users);
    TeamRoster roster = roster(users);
    requireRoom(space.get(), terms);
    if (!refusals.isEmpty()) {
      return refused();
    }
    tell(space.get(), owner, roster);
    warn(space.get(), terms, roster);
    if (!asked.isOn("--apply")) {
      story.tell(Sentence.of("import.would_team", roster.members().size() + 1));
      return new TextResult(story.text(), 0);
    }
    return take(
        productType,
        asked.option("--tariff").orElseThrow(),
        key,
        head.orElseThrow(),
        users,
        roster);
  }

  private Optional<TeamSpace> space(String wanted) {
    List<TeamSpace> all = new ArrayList<>();
    spaces.readAll(mark -> false, all::add);
    List<TeamSpace> meant =
        all.stream().filter(it -> it.id().equals(wanted) || it.mark().equals(wanted)).toList();
    if (meant.size() == 1) {
      return Optional.of(meant.get(0));
    }
    refusals.add(
        Sentence.of(
            meant.isEmpty() ? "import.no_space" : "import.several_spaces",
            wanted,
            (meant.isEmpty() ? all : meant)
                .stream().map(it -> it.id() + " (" + it.mark() + ")").toList()));
    return Optional.empty();
  }

  /** A description may be anything, and is made ours by the first look at the team. */
  private TeamKey key(TeamSpace space) {
    boolean hasGroup = cloud.product().equals(UserIdRule.NEXTCLOUD);
    String mark = hasGroup ? space.mark() : TeamEntitlement.newMark(0, SpaceKind.SPACE);
    return new TeamKey(mark, Optional.of(space.id()), mark);
  }

  private void requireManageable(TeamSpace space, TeamKey key) {
    if (services.saved(ServiceParams.TEAM_SPACE).contains(space.id())
        || services.saved(ServiceParams.TEAM).contains(space.mark())) {
      refusals.add(Sentence.of("import.space_billed", space.id()));
    }
    List<TeamSpace> shared = new ArrayList<>();
    spaces.readAll(
        key.mark()::equals,
        it -> {
          if (it.mark().equals(key.mark())) {
            shared.add(it);
          }
        });
    if (shared.size() > 1
        || AdminGroupNameMatcher.isNamedBy(key.mark())
        || !PLAIN.matcher(key.mark()).matches()
        || key.mark().contains("..")
        || key.kind() != SpaceKind.SPACE) {
      refusals.add(Sentence.of("import.space_group", space.id(), key.mark()));
    } else if (spaces.find(key).isEmpty()) {
      refusals.add(Sentence.of("import.no_space", space.id(), ""));
    }
  }

  private Map<UserId, CloudUser> inside(TeamSpace space) {
    Set<UserId> inside = spaces.members(space);
    Map<UserId, CloudUser> users = new LinkedHashMap<>();
    cloud.readUsers(
        inside,
        user -> {
          if (inside.contains(user.id())) {
            users.put(user.id(), cloud.withEmail(user));
          }
        });
    return users;
  }

  /** Whom no service may have: as with single accounts, and they come in as before. */
  private void leaveOut(Optional<CloudUser> owner, Map<UserId, CloudUser> users) {
    RecordedAccountIndex recorded = new RecordedAccountIndex(services.recorded());
    owner.flatMap(user -> reason(user, recorded)).ifPresent(why -> refusals.add(why));
    users
        .values()
        .removeIf(
            user -> {
              Optional<Sentence> why = reason(user, recorded);
              why.ifPresent(story::tell);
              return why.isPresent();
            });
  }

  private Optional<Sentence> reason(CloudUser user, RecordedAccountIndex recorded) {
    UserId id = user.id();
    Optional<Sentence> ours = staff.reason(user);
    if (ours.isPresent()) {
      return Optional.of(Sentence.of("import.staff", id, ours.get()));
    }
    if (!user.isShown()) {
      return Optional.of(Sentence.of("import.unshown", id));
    }
    return recorded.has(id) ? Optional.of(Sentence.of("import.billed", id)) : Optional.empty();
  }

  /** Members are listed by their addresses: each needs one of its own. */
  private TeamRoster roster(Map<UserId, CloudUser> users) {
    List<TeamMember> members = new ArrayList<>();
    Set<String> addresses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (CloudUser user : users.values()) {
      String email = user.profile().email().orElse("");
      boolean listed = MemberWish.parse(email).wishes().size() == 1;
      if (!listed || !addresses.add(email) || user.id().value().matches(".*[\\s;].*")) {
        refusals.add(Sentence.of("import.member_unlisted", user.id()));
      } else {
        members.add(TeamMember.known(user.id(), email));
      }
    }
    return new TeamRoster(members);
  }

  private void tell(TeamSpace space, UserId owner, TeamRoster roster) {
    story.tell(Sentence.of("import.space", space.id(), space.quota(), owner));
    roster.members().forEach(it -> story.tell(Sentence.of("import.member", it.id(), it.email())));
  }

  /** With a pool below what is stored nobody could write from the next count on. */
  private void requireRoom(TeamSpace space, TeamEntitlement terms) {
    long used = space.used().orElse(0);
    if (terms.pool().isLessThan(used)) {
      Sentence why =
          Sentence.of("import.pool_below_use", terms.pool(), space.id(), terms.pool().apart(used));
      if (terms.shrinks()) {
        story.tell(why);
      } else {
        refusals.add(why);
      }
    }
  }

  /** What changes with the next count, and nobody loses anything by. */
  private void warn(TeamSpace space, TeamEntitlement terms, TeamRoster roster) {
    boolean shrinks = space.quota().bytes().isEmpty() || isLess(terms.pool(), space.quota());
    if (shrinks && !terms.pool().isLessThan(space.used().orElse(0))) {
      story.tell(Sentence.of("import.pool_shrinks", space.id(), space.quota(), terms.pool()));
    }
    int members = roster.members().size();
    if (members > terms.room()) {
      story.tell(Sentence.of("import.above_seats", members + 1, terms.room() + 1));
    }
  }

  private static boolean isLess(Quota pool, Quota other) {
    return pool.isLessThan(other.bytes().orElse(0));
  }

  private TextResult refused() {
    refusals.forEach(story::tell);
    story.tell(Sentence.of("import.team_refused"));
    return new TextResult(story.text(), 1);
  }

  private TextResult take(
      String productType,
      String tariff,
      TeamKey key,
      CloudUser owner,
      Map<UserId, CloudUser> users,
      TeamRoster roster) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put(ServiceParams.TEAM, key.mark());
    params.put(ServiceParams.TEAM_SPACE, key.spaceId().orElseThrow());
    params.put(ServiceParams.TEAM_MEMBERS, roster.text());
    params.put(
        ServiceParams.MEMBERS,
        users.values().stream().map(TeamImport::listed).collect(Collectors.joining("\n")));
    params.values().removeIf(String::isEmpty);
    UserId id = owner.id();
    try {
      long service =
          services.take(
              productType,
              Optional.of(tariff),
              new ImportedAccount(id.value(), id.stableId(), owner.isEnabled()),
              params);
      LOG.info("imported: the space {} is of service {}", key.spaceId().orElseThrow(), service);
      story.tell(Sentence.of("import.service", id, service));
      return new TextResult(story.text(), 0);
    } catch (BillingException no) {
      LOG.error("not imported: the space {}: {}", key.spaceId().orElseThrow(), no.getMessage());
      refusals.add(Sentence.of("import.failed", id, no));
      return refused();
    }
  }

  /** As the customer would have typed it. */
  private static String listed(CloudUser user) {
    String email = user.profile().email().orElse("");
    return user.profile()
        .displayName()
        .filter(name -> !name.contains("@") && !name.matches(".*[\\r\\n;].*"))
        .map(name -> name + " <" + email + ">")
        .orElse(email);
  }
}
