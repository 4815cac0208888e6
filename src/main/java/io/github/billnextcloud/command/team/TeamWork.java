package io.github.billnextcloud.command.team;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.DeletedLogins;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.PreSuspensionState;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.ClosePolicy;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.provisioning.team.MemberWish;
import io.github.billnextcloud.provisioning.team.MemberWish.Wishes;
import io.github.billnextcloud.provisioning.team.MembersReport;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import io.github.billnextcloud.provisioning.team.TeamRoster.RosterChange;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The team of a service: its space, and the members whom the customer has listed. What is to be
 * done is on record first, so that any run that was stopped is ended by the next; what the service
 * has not recorded is never touched.
 */
public final class TeamWork {

  private static final Logger LOG = LoggerFactory.getLogger(TeamWork.class);

  /** Nobody was disabled before: the param itself says that the suspension has begun. */
  private static final String NOBODY = "-";

  /** Between logins; no login on record has one, and a directory's may have commas. */
  private static final String SEPARATOR = ";";

  /** What the cloud says to one member it need not say to the next. */
  private static final Set<CloudErrorKind> OF_ONE =
      Set.of(
          CloudErrorKind.REFUSED,
          CloudErrorKind.NAME_REFUSED,
          CloudErrorKind.PASSWORD_REFUSED,
          CloudErrorKind.EMAIL_DEMANDED,
          CloudErrorKind.USER_EXISTS,
          CloudErrorKind.USER_MISSING);

  private static final int LOGGED_EVERY = 25;

  /**
   * So many members are made between two records of it. Who was made since the last one is known
   * again by the proof of whoever is on record as to be made.
   */
  private static final int SAVED_EVERY = 10;

  private final Billing billing;
  private final Service service;
  private final Provisioner provisioner;
  private final TerminalProgress progress;
  private final DeletedLogins deleted;
  private final TeamSpaceProvisioner teamSpace;
  private TeamRoster roster;

  /** As the service has it on record by now. */
  private String saved;

  /** What the customer reads by now. */
  private String told;

  /**
   * @param service with its secrets, where members may have to be made
   */
  public TeamWork(
      Billing billing,
      Service service,
      Provisioner provisioner,
      TerminalProgress progress,
      DeletedLogins deleted) {
    this.billing = billing;
    this.service = service;
    this.provisioner = provisioner;
    this.progress = progress;
    this.deleted = deleted;
    this.teamSpace = new TeamSpaceProvisioner(billing, service, provisioner);
    this.saved = param(ServiceParams.TEAM_MEMBERS).orElse("");
    this.told = param(ServiceParams.MEMBERS_REPORT).orElse("");
    this.roster = TeamRoster.parse(saved);
  }

  public static TeamWork of(CommandContext event, Service service) {
    return new TeamWork(
        event.billing(), service, event.provisioner(), event.progress(), event.deletedLogins());
  }

  /** Read with its secrets, as few services have to be; empty of one that has no team. */
  public static Optional<TeamWork> find(CommandContext event, Service service) {
    return TeamEntitlement.concern(service)
        ? Optional.of(of(event, event.billing().service(ServiceReadScope.EVERYTHING)))
        : Optional.empty();
  }

  /** The day's look at a team that works; its owner must be the service's own. */
  public static void daily(Billing billing, Service service, Provisioner provisioner) {
    TeamWork team =
        new TeamWork(
            billing,
            service,
            provisioner,
            TerminalProgress.none(),
            new DeletedLogins(billing, service));
    if (TariffSettings.of(service).sellsTeams()) {
      provisioner.findOwn(Policy.owner(service)).ifPresent(owner -> team.resume(owner.id()));
    }
  }

  private Optional<String> param(String name) {
    return service.params().find(name);
  }

  /** Refuses a tariff that is not what a team can be sold by, here. */
  public void requireSpaces() {
    TeamEntitlement.of(service, LocalDate.now());
    teamSpace.requireUsable();
    requireManageable();
  }

  /** Where a technical account has to sign in for it, before anything else of the order is made. */
  public void makeSharedFolder() {
    teamSpace.makeSharedFolder();
  }

