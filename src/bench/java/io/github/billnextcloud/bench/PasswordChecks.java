package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How often each way makes the server check the administrator's password, its slowest work. */
final class PasswordChecks {

  /** As recorded of Nextcloud 28 and 29. */
  private static final Duration ONE = Duration.ofMillis(600);

  private final Table table;

  PasswordChecks(Table table) {
    this.table = table;
  }

  void measure(int count) throws IOException, InterruptedException {
    try (ManyServices services = new ManyServices(Flavour.NEXTCLOUD_34, count)) {
      Installed ours = new Installed(services);
      services.cloud().passwordCheckCosts(ONE);
      List<Measured> installed = List.of(ours.count());
      long few = services.passwordChecks();
      services.forgetDay();
      List<Measured> reference = List.of(new OneByOne(services).count(services.items()));
      long many = services.passwordChecks();
      table.note(
          "%n%,d services, each check of the password taking %d ms, once each:",
          count, ONE.toMillis());
      table.head();
      table.line("ours", count, installed);
      table.line("one by one (reference)", count, reference);
      table.note("password checks: ours %d, one by one %d", few, many);
      table.note(
          "arithmetic, not measured: 10,000 services one by one wait %.1f hours for such checks",
          10_000.0 * many / count * ONE.toMillis() / 3_600_000);
    }
  }
}
