package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.standin.panel.Call;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A panel with a module, a tariff and a customer, and for every test a service of its own. */
public abstract class WithPanel {

  @TempDir static Path root;

  public static PanelStandIn standIn;
  public static LocalPanel panel;
  public static long module;
  public static long tariff;
  public static long account;

  public long item;

  @BeforeAll
  static void startPanel() throws Exception {
    standIn = PanelStandIn.start(root);
    panel = new LocalPanel(root);
    module =
        standIn.addModule(
            Map.of("base_url", "https://cloud.example.org", "nc_username", "admin"),
            Map.of("nc_password", "пароль <&> \"'"));
    tariff =
        standIn.addTariff(
            TariffSpec.named("cloud-10").servedBy(module).param("usergroup", "clients"));
    account = standIn.addAccount("ann", "ann@example.org", "Анна", "ru");
  }

  @AfterAll
  static void stopPanel() throws Exception {
    standIn.close();
  }

  @BeforeEach
  void order() {
    item = standIn.order(account, tariff, module);
    standIn.forgetCalls();
  }

  Service service() {
    return panel.service(item, ServiceReadScope.ORDER);
  }

  /** The calls that the panel received, as lines. */
  static List<String> lines() {
    return standIn.calls().stream().map(Call::line).toList();
  }
}