  /** Refuses a tariff by which the owner would have power over other customers. */
  private void requireManageable() {
    if (TariffSettings.of(service).ownerManages()) {
      Optional<Sentence> objection = teamSpace.spaces().objectionToManagers(people());
      if (objection.isPresent()) {
        throw new ProvisioningException(
            Reason.BAD_TARIFF, Sentence.of("product.owner_may_not_manage", objection.get()));
      }
    }
  }

  /** All accounts that are the team's, on record. */
  private Set<UserId> people() {
    Set<UserId> people = new TreeSet<>();
    roster.members().forEach(member -> people.add(member.id()));
    param(ServiceParams.USERNAME).ifPresent(owner -> people.add(new UserId(owner)));
    return people;
  }

  /**
   * A team at another address is for a person to find: its members' names prove nothing here. An
   * order that was never opened may have a space before it has an address.
   */
  private void requireHere() {
    boolean unclaimed = param(ServiceParams.URL).isEmpty() && !service.standing().opened();
    if (param(ServiceParams.TEAM).isPresent() && !service.isHere() && !unclaimed) {
      throw new ProvisioningException(
          Reason.COLLISION,
          Sentence.of("product.team_elsewhere", param(ServiceParams.URL).orElse("")));
    }
  }

  /**
   * Refuses a tariff that is too small for what the team stores, or for its members. What a hidden
   * space stores the cloud may not tell: then less is too little, and that is said.
   */
  public void requireRoom() {
    requireHere();
    Optional<TeamSpace> space = teamSpace.find();
    boolean sells = TariffSettings.of(service).sellsTeams();
    if (!sells) {
      if (!TariffSettings.of(service).allowsShrinking()) {
        space.ifPresent(TeamWork::requireEmpty);
      }
      return;
    }
    requireManageable();
    TeamEntitlement terms = TeamEntitlement.of(service, LocalDate.now());
    if (terms.shrinks()) {
      return;
    }
    space.ifPresent(it -> requireRoom(it, terms.pool()));
    long proven = staying().filter(TeamMember::isProven).count();
    if (proven > terms.room()) {
      throw belowUse(Sentence.of("product.seats_below_use", proven + 1, terms.room() + 1));
    }
  }

  /** Members who work and whom the customer has not taken out: that comes true with this order. */
  private Stream<TeamMember> staying() {
    Wishes wishes = wishes();
    return roster.members().stream()
        .filter(it -> it.isActive() && (wishes.isCut() || wishes.has(it)));
  }

  private Wishes wishes() {
    return MemberWish.parse(service.params().plain().getOrDefault(ServiceParams.MEMBERS, ""));
  }

  private static void requireEmpty(TeamSpace space) {
    OptionalLong used = space.used();
    if (used.isEmpty()) {
      throw belowUse(Sentence.of("product.team_files_untold"));
    }
    if (used.getAsLong() > 0) {
      throw belowUse(Sentence.of("product.team_has_files"));
    }
  }

  /** Whoever is above what was sold already may order all but less. */
  private static void requireRoom(TeamSpace space, Quota pool) {
    if (pool.isKeptAs(space.quota())) {
      return;
    }
    OptionalLong used = space.used();
    if (used.isEmpty() && pool.isLessThan(space.quota().bytes().orElse(0))) {
      throw belowUse(Sentence.of("product.pool_use_untold", pool));
    }
    if (pool.isLessThan(used.orElse(0))) {
      throw belowUse(Sentence.of("product.pool_below_use", pool, pool.apart(used.getAsLong())));
    }
  }

  private static ProvisioningException belowUse(Sentence why) {
    return new ProvisioningException(Reason.BELOW_USE, why);
  }

