package io.github.billnextcloud.operator.leaving;

import io.github.billnextcloud.billmanager.model.DeletedLoginNames;
import io.github.billnextcloud.billmanager.model.RecordedDeletion;
import io.github.billnextcloud.billmanager.model.RecordedSpaceDeletion;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.ClosePolicy;
import io.github.billnextcloud.provisioning.team.MemberEnd;
import io.github.billnextcloud.provisioning.team.MemberEnd.MemberEnds;
import io.github.billnextcloud.provisioning.team.MemberEnd.Outcome;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.provisioning.team.TeamRoster;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a closed service has on record of its deletion, beside what its cloud has at this moment:
 * owner, members, space and group, each asked for.
 */
final class DeletionFindings {

  private final Service service;
  private final ServiceParams params;
  private final Cloud cloud;
  private final LocalDate today = LocalDate.now();
  private final List<Sentence> told = new ArrayList<>();

  /** What was asked for, and is not there. */
  private final List<Object> absent = new ArrayList<>();

  /** What the service had, and the cloud has still. */
  private boolean owns;

  private DeletionFindings(Service service, Cloud cloud) {
    this.service = service;
    this.params = service.params();
    this.cloud = cloud;
  }

  /** An answer that nobody is there counts from a cloud that lets us in. */
  static DeletionFindings of(Service service, Cloud cloud) {
    cloud.knock();
    DeletionFindings findings = new DeletionFindings(service, cloud);
    findings.look();
    return findings;
  }

  List<Sentence> sentences() {
    return List.copyOf(told);
  }

  /** True when something is gone, and nothing that was the service's own is left. */
  boolean isProof() {
    return !owns && !absent.isEmpty();
  }

  private void look() {
    Optional<UserId> owner = params.find(ServiceParams.USERNAME).map(UserId::new);
    MemberEnds ends = MemberEnds.parse(params.find(ServiceParams.MEMBER_ENDS).orElse(""));
    Set<UserId> remembered = remembered(owner, ends);
    owner.ifPresent(id -> tellOfOwner(id, remembered));
    owner.ifPresent(remembered::remove);
    tellOfDeleted(ends, remembered);
    params.spaceDeletion().ifPresent(this::tellOfSpace);
    tellOfLeft(ends);
    if (params.find(ServiceParams.TEAM).isPresent()) {
      tellOfKeptTeam();
    }
    tell(
        absent.isEmpty()
            ? Sentence.of("leaving.asked", date(today))
            : Sentence.of("leaving.asked_for", date(today), absent));
  }

  private void tell(Sentence sentence) {
    told.add(sentence);
  }

  private void tellOwn(Sentence sentence) {
    owns = true;
    tell(sentence);
  }

  private static Object date(LocalDate day) {
    return QuotaNoticeSchedule.date(day);
  }

  private static Object amount(OptionalLong bytes) {
    return bytes.isPresent()
        ? Quota.roughly(bytes.getAsLong())
        : Sentence.of("leaving.unknown_amount");
  }

