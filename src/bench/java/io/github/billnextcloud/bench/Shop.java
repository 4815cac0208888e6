package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One cloud that a panel sells, and services of it that may be suspended again and again. */
final class Shop implements AutoCloseable {

  static final long GIGABYTES = 10;
  static final String GROUP = "personal";
  static final String EMAIL = "ivan@example.org";

  private final PanelStandIn panel;
  private final CloudStandIn cloud;
  private final long module;
  private final long tariff;
  private final long customer;
  private final List<Long> items = new ArrayList<>();

  Shop(PanelStandIn panel, CloudStandIn cloud) {
    this.panel = panel;
    this.cloud = cloud;
    cloud.addGroup(GROUP);
    module =
        panel.addModule(
            Map.of("base_url", address(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    // What a form shows of the cloud is there already: the first open would fetch it.
    panel.sql(
        "UPDATE processingmodule SET config = ? WHERE id = ?",
        "<doc><group id=\"" + GROUP + "\"/></doc>",
        module);
    tariff = panel.addTariff(TariffSpec.named(GROUP).servedBy(module).param("usergroup", GROUP));
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(GIGABYTES));
    customer = panel.addAccount("Petrov", EMAIL, "Иван Петров", "ru");
  }

  String address() {
    return cloud.url().toString();
  }

  CloudStandIn cloud() {
    return cloud;
  }

  PanelStandIn panel() {
    return panel;
  }

  long module() {
    return module;
  }

  long order() {
    return panel.order(customer, tariff, module);
  }

  /** So many services, sold and active. */
  List<Long> sold(int count) {
    while (items.size() < count) {
      long item = order();
      panel.sql("UPDATE item SET opendate = ? WHERE id = ?", LocalDate.now(), item);
      panel.param(item, "username", login(item), false);
      panel.param(item, "url", address(), false);
      Account account = cloud.addAccount(login(item));
      account.setQuota(GIGABYTES + " GB");
      account.setEmail(EMAIL);
      account.groups().add(GROUP);
      items.add(item);
    }
    return items.subList(0, count);
  }

  static String login(long item) {
    return "user_" + item;
  }

  Account account(long item) {
    return cloud.account(login(item)).orElseThrow();
  }

  /** The service is active, and BILLmanager begins to suspend it; returns the operation. */
  long beginSuspension(long item) {
    account(item).setEnabled(true);
    panel.sql("DELETE FROM runningoperation WHERE item = ?", item);
    panel.sql("UPDATE item SET status = 2 WHERE id = ?", item);
    return panel.beginOperation(item, "suspend");
  }

  /** What is wrong when a service was to be suspended; empty when nothing is. */
  String complaintAboutSuspended(long item) {
    return panel.status(item) != 3
        ? "the service has the status " + panel.status(item)
        : account(item).enabled() ? "the user is still enabled" : "";
  }

  /** The same when it was to be opened. */
  String complaintAboutOpened(long item) {
    if (panel.status(item) != 2) {
      return "the service has the status " + panel.status(item);
    }
    return cloud
        .account(login(item))
        .filter(user -> user.enabled() && user.quota().equals(GIGABYTES + " GB"))
        .filter(user -> user.email().equals(EMAIL) && user.groups().contains(GROUP))
        .filter(user -> user.password().equals(panel.secretParam(item, "userpassword")))
        .map(user -> "")
        .orElse("the user is not as it should be");
  }

  @Override
  public void close() {
    cloud.close();
  }
}
