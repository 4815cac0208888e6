package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a tariff makes a login out of what is known of a service: {@code user_{item}}. Pure. */
final class LoginTemplate {

  /** Leaves room for the suffix that a collision adds. */
  private static final int LONGEST = 58;

  /** ownCloud takes no shorter ones. */
  private static final int SHORTEST = 3;

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private LoginTemplate() {}

  /**
   * The login that the template gives. Where a part of it is not known (no e-mail address, no
   * domain), or nothing usable remains, the usual one: an order is not to fail over its name.
   *
   * @param random asked when the template wants it, so that this class stays pure
   * @throws Refusal when the template has a place that we do not know
   */
  static UserId expand(String template, Service service, Supplier<String> random) {
    Map<String, Supplier<Optional<String>>> known =
        Map.of(
            "item", () -> Optional.of(Long.toString(service.id())),
            "email", () -> service.customer().mailAddress(),
            "account",
                () -> service.customer().account().stream().mapToObj(Long::toString).findFirst(),
            "domain", () -> service.params().find("domain"),
            "random", () -> Optional.of(random.get()));
    boolean[] unknown = {false};
    String login =
        PLACE
            .matcher(template)
            .replaceAll(
                place -> {
                  Optional<String> value = value(known, template, place);
                  unknown[0] |= value.isEmpty();
                  return value.orElse("");
                });
    // A plus is for ownCloud only.
    return unknown[0]
        ? usual(service)
        : parse(login.replace('+', '-')).orElseGet(() -> usual(service));
  }

  private static Optional<String> value(
      Map<String, Supplier<Optional<String>>> known, String template, MatchResult place) {
    Supplier<Optional<String>> value = known.get(place.group(1).toLowerCase(Locale.ROOT));
    if (value == null) {
      throw TariffSettings.bad(TariffSettings.LOGIN_TEMPLATE, template);
    }
    return value.get().map(LoginTemplate::acceptable).filter(it -> !it.isEmpty());
  }

  /** Only what every cloud takes, and nothing that {@code replaceAll} reads as its own. */
  private static String acceptable(String value) {
    return value
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._@-]+", "-")
        .replaceAll("^[-.]+|[-.]+$", "");
  }

  private static Optional<UserId> parse(String login) {
    String fitting = login.length() <= LONGEST ? login : login.substring(0, LONGEST);
    return fitting.length() < SHORTEST ? Optional.empty() : UserId.parse(fitting);
  }

  static UserId usual(Service service) {
    return new UserId("user_" + service.id());
  }
}