  /**
   * Brings space and members to what the service promises and the customer has listed.
   *
   * @param owner the service's own user, who is a member like all others
   * @param enables whether a member whom somebody else has disabled is let in, too
   */
  public void complete(UserId owner, boolean enables) {
    LocalDate today = LocalDate.now();
    TeamEntitlement terms = TeamEntitlement.of(service, today);
    TeamSpaces spaces = teamSpace.spaces();
    TeamSpace space = teamSpace.reach(terms);
    if (!space.id().isEmpty()) {
      ServiceParamWriter.saveFilesLink(billing, service, owner, Optional.of(space.id()));
    }
    Wishes wishes = wishes();
    RosterChange change =
        roster.follow(
            wishes, terms.room(), terms.over(), today, terms.closing(), service.id(), deleted::has);
    MembersReport report = new MembersReport(change, wishes, terms.seats());
    keep(change.roster());
    tellWarned();
    Set<UserId> inside = spaces.members(space);
    tellStrangers(space, inside, owner);
    admit(spaces, space, inside, owner);
    Set<UserId> held = held();
    MemberAccountProvisioner accounts =
        new MemberAccountProvisioner(billing, service, provisioner, deleted, spaces.group(space));
    accounts.prepare(roster);
    Map<UserId, CloudUser> there = observed();
    List<String> refused = new ArrayList<>();
    long done = 0;
    long toldAt = proven();
    for (TeamMember member : roster.members()) {
      tellProgress(done++);
      if (done % SAVED_EVERY == 0) {
        keep(roster);
      }
      if (proven() >= toldAt + LOGGED_EVERY) {
        toldAt = proven();
        tellCustomer(report.of(roster, refused, List.of()));
      }
      try {
        reach(
            spaces, space, inside, accounts, member, there, enables && !held.contains(member.id()));
      } catch (CloudException | ProvisioningException no) {
        if (no instanceof CloudException answer && !OF_ONE.contains(answer.kind())) {
          throw no;
        }
        LOG.warn("the member {} is left as it is: {}", member.id(), no.getMessage());
        refused.add(member.email());
      }
    }
    progress.end();
    deleteDue(accounts, today);
    keep(roster);
    provisioner.removeEmptyGroups(givenUp());
    List<String> deposed = manage(spaces, space, owner);
    tellCustomer(report.of(roster, refused, deposed));
  }

  /** Whoever looks into the panel while a large team is made sees how far it has come, too. */
  private void tellCustomer(Sentence report) {
    Language language = service.customer().language().map(Language::of).orElse(Language.EN);
    String text = report.in(language);
    if (!text.equals(told)) {
      billing.saveParam(ServiceParams.MEMBERS_REPORT, text);
      told = text;
    }
  }

  private long proven() {
    return roster.members().stream().filter(TeamMember::isProven).count();
  }

  /** Groups of this customer alone: members were in them still when the owner left. */
  private Set<String> givenUp() {
    Set<String> groups = new TreeSet<>(Policy.formerOwnGroups(service));
    PreSuspensionState.saved(service).ifPresent(it -> groups.addAll(it.remove()));
    return groups;
  }

  /**
   * Nobody manages members but the owner, where the tariff says so and it harms nobody: whoever
   * else does so is made by such a one, or by hand.
   *
   * @return those who do so no more
   */
  private List<String> manage(TeamSpaces spaces, TeamSpace space, UserId owner) {
    Set<UserId> managers = new TreeSet<>(spaces.managers(space));
    if (TariffSettings.of(service).ownerManages()) {
      Set<UserId> people = people();
      people.add(owner);
      Optional<Sentence> objection = spaces.objectionToManagers(people);
      if (objection.isPresent()) {
        LOG.warn("the owner is not to manage members: {}", objection.get().in(Language.EN));
      } else if (!managers.removeIf(owner::isSame)) {
        spaces.appoint(space, owner);
      }
    }
    return depose(spaces, space, managers);
  }

  private void deposeAll(TeamSpace space) {
    depose(teamSpace.spaces(), space, teamSpace.spaces().managers(space));
  }

  private static List<String> depose(TeamSpaces spaces, TeamSpace space, Set<UserId> managers) {
    for (UserId manager : managers) {
      LOG.warn("{} managed members, and is not to", manager);
      spaces.depose(space, manager);
    }
    return managers.stream().map(UserId::value).toList();
  }

