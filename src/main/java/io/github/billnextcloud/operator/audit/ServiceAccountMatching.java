package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.OrphanedFiles;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.lifecycle.DeferredWork;
import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.provisioning.AccountOwnership;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.StaffAccounts;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts services and accounts side by side: first all accounts, then service by service, at last who
 * is left. Each service that promises something, and each account, is in exactly one row, but for
 * accounts that two services name.
 */
final class ServiceAccountMatching {

  /** Rows of which a service claims no account. */
  private static final Set<AuditStatus> UNCLAIMED =
      EnumSet.of(AuditStatus.CLOSED, AuditStatus.LEFT_FILES);

  /** Where there is something to win comes first. */
  private static final Comparator<CloudUser> LARGEST =
      Comparator.comparingLong((CloudUser user) -> user.usage().bytes().orElse(0))
          .reversed()
          .thenComparing(user -> user.id().value());

  private final Map<UserId, CloudUser> users = new HashMap<>();
  private final Map<String, CloudUser> byStableId = new HashMap<>();
  private final Predicate<UserId> spokenFor;
  private final StaffAccounts staff;
  private final Map<String, Service> byRecordedId = new HashMap<>();
  private final Map<Object, Integer> claims = new HashMap<>();
  private final List<ClaimRow> rows = new ArrayList<>();

  /**
   * @param spokenFor accounts of other processing modules of the same cloud
   * @param staff whom no service has to have
   */
  ServiceAccountMatching(Predicate<UserId> spokenFor, StaffAccounts staff) {
    this.spokenFor = spokenFor;
    this.staff = staff;
  }

  void user(CloudUser user) {
    users.put(user.id(), user);
    user.id().stableId().ifPresent(id -> byStableId.put(id, user));
  }

  Optional<CloudUser> find(UserId recorded) {
    return Optional.ofNullable(account(recorded));
  }

  /**
   * The account of this service: by the id that the cloud gave it, however it is called by now;
   * whoever has its name may be another. By the name only where there is no such id.
   */
  private @Nullable CloudUser account(UserId recorded) {
    return recorded.isIdentified() && !byStableId.isEmpty()
        ? byStableId.get(recorded.stableId().orElseThrow())
        : users.get(recorded);
  }

  /** A row, and by what its account is known, there or not. */
  private record ClaimRow(AuditRow row, Object account) {}

  private static Object key(UserId recorded, @Nullable CloudUser user) {
    return (user == null ? recorded : user.id()).key();
  }

  void service(Service service) {
    if (service.hasAccount()) {
      AccountOwnership.recorded(service).stableId().ifPresent(id -> byRecordedId.put(id, service));
    }
    if (service.standing().isDeleted()) {
      closed(service);
    } else if (service.standing().isActive() || service.standing().isSuspended()) {
      promised(service);
    } else if (service.standing().isInWork()) {
      add(service, claimed(service), EnumSet.of(AuditStatus.IN_WORK), List.of());
    }
  }

  /** With the service that has the user on record, after all services. */
  void leftFiles(OrphanedFiles files) {
    Optional<Service> service = Optional.ofNullable(byRecordedId.get(files.owner()));
    OptionalLong bytes = files.bytes();
    Object size = bytes.isPresent() ? Quota.roughly(bytes.getAsLong()) : "?";
    AuditRow row =
        new AuditRow(
            service.map(BilledService::of),
            service.flatMap(it -> it.params().find(ServiceParams.USERNAME)).orElse(files.owner()),
            EnumSet.of(AuditStatus.LEFT_FILES),
            List.of(
                Sentence.of(
                    service.isPresent() ? "audit.left_files" : "audit.left_by_others",
                    size,
                    files.space())),
            Optional.empty());
    rows.add(new ClaimRow(row, files.owner()));
  }

  /**
   * Of a closed service, only an account that still lets its customer in is worth a word; one that
   * a service announced and never opened may be anybody's.
   */
  private void closed(Service service) {
    if (!service.hasAccount() || !service.standing().opened()) {
      return;
    }
    UserId recorded = AccountOwnership.recorded(service);
    CloudUser user = account(recorded);
    if (user != null && staff.lists(user.id())) {
      return;
    }
    Object id = key(recorded, user);
    boolean due = service.params().find(ServiceParams.DELETE_AFTER).isPresent();
    if (user != null && user.isEnabled() && !due && !claims.containsKey(id)) {
      claims.put(id, 0);
      add(service, Optional.of(user), EnumSet.of(AuditStatus.CLOSED), List.of());
    } else {
      claims.putIfAbsent(id, 0);
    }
  }

