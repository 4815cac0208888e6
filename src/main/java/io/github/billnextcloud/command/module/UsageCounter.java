package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.DailyUsageStore.Figure;
import io.github.billnextcloud.billmanager.DailyUsageStore.Metered;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.provisioning.SoldQuotaCalculator;
import io.github.billnextcloud.provisioning.team.SeatLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what a module's services store. The services are few words each in memory; users pass by
 * page after page and figures leave in batches, so that a hundred thousand fit into little memory.
 */
final class UsageCounter {

  private static final Logger LOG = LoggerFactory.getLogger(UsageCounter.class);
  private static final int BATCH = 500;

  private final DailyUsageStore statistics;
  private final ProcessingModule module;
  private final LocalDate day;
  private final QuotaNotifier notices;
  private final SpaceUsedParam used;
  private final LastLoginParam lastLogins;
  private final InactivityNotifier unused;
  private final Map<Object, Counted> waiting = new HashMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private final Set<Long> told = new HashSet<>();
  private Optional<TeamUsage> teams = Optional.empty();
  private long written;
  private long stored;
  private long over;
  private long unknown;
  private long uncharged;

  UsageCounter(DailyUsageStore statistics, ProcessingModule module, LocalDate day) {
    this.statistics = statistics;
    this.module = module;
    this.day = day;
    this.notices = new QuotaNotifier(statistics, module, day);
    this.used = new SpaceUsedParam(statistics, day);
    this.lastLogins = new LastLoginParam(statistics, module);
    this.unused = new InactivityNotifier(statistics, day);
  }

  void of(Cloud cloud, TerminalProgress progress) {
    gather();
    teams = Optional.of(new TeamUsage(statistics, cloud));
    long all = waiting.size();
    try {
      if (all > 0) {
        cloud.readUsers(
            waiting.values().stream().map(UsageCounter::id).toList(),
            user -> {
              if (take(user)) {
                progress.at("progress.users", all - waiting.size(), all);
              }
            });
      }
    } finally {
      progress.end();
      flush();
    }
    waiting.values().forEach(missing -> tell(missing, "is not in the cloud"));
    LOG.info(
        "counted: {} services, {} bytes, {} figures written, {} not charged by space, {} unknown,"
            + " {} without a user, {} over their quota",
        all,
        stored,
        written,
        uncharged,
        unknown,
        waiting.size(),
        over);
  }

  /** Free services whose account nobody has used for longer than their tariff allows. */
  List<Long> unused() {
    return unused.due();
  }

  /** Two services that name one user are counted for neither: who would be charged? */
  private void gather() {
    Map<Object, Counted> shared = new LinkedHashMap<>();
    statistics.eachService(
        service -> {
          Object id = id(service).key();
          Counted other = waiting.putIfAbsent(id, service);
          if (other != null) {
            tell(service, "shares its user with service " + other.item());
            shared.put(id, other);
          }
        });
    shared.forEach(
        (id, first) -> {
          tell(first, "shares its user with another service");
          waiting.remove(id);
        });
  }

  private static UserId id(Counted service) {
    return new UserId(service.username(), service.cloudUserId());
  }

  /** True when the user is one of ours. */
  private boolean take(CloudUser user) {
    Counted identified = waiting.remove(user.id().key());
    Counted service = identified == null ? waiting.remove(user.id()) : identified;
    if (service == null) {
      return false;
    }
    if (!user.isShown()) {
      unknown++;
      tell(service, "is there, but the server cannot show it: look into the cloud's log");
    } else if (user.isAdministrator()) {
      tell(service, "is an administrator of the cloud");
    } else if (teams.filter(it -> it.isTeam(service)).isPresent()) {
      takeTeam(service, user);
    } else {
      count(service, user);
      lookForUse(service, user);
    }
    return true;
  }

  private void count(Counted service, CloudUser user) {
    if (user.usage().bytes().isEmpty()) {
      unknown++;
      tell(service, "stores an unknown amount: the server does not say");
      return;
    }
    long stored = user.usage().bytes().getAsLong();
    write(service, stored);
    saveParams(service, user, stored, user.quota());
  }

  /** Also of those of whom nothing is counted: some servers know nothing before a first sign-in. */
  private void lookForUse(Counted service, CloudUser user) {
    try {
      unused.look(service, user);
    } catch (RuntimeException failure) {
      LOG.warn("service {}: {}", service.item(), failure.getMessage());
    }
  }

  private void takeTeam(Counted service, CloudUser owner) {
    TeamUsage all = teams.orElseThrow();
    Optional<TeamSpace> space = all.space(service.item());
    if (space.isEmpty() || space.get().used().isEmpty()) {
      unknown++;
      tell(service, "has a team whose space the server does not show");
      return;
    }
    long stored = space.get().used().getAsLong();
    write(service, stored);
    writeSeats(service, all, space.get());
    saveParams(service, owner, stored, space.get().quota());
  }

  private void writeSeats(Counted service, TeamUsage all, TeamSpace space) {
    List<Metered> seats =
        statistics.addOns(service).stream()
            .filter(it -> SeatLimit.statisticsName(it.addOn(), module).isPresent())
            .toList();
    if (seats.size() != 1) {
      return;
    }
    try {
      BigDecimal members = BigDecimal.valueOf(all.members(space));
      String name = SeatLimit.statisticsName(seats.get(0).addOn(), module).orElseThrow();
      add(new Figure(service.item(), seats.get(0), name, members));
    } catch (CloudException untold) {
      unknown++;
      tell(service, "has members whom the server does not show: " + untold.getMessage());
    }
  }

  /** A param that cannot be saved does not keep the others from being counted. */
  private void saveParams(Counted service, CloudUser user, long stored, Quota quota) {
    if (quota.isPositive() && stored > quota.bytes().getAsLong()) {
      over++;
    }
    try {
      notices.notify(service, user.id(), stored, quota);
      used.save(service, stored, quota);
      lastLogins.save(service, user);
    } catch (RuntimeException failure) {
      LOG.warn("service {}: {}", service.item(), failure.getMessage());
    }
  }

  private void write(Counted service, long bytes) {
    stored += bytes;
    List<Metered> disks =
        statistics.addOns(service).stream()
            .filter(it -> SoldQuotaCalculator.statisticsName(it.addOn(), module).isPresent())
            .toList();
    if (disks.size() != 1) {
      uncharged++;
      if (told.add(service.tariff())) {
        LOG.info("not charged: tariff {} has {} disk add-ons", service.tariff(), disks.size());
      }
      return;
    }
    Metered disk = disks.get(0);
    Optional<BigDecimal> value = statistics.measures().ofBytes(bytes, disk.addOn().unit());
    if (value.isEmpty()) {
      unknown++;
      tell(service, "is charged by a unit that leads to no bytes: " + disk.addOn().unit());
      return;
    }
    String name = SoldQuotaCalculator.statisticsName(disk.addOn(), module).orElseThrow();
    add(new Figure(service.item(), disk, name, value.get()));
  }

  private void add(Figure figure) {
    figures.add(figure);
    if (figures.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    statistics.write(day, figures);
    written += figures.size();
    figures.clear();
    used.flush();
  }

  private static void tell(Counted service, String what) {
    LOG.warn("not counted: service {}: {} {}", service.item(), service.username(), what);
  }
}
