package io.github.billnextcloud.command.team;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.command.DeletedLogins;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.OwnershipProof;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.Provisioner;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.provisioning.team.MemberEnd;
import io.github.billnextcloud.provisioning.team.MemberEnd.MemberEnds;
import io.github.billnextcloud.provisioning.team.MemberEnd.Outcome;
import io.github.billnextcloud.provisioning.team.MemberWish;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts of a team's members: made, known again, and deleted as the service's own is. */
final class MemberAccountProvisioner {

  private static final Logger LOG = LoggerFactory.getLogger(MemberAccountProvisioner.class);

  /** How many logins are tried for one address. */
  private static final int TRIES = 5;

  private final Billing billing;
  private final Service service;
  private final Provisioner provisioner;
  private final MemberPasswords passwords;
  private final DeletedLogins deleted;
  private final Set<String> spaceGroup;
  private final List<MemberWish> wishes;
  private MemberEnds ends;
  private Optional<Secret> secret;
  private Optional<Boolean> letters = Optional.empty();

  /**
   * @param group in which newcomers are made, so that they are in the space from the first moment
   */
  MemberAccountProvisioner(
      Billing billing,
      Service service,
      Provisioner provisioner,
      DeletedLogins deleted,
      Optional<String> group) {
    this.billing = billing;
    this.service = service;
    this.provisioner = provisioner;
    this.deleted = deleted;
    this.spaceGroup = group.map(Set::of).orElse(Set.of());
    this.wishes =
        MemberWish.parse(service.params().plain().getOrDefault(ServiceParams.MEMBERS, "")).wishes();
    this.ends = MemberEnds.parse(service.params().find(ServiceParams.MEMBER_ENDS).orElse(""));
    this.secret = service.params().findSecret(ServiceParams.TEAM_SECRET);
    this.passwords = new MemberPasswords(billing, service);
  }

  /** Whoever administers the cloud is nobody's member to be closed. */
  static boolean mayTouch(CloudUser user) {
    return !user.isAdministrator();
  }

  /**
   * Where the cloud writes to nobody, each newcomer gets a password, and all are saved at once,
   * before anybody is made: it is the only proof where the cloud has no marks.
   */
  void prepare(TeamRoster roster) {
    for (TeamMember member : roster.members()) {
      if (member.isActive() && !member.isProven() && !writesLetters()) {
        passwords.of(member.id());
      }
    }
    passwords.save();
  }

  /**
   * A member who can work.
   *
   * @param user as the cloud has shown who is proven
   * @return the same by the login that it has now
   */
  TeamMember reach(
      TeamMember member, Optional<CloudUser> user, TeamRoster roster, boolean enables) {
    if (member.isProven() && user.isPresent()) {
      keep(member, user.get(), enables || member.isReturning());
      return member.isReturning() ? member.back() : member;
    }
    if (member.isProven()) {
      LOG.warn("the member {} is not in the cloud any more, and is made anew", member.id());
      deleted.remember(member.id());
    }
    return make(member.isProven() ? renamed(member, roster, Set.of(member.id())) : member, roster);
  }

  private void keep(TeamMember member, CloudUser user, boolean enables) {
    if (!mayTouch(user)) {
      throw new ProvisioningException(
          Reason.ADMINISTRATOR, Sentence.of("product.is_administrator", user.id()));
    }
    // A deletion that was in doubt has not come true.
    deleted.forget(member.id());
    provisioner.follow(wanted(member, own(member), Set.of()), user);
    if (enables && user.isDisabled()) {
      provisioner.enable(user);
    }
  }

  private TeamMember make(TeamMember member, TeamRoster roster) {
    TeamMember next = member;
    Set<UserId> anothers = new TreeSet<>();
    for (int tries = 0; tries < TRIES; tries++) {
      TeamMember tried = next;
      OwnershipProof proof = proof(tried.id());
      try {
        CloudUser made =
            madeBefore(tried, proof)
                .map(user -> signedIn(tried, user))
                .orElseGet(
                    () ->
                        provisioner.create(
                            wanted(tried, unproven(tried), spaceGroup), proof, id -> false));
        provisioner.finish(wanted(tried, own(tried), spaceGroup), made);
        return tried.proven(made.id());
      } catch (ProvisioningException another) {
        if (another.reason() != Reason.COLLISION) {
          throw another;
        }
        LOG.warn("{}; another login is tried", another.getMessage());
        anothers.add(tried.id());
        next = renamed(tried, roster, anothers);
      }
    }
    throw new ProvisioningException(
        Reason.COLLISION, Sentence.of("product.all_names_taken", member.id(), TRIES));
  }

  /** What a run that was stopped had still to do as the user, where only the user may. */
  private CloudUser signedIn(TeamMember member, CloudUser user) {
    return writesLetters()
        ? user
        : provisioner.signInFirst(
            wanted(member, own(member), spaceGroup), password(member.id()), user);
  }

