package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the staff when a customer was in the cloud last, where the processing module's settings ask
 * for it: a param of the service, saved only on a day on which it changes.
 */
final class LastLoginParam {

  private final DailyUsageStore statistics;
  private final boolean isKept;
  private final Map<Long, String> saved;

  LastLoginParam(DailyUsageStore statistics, ProcessingModule module) {
    this.statistics = statistics;
    this.isKept = module.isOn("keep_last_login");
    this.saved = isKept ? statistics.params(ServiceParams.LAST_LOGIN) : Map.of();
  }

  void save(Counted service, CloudUser user) {
    if (!isKept) {
      return;
    }
    Optional<String> last =
        user.usage()
            .lastLogin()
            .map(login -> login.atZone(ZoneId.systemDefault()).toLocalDate().toString());
    if (last.isPresent() && !last.get().equals(saved.get(service.item()))) {
      statistics.billing(service.item()).saveParam(ServiceParams.LAST_LOGIN, last.get());
    }
  }
}