  private void tellWarned() {
    for (TeamMember member : roster.members()) {
      if (member.isWarned()) {
        LOG.warn(
            "{} is above the seats of service {}, and blocked from {} on",
            member.id(),
            service.id(),
            member.due().orElseThrow());
      }
    }
  }

  /** Whoever let them in has a reason, or not: they are counted, and left alone. */
  private void tellStrangers(TeamSpace space, Set<UserId> inside, UserId owner) {
    Set<UserId> strangers = roster.strangers(inside, owner, StaffAccounts.of(service.module()));
    if (!strangers.isEmpty()) {
      LOG.warn("strangers in {}, whom nobody has listed: {}", space.mark(), strangers);
    }
  }

  private void keep(TeamRoster next) {
    if (!next.text().equals(saved)) {
      billing.saveParam(ServiceParams.TEAM_MEMBERS, next.text());
      saved = next.text();
    }
    roster = next;
  }

  /** All whose accounts are known, by as few requests as the cloud has pages. */
  private Map<UserId, CloudUser> observed() {
    return provisioner.observeAll(
        roster.members().stream()
            .filter(TeamMember::isProven)
            .map(TeamMember::id)
            .collect(Collectors.toList()));
  }

  private static void admit(TeamSpaces spaces, TeamSpace space, Set<UserId> inside, UserId member) {
    if (!member.isAmong(inside)) {
      spaces.admit(space, member);
    }
  }

  private void reach(
      TeamSpaces spaces,
      TeamSpace space,
      Set<UserId> inside,
      MemberAccountProvisioner accounts,
      TeamMember member,
      Map<UserId, CloudUser> there,
      boolean enables) {
    Optional<CloudUser> user = Optional.ofNullable(there.get(member.id()));
    if (member.isActive()) {
      TeamMember made = accounts.reach(member, user, roster, enables);
      roster = roster.with(made);
      if (made.id().isIdentified()) {
        // There nobody is known by a mark.
        keep(roster);
      }
      if (user.isPresent() || spaces.group(space).isEmpty()) {
        admit(spaces, space, inside, made.id());
      }
    } else if (member.isProven()) {
      if (member.isClosed() && member.id().isAmong(inside)) {
        spaces.dismiss(space, member.id());
      }
      user.filter(MemberAccountProvisioner::mayTouch).ifPresent(provisioner::disable);
    } else if (member.isClosed()) {
      accounts.drop(member);
      roster = roster.without(member);
    }
  }

  /** Of a large team it is seen in the log, too: nobody watches what BILLmanager asks. */
  private void tellProgress(long done) {
    int all = roster.members().size();
    progress.at("progress.members", done, all);
    if (done > 0 && done % LOGGED_EVERY == 0) {
      LOG.info("members: {} of {}", done, all);
    }
  }

  private void deleteDue(MemberAccountProvisioner accounts, LocalDate today) {
    List<TeamMember> due =
        roster.members().stream().filter(it -> it.isDue(today) && it.isProven()).toList();
    accounts.noteDeletions(due);
    for (TeamMember member : due) {
      accounts.delete(member);
      roster = roster.without(member);
    }
  }

  private Set<UserId> held() {
    return param(ServiceParams.TEAM_BEFORE_SUSPENSION).stream()
        .flatMap(text -> logins(text).stream())
        .map(UserId::new)
        .collect(Collectors.toSet());
  }

  /**
   * What looks like one with commas, and is no member's, an earlier version has kept of several.
   */
  private List<String> logins(String text) {
    List<String> logins = List.of(text.split(SEPARATOR));
    boolean isKnown = roster.members().stream().anyMatch(it -> it.id().value().equals(text));
    return logins.size() == 1 && !isKnown ? List.of(text.split(",")) : logins;
  }

