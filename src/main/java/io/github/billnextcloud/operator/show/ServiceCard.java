package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.database.ServiceNames;
import io.github.billnextcloud.billmanager.database.ServiceNames.PendingOperation;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.command.CommandFailure;
import io.github.billnextcloud.operator.logs.LoggedRun;
import io.github.billnextcloud.operator.show.AccountLook.Part;
import io.github.billnextcloud.operator.show.AccountLook.Seen;
import io.github.billnextcloud.provisioning.AccountDrift;
import io.github.billnextcloud.provisioning.AccountDrift.DriftKind;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.WantedAccount;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One service on one page, for whoever has its customer on the phone: whose it is, what was
 * promised and what is there, what happened last and what to do next. No secret is on it.
 *
 * @param team empty of a service that has none
 * @param runs the last ones, as the log tells them
 */
record ServiceCard(
    Service service,
    ServiceNames names,
    AccountLook look,
    Optional<TeamLook> team,
    List<LoggedRun> runs,
    Language language) {

  private static final String NOTHING = "–";
  private static final int BAR = 20;
  private static final int WIDEST = 40;

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(words("show.title", service.id(), state(service.standing(), language)));
    lines.addAll(table(facts()));
    lines.add("");
    lines.addAll(table(comparison()));
    card()
        .ifPresent(
            it -> {
              lines.add("");
              lines.add(words("show.team"));
              lines.addAll(table(it.rows()));
            });
    section(lines, "show.waiting", names.operations().stream().flatMap(this::waiting).toList());
    section(lines, "show.last", runs.stream().map(this::run).toList());
    section(lines, "show.next", next());
    return lines.stream().map(PrintableText::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private Optional<TeamCard> card() {
    return team.map(it -> new TeamCard(it, this::used, language));
  }

  private void section(List<String> lines, String head, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(words(head));
      content.forEach(line -> lines.add("  " + line));
    }
  }

  private String words(String key, Object... values) {
    return Sentence.of(key, values).in(language);
  }

  /** In a word, which stands beside the service's number. */
  static String state(ServiceStatus standing, Language language) {
    String known =
        standing
            .status()
            .map(ItemStatus::name)
            .map(it -> "show.status." + it.toLowerCase(Locale.ROOT))
            .orElse("show.status.untold");
    String state = Sentence.of(known).in(language);
    return standing.abused() ? state + ", " + Sentence.of("show.abused").in(language) : state;
  }

  private List<List<String>> facts() {
    List<List<String>> facts = new ArrayList<>();
    String customer =
        Stream.of(names.customer(), service.customer().name(), service.customer().email())
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(", "));
    fact(facts, "customer", service.customer().account(), Optional.of(customer));
    service
        .tariff()
        .ifPresent(it -> fact(facts, "tariff", OptionalLong.of(it.id()), names.tariff()));
    fact(facts, "module", service.module().knownId(), names.module());
    fact(facts, "cloud", service.params().find(ServiceParams.URL).orElseGet(this::address));
    fact(facts, "login", look.login().map(this::called).orElse(NOTHING));
    use(facts);
    service.params().find(ServiceParams.NOTICE).ifPresent(told -> fact(facts, "notice", told));
    service
        .params()
        .find(ServiceParams.DELETE_AFTER)
        .ifPresent(day -> fact(facts, "delete_after", day));
    return facts;
  }

  private String address() {
    return CloudFactory.address(service.module());
  }

  private Optional<CloudUser> user() {
    return look.seen().flatMap(Part::value).filter(Seen::ours).flatMap(Seen::user);
  }

  private void fact(
      List<List<String>> facts, String key, OptionalLong number, Optional<String> name) {
    fact(
        facts,
        key,
        Stream.concat(number.stream().mapToObj(Long::toString), name.stream())
            .filter(it -> !it.isBlank())
            .collect(Collectors.joining(", ")));
  }

  private void fact(List<List<String>> facts, String key, String value) {
    facts.add(List.of("  " + words("show." + key), value.isBlank() ? NOTHING : value));
  }

  /** Empty where the service sells none, whatever it had before. */
  private Optional<TeamLook> sharing() {
    return team.filter(it -> TariffSettings.of(service).sellsTeams());
  }

  /** Where customers can rename themselves, the cloud may know him by another. */
  private String called(UserId login) {
    return user()
        .map(CloudUser::id)
        .filter(it -> !it.equals(login))
        .map(it -> words("show.renamed", login, it))
        .orElseGet(login::value);
  }

  /** Of a team what all have stored of what was sold; beside it its owner has nothing as a rule. */
  private void use(List<List<String>> facts) {
    sharing()
        .flatMap(TeamLook::space)
        .ifPresent(
            it ->
                use(
                    facts,
                    "used",
                    it.used(),
                    sharing().flatMap(TeamLook::pool).orElse(it.quota())));
    user()
        .ifPresent(
            it -> {
              OptionalLong bytes = it.usage().bytes();
              if (sharing().isEmpty()) {
                use(facts, "used", bytes, it.quota());
              } else if (!isNothing(it.quota()) || bytes.orElse(0) > 0) {
                use(facts, "used_beside", bytes, it.quota());
              }
              String never = words("show.no_sign_in");
              Optional<String> last = it.usage().lastLogin().map(ServiceCard::minute);
              fact(facts, "last_login", last.orElse(never));
            });
  }

  private void use(List<List<String>> facts, String key, OptionalLong bytes, Quota quota) {
    bytes.ifPresent(stored -> fact(facts, key, used(stored, quota)));
  }

  /** Where zero is no limit, the least that there is stands for it. */
  private static boolean isNothing(Quota quota) {
    return Quota.ofBytes(0).isKeptAs(quota);
  }

  private String quota(Quota quota) {
    return sharing().isPresent() && isNothing(quota)
        ? words("show.none_of_own")
        : quota.in(language);
  }

  private String used(long bytes, Quota quota) {
    String stored = quota.apart(bytes).in(language);
    OptionalLong limit = quota.bytes();
    if (limit.isEmpty() || isNothing(quota)) {
      return words("show.used_of", stored, quota.in(language));
    }
    double share = (double) bytes / limit.getAsLong();
    int full = (int) Math.min(BAR, Math.round(share * BAR));
    String bar = "█".repeat(full) + "░".repeat(BAR - full);
    long percent = Math.round(share * 100);
    return words("show.used_of", stored, quota.in(language)) + "  " + bar + "  " + percent + " %";
  }

  private static String minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replace('T', ' ')
        .replace(":00Z", " UTC");
  }

  private List<List<String>> comparison() {
    Optional<WantedAccount> wanted = look.wanted().value();
    Optional<CloudUser> user = user();
    Optional<UserProfile> promised = wanted.map(WantedAccount::profile);
    Optional<UserProfile> there = user.map(CloudUser::profile);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", words("show.promised"), words("show.there")));
    rows.add(row("state", DriftKind.STATE, promisedState(), user.map(this::stateOf)));
    rows.add(
        row(
            "quota",
            DriftKind.QUOTA,
            wanted.map(it -> quota(it.quota())),
            user.map(it -> quota(it.quota()))));
    rows.add(
        row(
            "groups",
            DriftKind.GROUPS,
            wanted.map(it -> listed(it.groups())),
            user.map(it -> listed(it.groups()))));
    rows.add(profile("email", promised, there, UserProfile::email));
    rows.add(profile("name", promised, there, UserProfile::displayName));
    rows.add(profile("language", promised, there, UserProfile::language));
    return rows;
  }

  private List<String> profile(
      String key,
      Optional<UserProfile> promised,
      Optional<UserProfile> there,
      Function<UserProfile, Optional<String>> part) {
    return row(key, DriftKind.PROFILE, promised.flatMap(part), there.flatMap(part));
  }

  /** With a mark where {@code sync_item} would change it. */
  private List<String> row(
      String key, DriftKind kind, Optional<String> promised, Optional<String> there) {
    boolean differs =
        !promised.equals(there)
            && look.drift()
                .flatMap(Part::value)
                .filter(it -> it.kinds().contains(kind))
                .isPresent();
    return List.of(
        "  " + words("show." + key),
        promised.orElse(NOTHING),
        there.orElse(NOTHING),
        differs ? "≠" : "");
  }

  private Optional<String> promisedState() {
    if (service.standing().isActive()) {
      return Optional.of(words("show.enabled"));
    }
    return service.standing().isSuspended()
        ? Optional.of(words("show.status.suspended"))
        : Optional.empty();
  }

  private String stateOf(CloudUser user) {
    return user.isShown() ? words(user.isEnabled() ? "show.enabled" : "show.disabled") : NOTHING;
  }

  private static String listed(Set<String> groups) {
    return groups.isEmpty() ? NOTHING : String.join(", ", new TreeSet<>(groups));
  }

  private Stream<String> waiting(PendingOperation operation) {
    String line =
        words("show.operation", operation.command(), operation.id(), operation.tries().orElse(0));
    String state = operation.byHand() ? line + ", " + words("show.by_hand") : line;
    return Stream.concat(Stream.of(state), why(operation).stream().map(it -> "  " + it));
  }

  /** As far as it can be known; a first try that runs has failed of nothing. */
  private List<String> why(PendingOperation operation) {
    if (operation.failure().isEmpty()) {
      return operation.wasTried()
          ? List.of(words("show.reason_unknown", operation.id()))
          : List.of();
    }
    String id = operation.failure().get();
    String why = words("show.reason", operation.reason().orElse(id));
    return id.startsWith("pmnextcloud_") ? List.of(why, explain(id)) : List.of(why);
  }

  private String run(LoggedRun run) {
    String end =
        run.exitCode()
            .map(code -> code == 0 ? words("show.done") : words("show.failed"))
            .orElseGet(() -> words("show.no_end"));
    String why = run.failure().map(id -> ": " + id).orElse("");
    return run.first().time().substring(0, 16).replace('T', ' ')
        + "  "
        + run.command()
        + "  "
        + end
        + why;
  }

  private static String again(PendingOperation operation) {
    return operation.mayBeTakenBack() ? "show.order_anew" : "show.begin_again";
  }

  /** The first thing that stands in the way, and the command that tells or does more. */
  private List<String> next() {
    List<String> next = new ArrayList<>();
    look.wanted().failure().ifPresent(it -> next.addAll(of(it)));
    look.seen().flatMap(Part::failure).ifPresent(it -> next.addAll(ofCloud(it)));
    look.drift().flatMap(Part::failure).ifPresent(it -> next.addAll(of(it)));
    look.seen().flatMap(Part::value).filter(it -> !it.ours()).ifPresent(it -> next.addAll(of(it)));
    look.drift()
        .flatMap(Part::value)
        .filter(it -> !it.isNone())
        .ifPresent(it -> next.addAll(of(it)));
    card().map(TeamCard::next).ifPresent(next::addAll);
    names.operations().stream()
        .filter(PendingOperation::byHand)
        .forEach(it -> next.add(words(again(it), it.command(), it.id())));
    names.operations().stream()
        .filter(it -> !it.byHand() && it.tries().orElse(0) > 0)
        .forEach(it -> next.add(words("show.tries_again", it.command(), it.id())));
    if (next.isEmpty() && service.standing().isSuspended()) {
      next.add(words(service.standing().abused() ? "show.kept_out_for_abuse" : "show.kept_out"));
    }
    boolean full =
        user().filter(it -> isFull(it.quota(), it.usage().bytes())).isPresent()
            || card()
                .flatMap(TeamCard::space)
                .filter(it -> isFull(it.quota(), it.used()))
                .isPresent();
    if (full) {
      next.add(words("show.full"));
    }
    if (next.isEmpty()) {
      names.operations().forEach(it -> next.add(words("show.goes_on", it.command(), it.id())));
    }
    if (next.isEmpty()) {
      next.add(words("show.nothing"));
    }
    return next.stream().distinct().toList();
  }

  /** Clouds let nobody store more than that, but what is there stays. */
  private static boolean isFull(Quota quota, OptionalLong used) {
    return !isNothing(quota) && used.orElse(0) >= quota.bytes().orElse(Long.MAX_VALUE);
  }

  private static String explain(String id) {
    return "pmnextcloud explain " + id.replaceFirst("^pmnextcloud_", "");
  }

  private List<String> of(CommandFailure failure) {
    return List.of(failure.sentence(language), explain(failure.id()));
  }

  private List<String> ofCloud(CommandFailure failure) {
    List<String> lines = new ArrayList<>(of(failure));
    service
        .module()
        .knownId()
        .ifPresent(module -> lines.add("pmnextcloud doctor --module " + module));
    return lines;
  }

  /** Nobody is there, or another of that name. */
  private List<String> of(Seen seen) {
    if (seen.user().isPresent()) {
      return List.of(words("show.stranger"), explain("account_collision"));
    }
    return service.hasAccount() && !service.standing().isDeleted()
        ? List.of(words("show.missing"), explain("account_missing"))
        : List.of();
  }

  private List<String> of(AccountDrift drift) {
    List<String> lines = new ArrayList<>();
    lines.add("pmnextcloud sync_item --item " + service.id() + "   " + words("show.would"));
    drift.sentences().forEach(step -> lines.add("  " + step.in(language)));
    return lines;
  }

  private static List<String> table(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size() - 1; column++) {
        widths[column] = Math.max(widths[column], Math.min(WIDEST, row.get(column).length()));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = PrintableText.line(row.get(column));
        line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
