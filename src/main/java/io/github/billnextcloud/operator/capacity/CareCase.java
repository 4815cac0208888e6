package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.operator.capacity.OverQuotaServices.SoonFull;
import io.github.billnextcloud.operator.capacity.UnbilledAccounts.AccountBytes;
import io.github.billnextcloud.text.Localizable;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Something of a cloud that a person has to look after: whom it is about, and what to type next.
 *
 * @param module that has the cloud
 * @param count how many there are
 * @param bytes that all of them store; empty where it is not about space
 * @param named the first of them, as many as are told
 */
record CareCase(
    CareKind kind, long module, long count, OptionalLong bytes, List<CareSubject> named) {

  enum CareKind {
    SILENT("doctor"),
    UNCOUNTED("doctor"),
    WAITS("audit"),
    FAILING("audit"),
    OVER_QUOTA("audit"),
    SOON_FULL("capacity --json"),
    UNBILLED("audit"),
    CLOSED("audit"),
    UNCLEAR("audit");

    private final String command;

    CareKind(String command) {
      this.command = command;
    }

    /** For programs. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of them.
   *
   * @param service empty of an account that none has, and of what a processing module itself does
   * @param login of such an account
   * @param bytes as of the kind; empty where it is not about space
   * @param what is the matter
   */
  record CareSubject(OptionalLong service, String login, OptionalLong bytes, Localizable what) {

    static CareSubject of(long service, OptionalLong bytes, Localizable what) {
      return new CareSubject(OptionalLong.of(service), "", bytes, what);
    }

    static CareSubject of(AccountBytes account) {
      return new CareSubject(
          OptionalLong.empty(),
          account.login(),
          OptionalLong.of(account.bytes()),
          Quota.roughly(account.bytes()));
    }

    /** Empty where only the command for all of them tells more. */
    String command() {
      return service.isPresent() ? "pmnextcloud show --item " + service.getAsLong() : "";
    }
  }

  /** That tells of all of them. */
  String command() {
    return "pmnextcloud " + kind.command + " --module " + module;
  }

  /** How many are not among those that are named. */
  long leftOff() {
    return named.isEmpty() ? 0 : count - named.size();
  }

  static CareCase silent(long module) {
    return new CareCase(CareKind.SILENT, module, 1, OptionalLong.empty(), List.of());
  }

  /**
   * @param last the day on which services were counted last
   */
  static CareCase uncounted(long module, LocalDate last) {
    Sentence when = Sentence.of("capacity.counted_last", last);
    CareSubject told = new CareSubject(OptionalLong.empty(), "", OptionalLong.empty(), when);
    return new CareCase(CareKind.UNCOUNTED, module, 1, OptionalLong.empty(), List.of(told));
  }

  static CareCase unclear(long module, long services) {
    return new CareCase(CareKind.UNCLEAR, module, services, OptionalLong.empty(), List.of());
  }

  static CareCase over(long module, OverQuotaServices over) {
    List<CareSubject> named = over.most().stream().map(CareCase::over).toList();
    return new CareCase(CareKind.OVER_QUOTA, module, over.services(), OptionalLong.empty(), named);
  }

  static CareCase soon(long module, OverQuotaServices over) {
    List<CareSubject> named = over.first().stream().map(CareCase::soon).toList();
    return new CareCase(CareKind.SOON_FULL, module, over.soon(), OptionalLong.empty(), named);
  }

  private static CareSubject soon(SoonFull service) {
    Localizable stored = Quota.ofBytes(service.limit()).apart(service.bytes());
    Localizable sold = Quota.roughly(service.limit());
    return CareSubject.of(
        service.item(),
        OptionalLong.of(service.bytes()),
        service
            .day()
            .map(day -> Sentence.of("capacity.full_on", stored, sold, day))
            .orElseGet(() -> Sentence.of("show.used_of", stored, sold)));
  }

  static CareCase unbilled(long module, UnbilledAccounts all) {
    return of(CareKind.UNBILLED, module, all.accounts(), all.bytes(), all.most());
  }

  static CareCase closed(long module, UnbilledAccounts all) {
    return of(CareKind.CLOSED, module, all.closed(), all.closedBytes(), all.mostOfClosed());
  }

  private static CareCase of(
      CareKind kind, long module, long count, long bytes, List<AccountBytes> most) {
    List<CareSubject> named = most.stream().map(CareSubject::of).toList();
    return new CareCase(kind, module, count, OptionalLong.of(bytes), named);
  }

  /** That wait for a person, or will be tried again. */
  static CareCase operations(
      CareKind kind, long module, List<PendingOperation> operations, int named) {
    List<PendingOperation> ours =
        operations.stream()
            .filter(PendingOperation::isAmiss)
            .filter(it -> it.byHand() == (kind == CareKind.WAITS))
            .toList();
    return new CareCase(
        kind,
        module,
        ours.size(),
        OptionalLong.empty(),
        ours.stream().limit(named).map(CareCase::operation).toList());
  }

  private static CareSubject operation(PendingOperation operation) {
    String failure = operation.failureName();
    Sentence what =
        failure.isEmpty()
            ? Sentence.of("capacity.begun", operation.command())
            : Sentence.of("capacity.begun_failed", operation.command(), failure);
    return new CareSubject(operation.item(), "", OptionalLong.empty(), what);
  }

  private static CareSubject over(ServiceBytes service) {
    return CareSubject.of(
        service.item(),
        OptionalLong.of(service.bytes()),
        Sentence.of("capacity.over_by", Quota.roughly(service.bytes())));
  }
}