  /** Closes the space, and keeps all members out; or lets them read, where the tariff says so. */
  public void suspend() {
    requireHere();
    boolean readOnly =
        TariffSettings.of(service).suspendStyle() == SuspendStyle.READ_ONLY
            && !service.standing().abused();
    if (readOnly) {
      teamSpace.setAccess(SpaceAccess.READ_ONLY);
      if (!functions().isEmpty()) {
        forEach(observed(), user -> provisioner.leave(user, functions()));
      }
    } else {
      keepOut();
    }
  }

  /** Who was out before is on record first, and stays so when the others come back. */
  private void keepOut() {
    Map<UserId, CloudUser> there = observed();
    if (param(ServiceParams.TEAM_BEFORE_SUSPENSION).isEmpty()) {
      String disabled =
          roster.members().stream()
              .filter(TeamMember::isActive)
              .filter(
                  it ->
                      Optional.ofNullable(there.get(it.id()))
                          .filter(CloudUser::isDisabled)
                          .isPresent())
              .map(it -> it.id().value())
              .collect(Collectors.joining(SEPARATOR));
      billing.saveParam(
          ServiceParams.TEAM_BEFORE_SUSPENSION, disabled.isEmpty() ? NOBODY : disabled);
    }
    teamSpace.setAccess(SpaceAccess.HIDDEN);
    // Who manages members could let them in again.
    teamSpace.find().ifPresent(this::deposeAll);
    forEach(there, this::disable);
  }

  /** What is paid for beside the space, which is a seat of some app or other. */
  private Set<String> functions() {
    return TariffSettings.of(service).givingGroups();
  }

  private void disable(CloudUser member) {
    provisioner.disable(member);
    provisioner.leave(member, functions());
  }

  private void forEach(Map<UserId, CloudUser> there, Consumer<CloudUser> what) {
    long done = 0;
    for (TeamMember member : roster.members()) {
      tellProgress(done++);
      Optional.ofNullable(there.get(member.id()))
          .filter(MemberAccountProvisioner::mayTouch)
          .ifPresent(what);
    }
    progress.end();
  }

  /**
   * Brings all to what is promised, and lets in whom we have kept out, and nobody else. A team that
   * is sold no more is kept out, and nothing of it deleted: that comes with the end of the service.
   */
  public void resume(UserId owner) {
    requireHere();
    if (!TariffSettings.of(service).sellsTeams()) {
      keepOut();
      dropReport();
      ServiceParamWriter.saveFilesLink(billing, service, owner, Optional.empty());
      return;
    }
    boolean kept = param(ServiceParams.TEAM_BEFORE_SUSPENSION).isPresent();
    complete(owner, kept);
    if (kept) {
      billing.dropParam(ServiceParams.TEAM_BEFORE_SUSPENSION);
    }
  }

  /** What the closing policy makes of the team. */
  public void close(ClosePolicy policy) {
    requireHere();
    if (policy == ClosePolicy.DELETE) {
      delete();
      return;
    }
    keepOut();
    dropReport();
  }

  /** Nobody works there any more, whom the customer could be told of. */
  private void dropReport() {
    ServiceParamWriter.drop(billing, service, List.of(ServiceParams.MEMBERS_REPORT));
  }

  /** Members first, then the space: what stops in between still has its space on record. */
  public void delete() {
    requireHere();
    MemberAccountProvisioner accounts =
        new MemberAccountProvisioner(billing, service, provisioner, deleted, Optional.empty());
    accounts.noteDeletions(roster.members().stream().filter(TeamMember::isProven).toList());
    for (TeamMember member : roster.members()) {
      if (member.isProven()) {
        accounts.delete(member);
      } else {
        accounts.drop(member);
      }
      TeamRoster left = roster.without(member);
      if (left.members().isEmpty()) {
        roster = left;
      } else {
        keep(left);
      }
    }
    teamSpace.delete();
    ServiceParamWriter.drop(
        billing,
        service,
        List.of(
            ServiceParams.TEAM_MEMBERS,
            ServiceParams.MEMBERS_REPORT,
            ServiceParams.TEAM_BEFORE_SUSPENSION,
            ServiceParams.TEAM_SPACE,
            ServiceParams.TEAM));
    LOG.info("the team of service {} is deleted", service.id());
  }
}
