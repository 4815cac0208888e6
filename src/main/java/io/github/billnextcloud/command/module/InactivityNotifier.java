package io.github.billnextcloud.command.module;

import io.github.billnextcloud.billmanager.DailyUsageStore;
import io.github.billnextcloud.billmanager.DailyUsageStore.Billed;
import io.github.billnextcloud.billmanager.DailyUsageStore.Counted;
import io.github.billnextcloud.billmanager.PanelBilling;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.provisioning.InactivityRule;
import io.github.billnextcloud.provisioning.TariffSettings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells customers whose account nobody uses, where the tariff asks for it, and finds those whose
 * time is up. Who is suspended cannot sign in.
 */
final class InactivityNotifier {

  private static final Logger LOG = LoggerFactory.getLogger(InactivityNotifier.class);

  private final DailyUsageStore statistics;
  private final LocalDate day;
  private final Map<Long, String> told;
  private final List<Long> due = new ArrayList<>();

  InactivityNotifier(DailyUsageStore statistics, LocalDate day) {
    this.statistics = statistics;
    this.day = day;
    this.told = statistics.params(ServiceParams.UNUSED_TOLD);
  }

  void look(Counted service, CloudUser user) {
    InactivityRule rule =
        InactivityRule.of(new TariffSettings(statistics.tariff(service.tariff())));
    Optional<LocalDate> before = day(told.get(service.item()));
    if (service.suspended() || !rule.isOn() && before.isEmpty()) {
      return;
    }
    boolean never = user.usage().neverSignedIn();
    Optional<Billed> billed =
        never || before.isPresent()
            ? Optional.of(statistics.billed(service.item()))
            : Optional.empty();
    Optional<LocalDate> opened = billed.flatMap(Billed::opened);
    switch (rule.verdict(user.usage(), opened, before, day)) {
      case NONE -> {}
      case TELL -> tell(service, rule, user, rule.lastDay(user.usage(), opened).orElseThrow());
      case WITHDRAW -> {
        PanelBilling billing = statistics.billing(service.item());
        billing.dropParam(ServiceParams.UNUSED);
        billing.dropParam(ServiceParams.UNUSED_TOLD);
      }
      case CLOSE -> close(service, user, billed.filter(Billed::isFree).isPresent());
    }
  }

  private void tell(Counted service, InactivityRule rule, CloudUser user, LocalDate last) {
    boolean never = user.usage().neverSignedIn();
    String sentence =
        InactivityRule.sentence(never, last, rule.closingDay(day))
            .in(statistics.language(service.item()));
    PanelBilling billing = statistics.billing(service.item());
    billing.saveParam(ServiceParams.UNUSED, sentence);
    billing.saveParam(ServiceParams.UNUSED_TOLD, day.toString());
    LOG.warn(
        "service {}: {} {} {}",
        service.item(),
        user.id(),
        never ? "has never signed in, and was made on" : "has not signed in since",
        last);
  }

  /** Where sign-ins are counted by one of several ways in, nobody is known to be unused. */
  private void close(Counted service, CloudUser user, boolean free) {
    if (free && !user.id().isIdentified()) {
      due.add(service.item());
    } else {
      LOG.warn(
          "service {}: not closed though unused: {}",
          service.item(),
          free ? "this cloud does not count every way in" : "it is paid for");
    }
  }

  /** Free services that were told of long enough. */
  List<Long> due() {
    return due;
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(String::strip).map(LocalDate::parse);
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
