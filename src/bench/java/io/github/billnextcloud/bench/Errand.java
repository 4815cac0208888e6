package io.github.billnextcloud.bench;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import java.util.List;
import java.util.function.Supplier;

/** What BILLmanager asks for, anew each time. */
@FunctionalInterface
interface Errand {

  /**
   * One event.
   *
   * @param arguments as BILLmanager gives them
   * @param document on stdin, may be empty
   * @param complaint says afterwards what is not as it should be; empty when all is
   */
  record Asked(List<String> arguments, String document, Supplier<String> complaint) {}

  Asked next();

  static Errand features() {
    return () -> new Asked(List.of("--command", "features"), "", () -> "");
  }

  static Errand checkConnection(Shop shop) {
    String form =
        "<doc><func>processing.edit</func><processingmodule><base_url>%s/</base_url>"
            + "<nc_username>%s</nc_username><nc_password>%s</nc_password></processingmodule></doc>";
    String document =
        form.formatted(shop.address(), CloudStandIn.ADMIN, CloudStandIn.ADMIN_PASSWORD);
    return () ->
        new Asked(
            List.of("--command", "check_connection"),
            document,
            () -> shop.cloud().writes().isEmpty() ? "nothing was tried to be written" : "");
  }

  static Errand suspend(Shop shop) {
    long item = shop.sold(1).get(0);
    return () -> suspend(shop, item);
  }

  static Asked suspend(Shop shop, long item) {
    long operation = shop.beginSuspension(item);
    return new Asked(
        operation("suspend", item, operation), "", () -> shop.complaintAboutSuspended(item));
  }

  static Errand open(Shop shop) {
    return () -> {
      long item = shop.order();
      long operation = shop.panel().beginOperation(item, "open");
      return new Asked(
          operation("open", item, operation), "", () -> shop.complaintAboutOpened(item));
    };
  }

  private static List<String> operation(String command, long item, long operation) {
    return List.of(
        "--command",
        command,
        "--item",
        Long.toString(item),
        "--runningoperation",
        Long.toString(operation));
  }
}
