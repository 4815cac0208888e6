package io.github.billnextcloud.operator.doctor;

import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What may be wrong with a cloud or the way to it, in the order of the way. */
final class CloudBreaks {

  private CloudBreaks() {}

  private static CloudBreak on34(
      String what,
      Consumer<WithWayToCloud> deed,
      String id,
      CheckStatus state,
      String found,
      String remedy) {
    return new CloudBreak(what, Flavour.NEXTCLOUD_34, deed, id, state, found, remedy);
  }

  static List<CloudBreak> all() {
    return List.of(
        on34(
            "no address at all",
            it -> it.settings.put("base_url", "cloud"),
            "address",
            CheckStatus.FAILED,
            "'cloud'",
            "Processing modules"),
        on34(
            "credentials in the address",
            it -> it.settings.put("base_url", "https://a:b@c.org"),
            "address",
            CheckStatus.FAILED,
            "//***@c.org",
            "Processing modules"),
        on34(
            "an unknown name",
            it -> it.settings.put("base_url", "http://cloud.invalid"),
            "name",
            CheckStatus.FAILED,
            "cloud.invalid",
            "/etc/resolv.conf"),
        on34(
            "nobody listens",
            it -> it.settings.put("base_url", "http://127.0.0.1:1"),
            "connection",
            CheckStatus.FAILED,
            "127.0.0.1",
            "firewalls"),
        on34(
            "another folder",
            it -> it.answer("/status.php", 404, "text/html", "<html></html>"),
            "status",
            CheckStatus.FAILED,
            "404",
            "/status.php"),
        on34(
            "a redirect",
            it -> it.redirect("/status.php"),
            "status",
            CheckStatus.FAILED,
            "https://elsewhere.example.org",
            "/status.php"),
        on34(
            "a page instead",
            it -> it.answer("/status.php", 200, "text/html", "<html></html>"),
            "status",
            CheckStatus.FAILED,
            "no Nextcloud",
            "/status.php"),
        on34(
            "not installed",
            it -> it.status("\"installed\":false"),
            "status",
            CheckStatus.FAILED,
            "not installed",
            "maintenance:install"),
        on34(
            "maintenance",
            it -> it.cloud.maintenance(true),
            "status",
            CheckStatus.FAILED,
            "maintenance",
            "maintenance:mode --off"),
        on34(
            "upgrade due",
            it -> it.status("\"installed\":true,\"needsDbUpgrade\":true"),
            "status",
            CheckStatus.FAILED,
            "upgrade",
            "occ upgrade"),
        on34(
            "an old version",
            it -> it.status("\"installed\":true,\"versionstring\":\"19.0.1\""),
            "version",
            CheckStatus.WARNING,
            "Nextcloud 19.0.1",
            "Upgrade"),
        new CloudBreak(
            "another product",
            Flavour.OWNCLOUD_10,
            it ->
                it.status(
                    "\"installed\":true,\"product\":\"Another"
                        + " Cloud\",\"versionstring\":\"3.1.0\""),
            "version",
            CheckStatus.WARNING,
            "ownCloud 3.1.0",
            "Upgrade"),
        on34(
            "our clock is ahead",
            it -> it.ourError = Duration.ofMinutes(5),
            "clock",
            CheckStatus.WARNING,
            "behind",
            "NTP"),
        on34(
            "our clock is behind",
            it -> it.ourError = Duration.ofMinutes(-5),
            "clock",
            CheckStatus.WARNING,
            "ahead",
            "NTP"),
        on34(
            "slowed down",
            WithWayToCloud::slowDown,
            "guard",
            CheckStatus.WARNING,
            "12800",
            "bruteforce:reset"),
        on34(
            "a wrong password",
            it -> it.password = "wrong",
            "sign_in",
            CheckStatus.FAILED,
            "password are wrong",
            "nc_password"),
        new CloudBreak(
            "a wrong password",
            Flavour.OWNCLOUD_10,
            it -> it.password = "wrong",
            "sign_in",
            CheckStatus.FAILED,
            "password are wrong",
            "nc_password"),
        new CloudBreak(
            "a wrong password",
            Flavour.NEXTCLOUD_28,
            it -> it.password = "wrong",
            "sign_in",
            CheckStatus.FAILED,
            "password are wrong",
            "nc_password"),
        on34(
            "two factors",
            it ->
                it.fault(
                    "/ocs/v1.php/cloud/user",
                    Fault.status(401, Map.of(), "application/json", WithWayToCloud.NOT_LOGGED_IN)),
            "sign_in",
            CheckStatus.FAILED,
            "password alone",
            "connect --browser"),
        on34(
            "blocked",
            WithWayToCloud::block,
            "sign_in",
            CheckStatus.FAILED,
            "Reached maximum delay",
            "bruteforce:reset"),
        on34(
            "no administrator",
            WithWayToCloud::beClerk,
            "admin",
            CheckStatus.FAILED,
            "administer",
            "group admin"),
        new CloudBreak(
            "no administrator",
            Flavour.OWNCLOUD_10,
            WithWayToCloud::beClerk,
            "admin",
            CheckStatus.FAILED,
            "administer",
            "group admin"),
        on34(
            "an app password",
            WithWayToCloud::useAppPassword,
            "write",
            CheckStatus.FAILED,
            "app password",
            "allowed_no_password_confirmation_ranges"),
        on34(
            "a missing group",
            it -> it.terms = Map.of("more_groups", List.of("a, b")),
            "groups",
            CheckStatus.FAILED,
            "'a' (cloud_s), 'b' (cloud_s)",
            "occ group:add"),
        on34(
            "a missing suspend group",
            it ->
                it.terms =
                    Map.of("suspend_style", List.of("group"), "suspend_group", List.of("late")),
            "groups",
            CheckStatus.FAILED,
            "'late'",
            "make_groups"),
        on34(
            "the administrators' group",
            it ->
                it.terms =
                    Map.of("suspend_style", List.of("group"), "suspend_group", List.of("admin")),
            "groups",
            CheckStatus.FAILED,
            "administrators",
            "tariff"),
        on34(
            "an unusable tariff",
            it -> it.terms = Map.of("suspend_style", List.of("group")),
            "groups",
            CheckStatus.FAILED,
            "suspend_group",
            "tariff"),
        on34(
            "a full disk",
            it -> {
              it.cloud.freeSpace(3L << 30);
              it.settings.put("min_free_gb", "10");
            },
            "space",
            CheckStatus.WARNING,
            "3 GB",
            "more disk"));
  }
}
