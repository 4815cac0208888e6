package io.github.billnextcloud.billmanager;

import java.util.List;

/** Where the clouds of all processing modules are. */
final class CloudAddresses {

  private record Address(long module, String plain) {}

  private final List<Address> all;

  CloudAddresses(BillingDatabase database) {
    all =
        database
            .query("SELECT processingmodule, value FROM processingparam WHERE intname = 'base_url'")
            .stream()
            .map(
                row ->
                    new Address(
                        row.number("processingmodule"),
                        ProcessingModule.plainly(row.text("value"))))
            .toList();
  }

  /** True when this address is another module's cloud and not this one's. */
  boolean isOfAnother(ProcessingModule module, String address) {
    String plain = ProcessingModule.plainly(address);
    return !module.isAt(address)
        && all.stream().anyMatch(it -> it.module() != module.id() && it.plain().equals(plain));
  }
}
