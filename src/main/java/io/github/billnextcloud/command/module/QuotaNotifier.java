package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Change;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule.Told;
import io.github.billnextcloud.text.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells customers that their space runs out, and the staff when somebody was here last, by params
 * of the service: the means that the contract leaves a module (§7.1). Saved only when they change,
 * since each saving starts a process.
 */
final class QuotaNotifier {

  private static final Logger LOG = LoggerFactory.getLogger(QuotaNotifier.class);

  private final DailyUsageStore statistics;
  private final QuotaNoticeSchedule notices;
  private final LocalDate day;
  private final boolean keepsLogins;
  private final Map<Long, String> told;
  private final Map<Long, String> logins;

  QuotaNotifier(DailyUsageStore statistics, ProcessingModule module, LocalDate day) {
    this.statistics = statistics;
    this.notices = QuotaNoticeSchedule.of(module);
    this.day = day;
    this.keepsLogins = module.isOn("keep_last_login");
    this.told = statistics.params(ServiceParams.NOTICED);
    this.logins = keepsLogins ? statistics.params(ServiceParams.LAST_LOGIN) : Map.of();
  }

  /** A param that cannot be saved does not keep the others from being counted. */
  void look(Counted service, CloudUser user) {
    try {
      if (!service.suspended()) {
        notice(service, user);
      }
      if (keepsLogins) {
        lastLogin(service, user);
      }
    } catch (RuntimeException failure) {
      LOG.warn("service {}: {}", service.item(), failure.getMessage());
    }
  }

  private void notice(Counted service, CloudUser user) {
    long stored = user.usage().bytes().orElse(0);
    int level = notices.level(stored, user.quota());
    Optional<Told> before = Optional.ofNullable(told.get(service.item())).flatMap(Told::parse);
    Change change = QuotaNoticeSchedule.change(before, level, YearMonth.from(day));
    PanelBilling billing = statistics.billing(service.item());
    switch (change) {
      case NONE -> {}
      case WITHDRAW -> {
        billing.dropParam(ServiceParams.NOTICE);
        billing.dropParam(ServiceParams.NOTICED);
      }
      case RAISE, LOWER -> {
        String language = statistics.customer(service.item()).map(Customer::language).orElse("");
        String sentence =
            QuotaNoticeSchedule.sentence(Language.of(language), level, stored, user.quota(), day);
        billing.saveParam(ServiceParams.NOTICE, sentence);
        billing.saveParam(ServiceParams.NOTICED, new Told(YearMonth.from(day), level).text());
      }
    }
    if (change == Change.RAISE) {
      LOG.warn("service {}: {} has passed {} % of its quota", service.item(), user.id(), level);
    }
  }

  private void lastLogin(Counted service, CloudUser user) {
    Optional<String> last =
        user.usage()
            .lastLogin()
            .map(login -> login.atZone(ZoneId.systemDefault()).toLocalDate().toString());
    if (last.isPresent() && !last.get().equals(logins.get(service.item()))) {
      statistics.billing(service.item()).saveParam(ServiceParams.LAST_LOGIN, last.get());
    }
  }
}