  private void promised(Service service) {
    Optional<CloudUser> claimed = claimed(service);
    if (claimed.isEmpty()) {
      AuditStatus absent =
          DeferredWork.awaitsArrival(service) ? AuditStatus.QUOTA_PENDING : AuditStatus.MISSING;
      add(service, claimed, EnumSet.of(absent), List.of());
      return;
    }
    CloudUser user = claimed.get();
    if (!user.isShown()) {
      add(service, claimed, EnumSet.of(AuditStatus.UNCLEAR), List.of(Sentence.of("audit.unshown")));
    } else if (user.isAdministrator()) {
      add(
          service,
          claimed,
          EnumSet.of(AuditStatus.REFUSED),
          List.of(Sentence.of("audit.administrator")));
    } else {
      compare(service, user);
    }
  }

  private void compare(Service service, CloudUser user) {
    try {
      AccountDrift difference = AccountDrift.of(service, user);
      Set<AuditStatus> kinds = EnumSet.noneOf(AuditStatus.class);
      List<Sentence> details = new ArrayList<>(difference.sentences());
      difference.kinds().forEach(kind -> kinds.add(AuditStatus.of(kind)));
      identify(service, user, kinds, details);
      OverQuotaFinding.of(service, user)
          .ifPresent(
              it -> {
                kinds.add(AuditStatus.OVER_QUOTA);
                details.add(it);
              });
      if (hasNoSpaceYet(user) && kinds.remove(AuditStatus.QUOTA)) {
        kinds.add(AuditStatus.QUOTA_PENDING);
      }
      if (service.standing().isSuspended() && kinds.remove(AuditStatus.STATE)) {
        kinds.add(AuditStatus.SUSPENDED_ENABLED);
      }
      if (DeferredWork.owesLetter(service)) {
        kinds.add(AuditStatus.LETTER);
      }
      add(
          service,
          Optional.of(user),
          kinds.isEmpty() ? EnumSet.of(AuditStatus.MATCH) : kinds,
          details);
    } catch (ProvisioningException | InvalidInputException unclear) {
      add(
          service,
          Optional.of(user),
          EnumSet.of(AuditStatus.UNCLEAR),
          List.of(LocalizableException.sentenceOf(unclear)));
    }
  }

  /** There the first sign-in makes what a quota can be set of. */
  private static boolean hasNoSpaceYet(CloudUser user) {
    return user.id().isIdentified() && user.quota().equals(Quota.UNSET);
  }

  /** Where customers can rename themselves, a name may be out of date, and is not enough. */
  private static void identify(
      Service service, CloudUser user, Set<AuditStatus> kinds, List<Sentence> details) {
    UserId recorded = AccountOwnership.recorded(service);
    if (!user.id().isIdentified()) {
      return;
    }
    if (!recorded.isIdentified()) {
      kinds.add(AuditStatus.NAME_ALONE);
      details.add(0, Sentence.of("audit.name_alone"));
    } else if (!recorded.equals(user.id())) {
      kinds.add(AuditStatus.RENAMED);
      details.add(0, Sentence.of("audit.renamed", user.id()));
    }
  }

  /** The service's own account; empty when it has none here. */
  private Optional<CloudUser> claimed(Service service) {
    if (!service.hasAccount()) {
      return Optional.empty();
    }
    UserId recorded = AccountOwnership.recorded(service);
    CloudUser user = account(recorded);
    claims.merge(key(recorded, user), 1, Integer::sum);
    return Optional.ofNullable(user);
  }

  private void add(
      Service service, Optional<CloudUser> user, Set<AuditStatus> kinds, List<Sentence> details) {
    String login = service.params().find(ServiceParams.USERNAME).orElse("");
    AuditRow row =
        new AuditRow(Optional.of(BilledService.of(service)), login, kinds, details, user);
    rows.add(new ClaimRow(row, key(AccountOwnership.recorded(service), user.orElse(null))));
  }

  /** All rows; nothing is added after that. */
  List<AuditRow> rows() {
    List<AuditRow> all = new ArrayList<>(rows.size());
    rows.forEach(it -> all.add(isShared(it) ? shared(it.row()) : it.row()));
    users.values().stream()
        .filter(user -> !claims.containsKey(user.id().key()) && !spokenFor.test(user.id()))
        .sorted(LARGEST)
        .forEach(user -> all.add(alone(user)));
    return all;
  }

  /** An account that no service has. */
  private AuditRow alone(CloudUser user) {
    Optional<Sentence> ours = staff.reason(user);
    return new AuditRow(
        Optional.empty(),
        user.id().value(),
        EnumSet.of(ours.isPresent() ? AuditStatus.STAFF : AuditStatus.NOT_BILLED),
        ours.map(List::of).orElse(List.of()),
        Optional.of(user));
  }

  private boolean isShared(ClaimRow it) {
    return claims.getOrDefault(it.account(), 0) > 1
        && Collections.disjoint(it.row().kinds(), UNCLAIMED);
  }

  private static AuditRow shared(AuditRow row) {
    return new AuditRow(
        row.service(), row.login(), EnumSet.of(AuditStatus.SHARED), List.of(), row.user());
  }
}
