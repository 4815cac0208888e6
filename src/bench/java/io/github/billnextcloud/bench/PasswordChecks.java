package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.Costs;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.util.List;

/** How often each way makes the server check the administrator's password, its slowest work. */
final class PasswordChecks {

  private final Table table;

  PasswordChecks(Table table) {
    this.table = table;
  }

  void measure(int count) throws IOException, InterruptedException {
    try (ManyServices services = new ManyServices(Flavour.NEXTCLOUD_34, count)) {
      Installed ours = new Installed(services);
      services.cloud().costs(Costs.recorded(Flavour.NEXTCLOUD_34));
      List<Measured> installed = List.of(ours.count());
      long few = services.passwordChecks();
      services.forgetDay();
      List<Measured> reference = List.of(new OneByOne(services).count(services.items()));
      long many = services.passwordChecks();
      table.note("%n%,d services of a cloud that costs what a real one does, once each:", count);
      table.head();
      table.line("ours", count, installed);
      table.line("one by one (reference)", count, reference);
      table.note("password checks: ours %d, one by one %d", few, many);
    }
  }
}
