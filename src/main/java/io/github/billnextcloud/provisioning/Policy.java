package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.AddOn;
import io.github.billnextcloud.billmanager.Customer;
import io.github.billnextcloud.billmanager.Service;
import io.github.billnextcloud.billmanager.ServiceParams;
import io.github.billnextcloud.billmanager.Tariff;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.Profile;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Refusal.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The product's rules, and their only place: what a service of BILLmanager means in the cloud.
 * Pure: the same service always means the same.
 */
public final class Policy {

  /** The tariff's setting with the groups, one or several, separated by commas or line ends. */
  static final String GROUPS = "usergroup";

  /** The tariff's setting that lifts the limit, whatever the disk add-on says. */
  static final String UNLIMITED = "unlimited_quota";

  private static final Set<String> DISK_NAMES = Set.of("disk", "disc");

  /** What ISPsystem's own module stores in tariffs for "no group". */
  private static final Set<String> NO_GROUP = Set.of("", "0", "null");

  private static final BigDecimal NO_LIMIT = BigDecimal.ONE.negate();

  /** ownCloud breaks down over a longer display name, Nextcloud refuses it. */
  private static final int LONGEST_NAME = 64;

  private Policy() {}

  /** The account that the service promises. */
  public static Wanted wanted(Service service) {
    Set<String> groups = groups(service.tariff());
    Set<String> former = new LinkedHashSet<>(groups(service.previousTariff()));
    former.removeAll(groups);
    if (groups.contains(CloudUser.ADMINISTRATORS)) {
      throw new Refusal(
          Reason.ADMINISTRATORS_GROUP, "The tariff would make customers administrators");
    }
    return new Wanted(owner(service), quota(service), profile(service.customer()), groups, former);
  }

  /** The user of the service: the one that it has saved, or else {@code user_<item>}. */
  public static Owner owner(Service service) {
    String saved = service.params().find(ServiceParams.USERNAME).orElse("");
    String name = saved.isEmpty() ? "user_" + service.id() : saved;
    UserId id =
        UserId.parse(name)
            .orElseThrow(
                () ->
                    new Refusal(Reason.BAD_USERNAME, "No cloud takes the user id '" + name + "'"));
    return new Owner(id, !saved.isEmpty(), service.otherOwner());
  }

  private static Profile profile(Customer customer) {
    String language = customer.language().strip();
    boolean known = language.matches("[a-z]{2,3}([_-][A-Za-z]{2,4})?");
    return new Profile(customer.email().strip(), shortened(customer.name()), known ? language : "");
  }

  private static String shortened(String name) {
    String clean = name.replaceAll("\\p{Cntrl}+", " ").strip();
    int length = Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()));
    return clean.substring(0, clean.offsetByCodePoints(0, length)).strip();
  }

  static Set<String> groups(Tariff tariff) {
    Set<String> groups = new LinkedHashSet<>();
    for (String value : tariff.values(GROUPS)) {
      for (String group : value.split("[,\\n]")) {
        if (!NO_GROUP.contains(group.strip())) {
          groups.add(group.strip());
        }
      }
    }
    return groups;
  }

  static Quota quota(Service service) {
    if (service.tariff().isOn(UNLIMITED)) {
      return Quota.UNLIMITED;
    }
    AddOn disk = disk(service.addOns());
    BigDecimal amount = disk.amount().orElseThrow(() -> badDisk(disk, "has no amount"));
    if (amount.compareTo(NO_LIMIT) == 0) {
      return Quota.UNLIMITED;
    }
    if (amount.signum() < 0) {
      throw badDisk(disk, "has the amount " + disk.value());
    }
    BigInteger bytes =
        service.measures().toBytes(amount, disk.unit()).orElseThrow(() -> unknownUnit(disk));
    if (bytes.bitLength() > 62) {
      throw badDisk(disk, "has more than any disk: " + disk.value() + " " + disk.unit());
    }
    return Quota.ofBytes(bytes.longValueExact());
  }

  private static AddOn disk(List<AddOn> addOns) {
    List<AddOn> disks =
        addOns.stream()
            .filter(addOn -> addOn.type() == AddOn.Type.INTEGER)
            .filter(addOn -> addOn.names().stream().anyMatch(Policy::isDisk))
            .toList();
    if (disks.size() != 1) {
      throw new Refusal(
          Reason.NO_DISK,
          "Of the tariff's add-ons "
              + addOns.stream().map(AddOn::name).toList()
              + ", "
              + disks.size()
              + " are named 'disk' or 'disc'; it must be one");
    }
    return disks.get(0);
  }

  private static boolean isDisk(String name) {
    return DISK_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Refusal badDisk(AddOn disk, String what) {
    return new Refusal(Reason.BAD_DISK, "The disk add-on '" + disk.name() + "' " + what);
  }

  private static Refusal unknownUnit(AddOn disk) {
    String unit = disk.unit().isEmpty() ? "no unit" : "the unit '" + disk.unit() + "'";
    return new Refusal(
        Reason.UNKNOWN_UNIT,
        "The disk add-on '" + disk.name() + "' has " + unit + ", which leads to no bytes");
  }
}