  /** All that were ever deleted for this service. */
  private Set<UserId> remembered(Optional<UserId> owner, MemberEnds ends) {
    Set<String> known = new LinkedHashSet<>();
    owner.ifPresent(id -> known.add(id.value()));
    ends.of(Outcome.DELETED).forEach(end -> known.add(end.id().value()));
    ends.of(Outcome.GONE).forEach(end -> known.add(end.id().value()));
    return DeletedLoginNames.of(params).all(known).stream()
        .map(UserId::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isSoft() {
    return params.deletion().filter(RecordedDeletion::softly).isPresent();
  }

  private void tellOfOwner(UserId owner, Set<UserId> remembered) {
    Optional<CloudUser> user = cloud.findUser(owner);
    boolean deleted = params.deletion().isPresent() || remembered.contains(owner);
    if (user.isPresent()) {
      tellOfPresent(user.get(), deleted);
      return;
    }
    absent.add(owner);
    String address = CloudFactory.address(service.module());
    if (params.deletion().isPresent()) {
      RecordedDeletion deletion = params.deletion().get();
      tell(
          Sentence.of(
              deletion.softly() ? "leaving.gone_softly" : "leaving.gone",
              owner,
              address,
              date(deletion.day()),
              amount(deletion.bytes())));
    } else {
      tell(Sentence.of("leaving.gone_unrecorded", owner, address));
    }
    if (params.find(ServiceParams.CLOUD_USER_ID).isPresent() && !isSoft()) {
      tellOwn(Sentence.of("leaving.files_unseen"));
    }
  }

  private void tellOfPresent(CloudUser user, boolean deleted) {
    Sentence name = state(user);
    if (service.otherOwner().isPresent()) {
      tell(Sentence.of("leaving.left_another", name));
    } else if (user.isAdministrator()) {
      tell(Sentence.of("leaving.left_administrator", name));
    } else if (!deleted && TariffSettings.of(service).usesDirectory()) {
      tellOwn(Sentence.of("leaving.kept_by_directory", name));
    } else if (!deleted && TariffSettings.of(service).closePolicy() == ClosePolicy.DISABLE) {
      tellOwn(Sentence.of("leaving.kept_by_tariff", name));
    } else {
      tellOwn(Sentence.of("leaving.still_there", user.id()));
    }
  }

  private static Sentence state(CloudUser user) {
    return Sentence.of(user.isDisabled() ? "leaving.disabled" : "leaving.enabled", user.id());
  }

  /** By the days on which they were; of those before records were kept nobody knows the day. */
  private void tellOfDeleted(MemberEnds ends, Set<UserId> remembered) {
    Map<LocalDate, List<Object>> byDay = new TreeMap<>();
    for (MemberEnd end : ends.of(Outcome.DELETED)) {
      remembered.remove(end.id());
      if (isGone(end.id())) {
        byDay.computeIfAbsent(end.day(), none -> new ArrayList<>()).add(end.id());
      }
    }
    String key = isSoft() ? "leaving.members_gone_softly" : "leaving.members_gone";
    byDay.forEach((day, logins) -> tell(Sentence.of(key, logins, date(day))));
    List<UserId> missing =
        ends.of(Outcome.GONE).stream().map(MemberEnd::id).filter(this::isGone).toList();
    missing.forEach(remembered::remove);
    if (!missing.isEmpty()) {
      tell(Sentence.of("leaving.members_missing", missing));
    }
    List<UserId> undated = remembered.stream().filter(this::isGone).toList();
    if (!undated.isEmpty()) {
      tell(Sentence.of("leaving.gone_undated", undated));
    }
  }

  private boolean isGone(UserId id) {
    if (cloud.findUser(id).isPresent()) {
      tellOwn(Sentence.of("leaving.still_there", id));
      return false;
    }
    absent.add(id);
    return true;
  }

  private void tellOfSpace(RecordedSpaceDeletion deletion) {
    TeamKey key = new TeamKey(deletion.mark(), deletion.spaceId(), deletion.mark());
    Sentence name = name(key);
    boolean isThere =
        cloud
            .teamSpaces()
            .orElseThrow(
                () ->
                    new ProvisioningException(
                        Reason.BAD_TARIFF, Sentence.of("product.no_team_spaces")))
            .find(key)
            .isPresent();
    if (isThere) {
      tellOwn(Sentence.of("leaving.still_there", name));
    } else {
      absent.add(name);
      tell(Sentence.of("leaving.space_gone", name, date(deletion.day()), amount(deletion.bytes())));
    }
    if (hasGroup(key)) {
      Sentence group = Sentence.of("leaving.group", key.mark());
      if (cloud.groups().contains(key.mark())) {
        tellOwn(Sentence.of("leaving.still_there", group));
      } else {
        absent.add(group);
      }
    }
  }

  private boolean hasGroup(TeamKey key) {
    return key.kind() == SpaceKind.SHARED_FOLDER || cloud.product().equals(UserIdRule.NEXTCLOUD);
  }

  private Sentence name(TeamKey key) {
    if (key.kind() == SpaceKind.SHARED_FOLDER) {
      return Sentence.of("leaving.shared_folder", key.mark());
    }
    return Sentence.of(
        hasGroup(key) ? "leaving.team_folder" : "leaving.project_space",
        key.spaceId().orElse(key.mark()));
  }

  /** Whom the service had no right to delete: they tell nothing against the deletion. */
  private void tellOfLeft(MemberEnds ends) {
    tellOfLeft(ends.of(Outcome.NOT_MADE_HERE), "leaving.left_not_made");
    tellOfLeft(ends.of(Outcome.ANOTHERS), "leaving.left_another");
    tellOfLeft(ends.of(Outcome.ADMINISTRATOR), "leaving.left_administrator");
  }

  private void tellOfLeft(List<MemberEnd> left, String key) {
    if (!left.isEmpty()) {
      tell(Sentence.of(key, left.stream().map(end -> state(end.id())).toList()));
    }
  }

  private Sentence state(UserId id) {
    return cloud
        .findUser(id)
        .map(DeletionFindings::state)
        .orElseGet(() -> Sentence.of("leaving.absent", id));
  }

  /** As long as it is on record, nothing of it was deleted, or not all. */
  private void tellOfKeptTeam() {
    boolean kept = TariffSettings.of(service).closePolicy() == ClosePolicy.DISABLE;
    List<Sentence> members =
        TeamRoster.parse(params.find(ServiceParams.TEAM_MEMBERS).orElse("")).members().stream()
            .map(TeamMember::id)
            .map(this::state)
            .toList();
    String mark = params.find(ServiceParams.TEAM).orElseThrow();
    TeamKey key = new TeamKey(mark, params.find(ServiceParams.TEAM_SPACE), mark);
    tellOwn(
        Sentence.of(kept ? "leaving.team_kept" : "leaving.team_unfinished", name(key), members));
  }
}
