package io.github.billnextcloud.operator.show;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamKey.SpaceKind;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.provisioning.team.MemberWish;
import io.github.billnextcloud.provisioning.team.TeamMember;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A service's team on its page: what it shares, who is in it, what differs from what was sold.
 *
 * @param share how much of a quota so many bytes are, in words
 */
record TeamCard(TeamLook look, BiFunction<Long, Quota, String> share, Language language) {

  private static final String NOTHING = "–";
  private static final String DIFFERS = "≠ ";

  /** So many are named: who is on the phone asks for one. */
  private static final int MOST = 12;

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    row(rows, "space", spaceWords());
    look.space()
        .filter(it -> it.used().isPresent())
        .ifPresent(it -> row(rows, "used", share.apply(it.used().getAsLong(), it.quota())));
    look.pool().ifPresent(sold -> row(rows, "pool", poolWords(sold)));
    row(rows, "seats", seatWords());
    byState().forEach((state, who) -> row(rows, "members." + state, named(who)));
    if (look.failure().isEmpty()) {
      row(rows, "strangers", named(names(look.strangers())));
      row(rows, "managers", named(names(look.managers())));
    }
    return rows;
  }

  private void row(List<List<String>> rows, String key, String value) {
    rows.add(List.of("  " + words("show.team." + key), value));
  }

  private String words(String key, Object... values) {
    return Sentence.of(key, values).in(language);
  }

  private String spaceWords() {
    Optional<TeamKey> key = look.key();
    if (key.isEmpty()) {
      return NOTHING;
    }
    String what = words("show.team." + kind(key.get())) + " " + key.get().mark();
    if (look.failure().isPresent()) {
      return what;
    }
    String access =
        look.space()
            .map(it -> words("show.team.access." + word(it.access())))
            .orElseGet(() -> words("show.team.no_space"));
    return what + ", " + access + (isAccessWanted() ? "" : " " + DIFFERS.strip());
  }

  /** Only servers that speak LibreGraph give users ids of their own. */
  private String kind(TeamKey key) {
    if (key.kind() == SpaceKind.SHARED_FOLDER) {
      return "shared_folder";
    }
    return look.service().params().find(ServiceParams.CLOUD_USER_ID).isPresent()
        ? "project_space"
        : "team_folder";
  }

  private boolean isAccessWanted() {
    Service service = look.service();
    Optional<SpaceAccess> access = look.space().map(TeamSpace::access);
    if (service.standing().isActive() && TariffSettings.of(service).sellsTeams()) {
      return access.equals(Optional.of(SpaceAccess.OPEN));
    }
    boolean reads =
        TariffSettings.of(service).suspendStyle() == SuspendStyle.READ_ONLY
            && !service.standing().abused();
    return !service.standing().isSuspended()
        || access.isEmpty()
        || access.get() == (reads ? SpaceAccess.READ_ONLY : SpaceAccess.HIDDEN);
  }

  private String poolWords(Quota sold) {
    return sold.in(language) + (isPoolKept(sold) ? "" : "  " + inCloud());
  }

  private boolean isPoolKept(Quota sold) {
    return look.space().map(it -> sold.isKeptAs(it.quota())).orElse(true);
  }

  private String inCloud() {
    return DIFFERS + look.space().map(it -> it.quota().in(language)).orElse(NOTHING);
  }

  private String seatWords() {
    int members = look.roster().active() + 1 + look.strangers().size();
    return look.seats().isPresent()
        ? words("show.used_of", members, look.seats().getAsInt())
        : Integer.toString(members);
  }

  /** What has become of each, as whoever asks would say it. */
  private Map<String, List<String>> byState() {
    Map<String, List<String>> states = new LinkedHashMap<>();
    for (TeamMember member : look.roster().members()) {
      String day = member.due().map(it -> " (" + it + ")").orElse("");
      states
          .computeIfAbsent(state(member), none -> new ArrayList<>())
          .add(member.id().value() + day);
    }
    List<String> asked = asked();
    if (!asked.isEmpty()) {
      String state = hasRoom() ? "waiting" : "no_seat";
      states.computeIfAbsent(state, none -> new ArrayList<>()).addAll(asked);
    }
    return states;
  }

  private String state(TeamMember member) {
    if (member.isClosed()) {
      return "closed";
    }
    if (!member.isActive()) {
      return "blocked";
    }
    if (!member.isProven() || member.isReturning()) {
      return "waiting";
    }
    if (member.isWarned()) {
      return "warned";
    }
    if (look.failure().isPresent()) {
      return "there";
    }
    return look.user(member).map(user -> user.isDisabled() ? out() : "there").orElse("missing");
  }

  private String out() {
    return look.service().standing().isActive() ? "disabled" : "out";
  }

  /** On the customer's list, and not on record yet. */
  private List<String> asked() {
    return MemberWish.parse(look.service().params().plain().getOrDefault(ServiceParams.MEMBERS, ""))
        .wishes()
        .stream()
        .filter(wish -> look.roster().members().stream().noneMatch(wish::isOf))
        .map(MemberWish::email)
        .toList();
  }

  private static List<String> names(Collection<UserId> ids) {
    return ids.stream().map(UserId::value).toList();
  }

  private static String named(List<String> who) {
    String first = who.stream().limit(MOST).collect(Collectors.joining(", "));
    String more = who.size() > MOST ? " … +" + (who.size() - MOST) : "";
    return who.isEmpty() ? NOTHING : first + more + (who.size() > 1 ? " (" + who.size() + ")" : "");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  Optional<TeamSpace> space() {
    return look.space();
  }

  /** What stands in the way of a team as it was sold, and what does away with it. */
  List<String> next() {
    List<String> next = new ArrayList<>();
    if (look.failure().isPresent() || !look.service().standing().isActive()) {
      return next;
    }
    boolean sells = TariffSettings.of(look.service()).sellsTeams();
    boolean managed = TariffSettings.of(look.service()).ownerManages();
    if (sells && isAmiss(managed)) {
      next.add(words("show.team.bring", look.service().id()));
    }
    if (byState().containsKey("disabled")) {
      next.add(words("show.team.let_in"));
    }
    if (!look.strangers().isEmpty()) {
      next.add(words("show.team.take_out", look.key().map(TeamKey::mark).orElse(NOTHING)));
    }
    return next;
  }

  private boolean isAmiss(boolean managed) {
    Map<String, List<String>> states = byState();
    boolean othersManage =
        look.managers().stream().anyMatch(it -> !managed || !it.isSame(look.owner()));
    return !isAccessWanted()
        || look.pool().filter(it -> !isPoolKept(it)).isPresent()
        || othersManage
        || states.containsKey("waiting")
        || states.containsKey("missing");
  }

  private boolean hasRoom() {
    return look.seats().isEmpty() || look.roster().active() + 1 < look.seats().getAsInt();
  }
}
