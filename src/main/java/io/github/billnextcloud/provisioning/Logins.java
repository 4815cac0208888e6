package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Refusal.Reason;
import io.github.billnextcloud.secret.Passwords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a service without a user may get, in order: the customer's own wish or the
 * tariff's template, then the same with -1, -2 …
 */
public final class Logins {

  /** Enough for any honest crowd of namesakes. */
  private static final int MOST = 100;

  /** Names that people take for the provider's own, and those that servers keep to themselves. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "abuse",
          "admin",
          "administrator",
          "billing",
          "help",
          "hostmaster",
          "info",
          "mail",
          "moderator",
          "nextcloud",
          "nobody",
          "operator",
          "owncloud",
          "postmaster",
          "root",
          "security",
          "service",
          "staff",
          "superuser",
          "support",
          "sysadmin",
          "system",
          "test",
          "webmaster",
          "www",
          "files_external",
          ".htaccess",
          "index.html",
          "owncloud.log",
          "nextcloud.log",
          "__groupfolders");

  private Logins() {}

  /**
   * The first of the names that nobody has.
   *
   * @param taken asks the billing and the cloud
   * @throws Refusal when the name is forbidden, no cloud would take it, or all are taken
   */
  public static UserId choose(Service service, Predicate<UserId> taken) {
    UserId base = base(service);
    if (isForbidden(service.module(), base.value())) {
      throw new Refusal(Reason.FORBIDDEN_USERNAME, "The name '" + base + "' is not for customers");
    }
    return Stream.iterate(0, number -> number + 1)
        .limit(MOST)
        .map(number -> number == 0 ? base : new UserId(base.value() + "-" + number))
        .filter(candidate -> !taken.test(candidate))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.COLLISION, "The user " + base + " and " + (MOST - 1) + " more exist"));
  }

  private static UserId base(Service service) {
    return service
        .params()
        .find(ServiceParams.USERNAME)
        .map(Policy::userId)
        .orElseGet(
            () ->
                LoginTemplate.expand(
                    new Terms(service.tariff()).loginTemplate(), service, Passwords::name));
  }

  /** Also {@code root-1}: a suffix makes nobody less of an impostor. */
  public static boolean isForbidden(ProcessingModule module, String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("-\\d+$", "");
    return FORBIDDEN.contains(plain) || own(module).contains(plain);
  }

  private static Set<String> own(ProcessingModule module) {
    return Arrays.stream(module.setting("forbidden_names").split("[,\\s]+"))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
