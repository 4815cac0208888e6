package io.github.billnextcloud.billmanager.database;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Where the clouds of all processing modules are. */
public final class OtherModuleAddresses {

  private record ModuleAddress(OptionalLong module, CloudAddress address) {}

  private final List<ModuleAddress> all = new ArrayList<>();

  public OtherModuleAddresses(JdbcSession database) {
    database
        .query("SELECT processingmodule, value FROM processingparam WHERE intname = 'base_url'")
        .forEach(
            row ->
                CloudAddress.parse(row.text("value"))
                    .ifPresent(
                        at -> all.add(new ModuleAddress(row.number("processingmodule"), at))));
  }

  /** True when this address is another module's cloud and not this one's. */
  public boolean isOfAnother(ProcessingModule module, String address) {
    return !module.isAt(address)
        && CloudAddress.parse(address)
            .filter(
                at -> all.stream().anyMatch(it -> isOther(it, module) && it.address().equals(at)))
            .isPresent();
  }

  private static boolean isOther(ModuleAddress place, ProcessingModule module) {
    return !place.module().equals(module.knownId());
  }
}
