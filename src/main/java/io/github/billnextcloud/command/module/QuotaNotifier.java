package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.CustomerLinks;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Change;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Told;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.text.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells customers that their space runs out, by params of the service: the means that the contract
 * leaves a module (§7.1). Saved only when they change, since each saving starts a process.
 */
final class QuotaNotifier {

  private static final Logger LOG = LoggerFactory.getLogger(QuotaNotifier.class);

  /** Per cent. */
  private static final int ALL = 100;

  private final DailyUsageStore statistics;
  private final ProcessingModule module;
  private final LocalDate day;
  private final Map<Long, String> told;

  QuotaNotifier(DailyUsageStore statistics, ProcessingModule module, LocalDate day) {
    this.statistics = statistics;
    this.module = module;
    this.day = day;
    this.told = statistics.params(ServiceParams.NOTICED);
  }

  /** Who is suspended stores nothing more, and cannot look. */
  void notify(Counted service, UserId user, long stored, Quota quota) {
    if (service.suspended()) {
      return;
    }
    TariffSettings terms = new TariffSettings(statistics.tariff(service.tariff()));
    OptionalInt reached = QuotaNoticeSchedule.of(module, terms).level(stored, quota);
    Optional<Told> before = Optional.ofNullable(told.get(service.item())).flatMap(Told::parse);
    Change change = QuotaNoticeSchedule.change(before, reached, YearMonth.from(day));
    PanelBilling billing = statistics.billing(service.item());
    switch (change) {
      case NONE -> {}
      case WITHDRAW -> {
        billing.dropParam(ServiceParams.NOTICE);
        billing.dropParam(ServiceParams.NOTICED);
      }
      case RAISE, LOWER -> {
        int level = reached.orElseThrow();
        Optional<String> order = CustomerLinks.toOrder(module, service.item());
        String sentence =
            QuotaNoticeSchedule.sentence(level, stored, quota, day, order)
                .in(statistics.language(service.item()));
        billing.saveParam(ServiceParams.NOTICE, sentence);
        billing.saveParam(ServiceParams.NOTICED, new Told(YearMonth.from(day), level).text());
        if (change == Change.RAISE) {
          LOG.warn(
              "service {}: {} has passed {} % of its quota: stores {} of {}",
              service.item(),
              user,
              Math.min(level, ALL),
              Quota.roughly(stored).in(Language.EN),
              quota);
        }
      }
    }
  }
}
