package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.TariffSettings.SuspendStyle;
import io.github.billnextcloud.text.Sentence;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The way back from a suspension that changed more than "enabled". It is saved in the service
 * before anything changes, so that whatever happens then, {@code resume} restores what was.
 *
 * @param quota to be set again
 * @param join groups to be joined again
 * @param leave groups to be left again
 * @param remove groups of this customer alone that the tariff named when the suspension began, and
 *     names no more: to be removed when nobody is in them
 */
public record PreSuspensionState(
    Quota quota, Set<String> join, Set<String> leave, Set<String> remove) {

  public PreSuspensionState {
    join = Set.copyOf(join);
    leave = Set.copyOf(leave);
    remove = Set.copyOf(remove);
  }

  /** Of a tariff that has not changed meanwhile. */
  public PreSuspensionState(Quota quota, Set<String> join, Set<String> leave) {
    this(quota, join, leave, Set.of());
  }

  /** The way back that an earlier run has saved. */
  public static Optional<PreSuspensionState> saved(Service service) {
    return service.params().find(ServiceParams.BEFORE_SUSPENSION).map(PreSuspensionState::parse);
  }

  /**
   * What a suspension in this style will change; empty when it merely disables the user.
   *
   * @param given the groups that the tariff gives; not asked for where they stay
   */
  public static Optional<PreSuspensionState> of(
      TariffSettings terms, Supplier<Set<String>> given, CloudUser observed) {
    if (terms.suspendStyle() == SuspendStyle.DISABLE) {
      return ofAddOns(terms, observed);
    }
    return Optional.of(
        terms
            .suspendGroup()
            .map(instead -> of(all(given.get(), terms), observed, instead))
            .orElseGet(
                () -> new PreSuspensionState(observed.quota(), given(terms, observed), Set.of())));
  }

  /**
   * What a user who is disabled loses besides: the groups that add-ons give. Empty when there are
   * none.
   */
  public static Optional<PreSuspensionState> ofAddOns(TariffSettings terms, CloudUser observed) {
    Set<String> left = given(terms, observed);
    return left.isEmpty() || observed.quota().equals(Quota.UNKNOWN)
        ? Optional.empty()
        : Optional.of(new PreSuspensionState(observed.quota(), left, Set.of()));
  }

  private static Set<String> all(Set<String> given, TariffSettings terms) {
    Set<String> all = new TreeSet<>(given);
    all.addAll(terms.givingGroups());
    return all;
  }

  private static Set<String> given(TariffSettings terms, CloudUser observed) {
    Set<String> given = new TreeSet<>(terms.givingGroups());
    given.retainAll(observed.groups());
    return given;
  }

  private static PreSuspensionState of(Set<String> given, CloudUser observed, String instead) {
    Set<String> left = new TreeSet<>(given);
    left.retainAll(observed.groups());
    left.remove(instead);
    Set<String> joined = observed.groups().contains(instead) ? Set.of() : Set.of(instead);
    return new PreSuspensionState(observed.quota(), left, joined);
  }

  /**
   * A tariff that changes while the service is suspended is what the customer comes back to.
   *
   * @param formerOwn groups of this customer alone that the tariff before named
   */
  public PreSuspensionState comingBackTo(WantedAccount wanted, Set<String> formerOwn) {
    return new PreSuspensionState(
        wanted.quota(),
        wanted.groups(),
        without(wanted.groups(), leave, wanted.formerGroups()),
        without(wanted.groups(), remove, formerOwn));
  }

  private static Set<String> without(Set<String> named, Set<String> some, Set<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    all.removeAll(named);
    return all;
  }

  /** For the service's param: {@code quota=10 GB;join=basic;leave=unpaid}. */
  public String text() {
    String text = "quota=" + quota.toWire() + ";join=" + names(join) + ";leave=" + names(leave);
    return remove.isEmpty() ? text : text + ";remove=" + names(remove);
  }

  private static String names(Set<String> groups) {
    return new TreeSet<>(groups)
        .stream()
            .map(group -> URLEncoder.encode(group, StandardCharsets.UTF_8))
            .collect(Collectors.joining(","));
  }

  static PreSuspensionState parse(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : text.split(";")) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
    }
    String quota = fields.getOrDefault("quota", "");
    if (Quota.parse(quota).equals(Quota.UNSET) && !quota.equals("default")) {
      throw new InvalidInputException(Sentence.of("product.backup_without_quota", text));
    }
    return new PreSuspensionState(
        Quota.parse(quota),
        groups(fields.getOrDefault("join", "")),
        groups(fields.getOrDefault("leave", "")),
        groups(fields.getOrDefault("remove", "")));
  }

  private static Set<String> groups(String names) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(PreSuspensionState::name)
        .collect(Collectors.toSet());
  }

  /** Somebody may have edited the param by hand. */
  private static String name(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItIs) {
      return encoded;
    }
  }
}