  /** Who has the login already: made by a run that was stopped, or a stranger. */
  private Optional<CloudUser> madeBefore(TeamMember member, OwnershipProof proof) {
    if (billing.isTaken(member.id().value())) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.stranger", member.id()));
    }
    Optional<CloudUser> there = provisioner.candidate(member.id(), proof);
    if (there.isPresent() && !provisioner.isProven(there.get(), proof)) {
      throw new ProvisioningException(
          Reason.COLLISION, Sentence.of("product.stranger", member.id()));
    }
    return there;
  }

  /**
   * The password of a login that is not the member's is gone before the login is: nobody would know
   * it for one afterwards, and the customer is shown all.
   */
  private TeamMember renamed(TeamMember member, TeamRoster roster, Set<UserId> anothers) {
    forgetPassword(member.id());
    TeamRoster next =
        roster.renamed(
            member, service.id(), login -> anothers.contains(login) || deleted.has(login));
    billing.saveParam(ServiceParams.TEAM_MEMBERS, next.text());
    return next.of(member.email()).orElseThrow();
  }

  private OwnershipProof proof(UserId id) {
    Secret mark =
        secret.orElseGet(
            () -> {
              Secret made = PasswordGenerator.generate();
              billing.saveParam(ServiceParams.TEAM_SECRET, made);
              return made;
            });
    secret = Optional.of(mark);
    return new OwnershipProof(writesLetters() ? new Secret("") : password(id), mark, false);
  }

  private boolean writesLetters() {
    boolean writes = letters.orElseGet(provisioner::writesLetters);
    letters = Optional.of(writes);
    return writes;
  }

  private Secret password(UserId id) {
    Secret password = passwords.of(id);
    passwords.save();
    return password;
  }

  private static AccountOwnership own(TeamMember member) {
    return new AccountOwnership(member.id(), true, OptionalLong.empty());
  }

  private static AccountOwnership unproven(TeamMember member) {
    return new AccountOwnership(member.id(), false, OptionalLong.empty());
  }

  private WantedAccount wanted(TeamMember member, AccountOwnership owner, Set<String> moreGroups) {
    TariffSettings terms = TariffSettings.of(service);
    Set<String> groups = new TreeSet<>(Policy.groups(service));
    groups.addAll(moreGroups);
    String name = label(member).orElse("");
    String language = Policy.profile(service).language().orElse("");
    return new WantedAccount(
        owner,
        terms.memberQuota(),
        new UserProfile(member.email(), name, language),
        groups,
        terms.ownGroups(service),
        Policy.leftGroups(service),
        true,
        true);
  }

  private Optional<String> label(TeamMember member) {
    return wishes.stream().filter(wish -> wish.isOf(member)).findFirst().flatMap(MemberWish::label);
  }

  /** On record before the first of them is deleted: who is left after all is noted then. */
  void noteDeletions(List<TeamMember> due) {
    MemberEnds all = ends;
    for (TeamMember member : due) {
      all = all.with(new MemberEnd(member.id(), Outcome.DELETED, LocalDate.now()));
    }
    keep(all);
  }

  private void note(TeamMember member, Outcome outcome) {
    keep(ends.with(new MemberEnd(member.id(), outcome, LocalDate.now())));
  }

  private void keep(MemberEnds next) {
    if (!next.equals(ends)) {
      billing.saveParam(ServiceParams.MEMBER_ENDS, next.text());
      ends = next;
    }
  }

  /**
   * Deletes an account that is the member's beyond doubt, and remembers its login first. Who does
   * not bear our mark was there before the team, or made anew by somebody else, and is disabled; so
   * is, where there are no marks, who has no password of our making.
   */
  void delete(TeamMember member) {
    // Who is remembered already is whom a run that was stopped had begun to delete.
    if (!deleted.has(member.id()) && billing.isTaken(member.id().value())) {
      LOG.warn("left alone: {} is another service's by now", member.id());
      note(member, Outcome.ANOTHERS);
      return;
    }
    Optional<CloudUser> user = provisioner.findOwn(own(member));
    if (user.isEmpty()) {
      noteAbsence(member);
    } else if (provisioner.lacksMark(user.get(), secret) || lacksPassword(member)) {
      LOG.warn("disabled, not deleted: {} was not made for service {}", member.id(), service.id());
      provisioner.disable(user.get());
      provisioner.leave(user.get(), TariffSettings.of(service).givingGroups());
      note(member, Outcome.NOT_MADE_HERE);
    } else {
      deleted.remember(member.id());
      provisioner.delete(user.get(), TariffSettings.of(service).closesSoftly());
    }
    forgetPassword(member.id());
  }

  private boolean lacksPassword(TeamMember member) {
    return !provisioner.keepsMarks() && !passwords.has(member.id());
  }

  private void noteAbsence(TeamMember member) {
    if (!provisioner.isFree(member.id())) {
      note(member, Outcome.ADMINISTRATOR);
    } else if (!deleted.has(member.id())) {
      note(member, Outcome.GONE);
    }
  }

  /** One who was only to be made: deleted, when an earlier run has made the account after all. */
  void drop(TeamMember member) {
    if (secret.isEmpty() && passwords.isEmpty()) {
      return;
    }
    OwnershipProof proof = proof(member.id());
    provisioner
        .candidate(member.id(), proof)
        .filter(user -> mayTouch(user) && provisioner.isProven(user, proof))
        .ifPresent(
            user -> {
              deleted.remember(member.id());
              note(member, Outcome.DELETED);
              provisioner.delete(user);
            });
    forgetPassword(member.id());
  }

  private void forgetPassword(UserId id) {
    passwords.forget(id);
    passwords.save();
  }
}
