package io.github.billnextcloud.billmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.RecordedAccount;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Services read by the hundred are those that are read one by one. */
class ServicePageReaderTest extends WithPanel {

  private static final int MANY = 120;
  private final Random random = new Random(7);

  private List<Service> pages() {
    List<Service> services = new ArrayList<>();
    try (ServicePageReader pages = new ServicePageReader(panel, panel.processingModule(module))) {
      pages.each(services::add);
      assertThat(pages.count()).isEqualTo(services.size());
    }
    return services;
  }

  @Test
  void servicesWhenReadByTheHundredAreThoseReadOneByOne() {
    long plain = standIn.addTariff(TariffSpec.named("plain").servedBy(module));
    long disk =
        standIn.addAddOn(
            plain, AddOnSpec.disk("disk disc").in("gib").included(10).column("addonmaxtrial", 5));
    standIn.addAddOn(plain, AddOnSpec.disk("traffic").in("mib").metered(500L));
    standIn.addAddOn(plain, AddOnSpec.disk("hidden").column("active", "off"));
    long other = standIn.addAccount("bob", "bob@example.org", "Bob", "en");
    for (int number = 0; number < MANY; number++) {
      one(number % 3 == 0 ? tariff : plain, disk, number % 2 == 0 ? account : other);
    }
    for (Service service : pages()) {
      Service alone = panel.service(service.id(), ServiceReadScope.ORDER);
      assertThat(service).usingRecursiveComparison().ignoringFields("otherOwner").isEqualTo(alone);
    }
  }

  private void one(long itsTariff, long disk, long payer) {
    long it = standIn.order(payer, itsTariff, module);
    standIn.sql(
        "UPDATE item SET status = ?, abusesuspend = ?, period = ?, lastpricelist = ? WHERE id = ?",
        1 + random.nextInt(5),
        random.nextBoolean() ? "on" : "off",
        random.nextInt(4) == 0 ? -100 : 1,
        random.nextInt(4) == 0 ? tariff : 0,
        it);
    if (itsTariff != tariff && random.nextBoolean()) {
      standIn.orderedAddOn(it, disk, Map.of("intvalue", random.nextInt(50), "status", 4));
      if (random.nextBoolean()) {
        standIn.orderedAddOn(it, disk, Map.of("intvalue", random.nextInt(50), "status", 2));
      }
    }
    if (random.nextBoolean()) {
      standIn.param(it, "username", "user_" + it, false);
      standIn.param(it, "url", "https://cloud.example.org/", false);
    }
  }

  @Test
  void loginsWhenServicesLiveAreTaken() {
    standIn.sql("UPDATE item SET status = 2 WHERE id = ?", item);
    standIn.param(item, "username", "living", false);
    standIn.param(item, "url", "https://cloud.example.org", false);
    standIn.param(item, "deleted_logins", "once,twice", false);
    ProcessingModule ours = panel.processingModule(module);
    ProcessingModule twin =
        new ProcessingModule(999, ours.settings(), Map.of("nc_password", new Secret("x")));
    try (ServicePageReader pages = new ServicePageReader(panel, twin)) {
      assertThat(names(pages.recorded(true, false))).contains("living").doesNotContain("once");
      assertThat(names(pages.recorded(false, true))).contains("living", "once", "twice");
    }
    try (ServicePageReader pages = new ServicePageReader(panel, ours)) {
      assertThat(names(pages.recorded(true, false))).doesNotContain("living");
    }
  }

  private static List<String> names(List<RecordedAccount> accounts) {
    return accounts.stream().map(RecordedAccount::name).toList();
  }
}
