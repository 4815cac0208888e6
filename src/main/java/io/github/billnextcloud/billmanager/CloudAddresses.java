package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.address.CloudAddress;
import java.util.ArrayList;
import java.util.List;

/** Where the clouds of all processing modules are. */
final class CloudAddresses {

  private record Place(long module, CloudAddress address) {}

  private final List<Place> all = new ArrayList<>();

  CloudAddresses(BillingDatabase database) {
    database
        .query("SELECT processingmodule, value FROM processingparam WHERE intname = 'base_url'")
        .forEach(
            row ->
                CloudAddress.parse(row.text("value"))
                    .ifPresent(at -> all.add(new Place(row.number("processingmodule"), at))));
  }

  /** True when this address is another module's cloud and not this one's. */
  boolean isOfAnother(ProcessingModule module, String address) {
    return !module.isAt(address)
        && CloudAddress.parse(address)
            .filter(
                at -> all.stream().anyMatch(it -> isOther(it, module) && it.address().equals(at)))
            .isPresent();
  }

  private static boolean isOther(Place place, ProcessingModule module) {
    return place.module() != module.id();
  }
}
