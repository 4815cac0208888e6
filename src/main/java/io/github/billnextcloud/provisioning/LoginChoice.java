package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.secret.PasswordGenerator;
import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a service without a user may get, in order: the customer's own wish or the
 * tariff's template, then the same with -1, -2 …
 */
public final class LoginChoice {

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
          "details",
          "disabled",
          "recent",
          "www",
          "files_external",
          ".htaccess",
          "index.html",
          "owncloud.log",
          "nextcloud.log",
          "updater.log",
          "audit.log",
          ".ocdata",
          ".ncdata",
          "__groupfolders");

  private LoginChoice() {}

  /**
   * The first of the names that nobody has. A directory's name that the service has lost is nothing
   * to go by.
   *
   * @param taken asks the billing and the cloud
   * @throws Refusal when the name is forbidden, no cloud would take it, or all are taken
   */
  public static UserId choose(Service service, Predicate<UserId> taken) {
    UserId base =
        service
            .params()
            .find(ServiceParams.USERNAME)
            .filter(name -> !service.hasAccount() || UserId.parse(name).isPresent())
            .map(wish -> wished(service, wish))
            .orElseGet(() -> byTemplate(service));
    return Stream.iterate(0, number -> number + 1)
        .limit(MOST)
        .map(number -> numbered(base, number))
        .filter(candidate -> !taken.test(candidate))
        .findFirst()
        .orElseThrow(
            () ->
                new ProvisioningException(
                    Reason.COLLISION, Sentence.of("product.all_names_taken", base, MOST - 1)));
  }

  /** What is too long with its number loses its end. */
  private static UserId numbered(UserId base, int number) {
    String suffix = number == 0 ? "" : "-" + number;
    int room = UserId.LONGEST - suffix.length();
    String name = base.value();
    return new UserId((name.length() <= room ? name : name.substring(0, room)) + suffix);
  }

  private static UserId wished(Service service, String wish) {
    UserId id = Policy.userId(wish);
    if (isForbidden(Optional.of(service.module()), wish)) {
      throw new ProvisioningException(
          Reason.FORBIDDEN_USERNAME, Sentence.of("product.forbidden_name", id));
    }
    return id;
  }

  /** A template is the provider's own: a forbidden name that it gives is a chance, not a wish. */
  private static UserId byTemplate(Service service) {
    String template = TariffSettings.of(service).loginTemplate();
    UserId id = LoginTemplate.expand(template, service, PasswordGenerator::name);
    boolean forbidden =
        isListed(Optional.of(service.module()), id.value().toLowerCase(Locale.ROOT));
    return forbidden ? LoginTemplate.usual(service) : id;
  }

  /** Also {@code root-1}: a number makes nobody less of an impostor. */
  public static boolean isForbidden(Optional<ProcessingModule> module, String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return isListed(module, plain) || isListed(module, plain.replaceAll("(-\\d+)+$", ""));
  }

  private static boolean isListed(Optional<ProcessingModule> module, String name) {
    return FORBIDDEN.contains(name) || module.filter(it -> own(it).contains(name)).isPresent();
  }

  private static Set<String> own(ProcessingModule module) {
    return Arrays.stream(module.setting("forbidden_names").split("[,\\s]+"))
        .filter(name -> !name.isEmpty())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
