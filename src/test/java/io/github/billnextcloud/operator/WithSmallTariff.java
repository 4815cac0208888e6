package io.github.billnextcloud.operator;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A panel with one cloud, of which a tariff sells 10 GiB, and a customer, for each test anew. */
public abstract class WithSmallTariff {

  @TempDir protected Path root;

  protected final CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
  protected PanelStandIn panel;
  protected long module;
  protected long tariff;
  protected long account;

  @BeforeEach
  void startPanel() throws IOException {
    panel = PanelStandIn.start(root);
    module = module();
    tariff = tariff("small", 10);
    account = panel.addAccount("Payer", "ivan@example.org", "Ivan", "en");
  }

  @AfterEach
  void stopAll() throws IOException {
    cloud.close();
    panel.close();
  }

  /** Another one of the same cloud. */
  protected final long module() {
    return panel.addModule(
        Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
        Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
  }

  protected final long tariff(String name, long gib) {
    long id = panel.addTariff(TariffSpec.named(name).servedBy(module));
    panel.addAddOn(id, AddOnSpec.disk("disk").in("gib").included(gib));
    return id;
  }

  protected final long service(long of, int status) {
    long item = panel.order(account, of, module);
    panel.sql("UPDATE item SET status = ? WHERE id = ?", status, item);
    return item;
  }
}
