package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells customers each day what they store of what they have bought, where the product type has the
 * param to show it in. It is made by the panel once, and changed by the hundred from then on.
 */
final class SpaceUsedParam {

  private static final Logger LOG = LoggerFactory.getLogger(SpaceUsedParam.class);

  private static final int BATCH = 500;

  private final DailyUsageStore statistics;
  private final LocalDate day;
  private final Set<Long> saved;
  private final Map<Long, String> changed = new HashMap<>();

  SpaceUsedParam(DailyUsageStore statistics, LocalDate day) {
    this.statistics = statistics;
    this.day = day;
    this.saved = Set.copyOf(statistics.params(ServiceParams.SPACE_USED).keySet());
  }

  /** Who is suspended may have another quota than was bought. */
  void save(Counted service, long stored, Quota quota) {
    if (service.suspended() || !statistics.isShown(service.tariff(), ServiceParams.SPACE_USED)) {
      return;
    }
    String text =
        QuotaNoticeSchedule.used(stored, quota, day).in(statistics.language(service.item()));
    if (!saved.contains(service.item())) {
      statistics.billing(service.item()).saveParam(ServiceParams.SPACE_USED, text);
      return;
    }
    changed.put(service.item(), text);
    if (changed.size() == BATCH) {
      flush();
    }
  }

  /** What customers read is not worth a day's figures. */
  void flush() {
    try {
      statistics.replaceParams(ServiceParams.SPACE_USED, changed);
    } catch (BillingException refused) {
      LOG.warn("{} customers are not told what they use: {}", changed.size(), refused.getMessage());
    }
    changed.clear();
  }
}
