package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProductRefusal.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How much space a service sells, and by which of its add-ons. Pure. */
public final class DiskQuota {

  /** The setting of a processing module that gives further names to the add-on. */
  static final String NAMES = "disk_names";

  private static final Set<String> USUAL_NAMES = Set.of("disk", "disc", "cloud_disk");

  /** {@code gb50}, as an internal name may not begin with a digit. */
  private static final Pattern ITEM =
      Pattern.compile("^([KMGTP]I?B)[ _-]?(\\d[\\d.,]{0,12})$", Pattern.CASE_INSENSITIVE);

  private static final BigDecimal NO_LIMIT = BigDecimal.ONE.negate();

  private DiskQuota() {}

  static Quota quota(Service service) {
    TariffSettings terms = new TariffSettings(service.tariff());
    return switch (terms.quotaSource()) {
      case UNLIMITED -> Quota.UNLIMITED;
      case FIXED -> terms.fixedQuota();
      case ADDON -> ofAddOn(service, disk(service));
    };
  }

  private static Quota ofAddOn(Service service, AddOn disk) {
    if (disk.type() == AddOn.Type.ENUMERATION) {
      return ofItem(service, disk);
    }
    if (disk.value().isEmpty()) {
      throw badDisk(
          disk,
          "has no maximum: it is charged by what is stored, and how much that may be nobody says;"
              + " give it a maximum, or let the tariff sell space without limit");
    }
    BigDecimal amount =
        disk.amount()
            .orElseThrow(() -> badDisk(disk, "has the amount '" + disk.value() + "', no number"));
    return amount.compareTo(NO_LIMIT) == 0 ? Quota.UNLIMITED : of(service, disk, amount);
  }

  /** A list to choose from: its items are named by sizes, or by numbers of the add-on's unit. */
  private static Quota ofItem(Service service, AddOn disk) {
    String chosen = disk.value().strip();
    if (chosen.matches("\\d{1,15}") && !disk.unit().isEmpty()) {
      return of(service, disk, new BigDecimal(chosen));
    }
    return TariffSettings.size(ITEM.matcher(chosen).replaceFirst("$2$1"))
        .filter(size -> size.bytes() > 0 && !chosen.matches("[\\d.,]*"))
        .orElseThrow(
            () ->
                badDisk(
                    disk,
                    "is a list, of which '"
                        + chosen
                        + "' is chosen, which is no size; name its items like 50gb"));
  }

  private static Quota of(Service service, AddOn disk, BigDecimal amount) {
    if (amount.signum() <= 0) {
      throw badDisk(disk, "has the amount " + disk.value() + ", which is no space to be sold");
    }
    BigInteger bytes =
        service.measures().toBytes(amount, disk.unit()).orElseThrow(() -> unknownUnit(disk));
    if (bytes.bitLength() > 62) {
      throw badDisk(disk, "has more than any disk: " + disk.value() + " " + disk.unit());
    }
    if (bytes.signum() == 0) {
      throw badDisk(disk, "has less than a byte: " + disk.value() + " " + disk.unit());
    }
    return Quota.ofBytes(bytes.longValueExact());
  }

  private static AddOn disk(Service service) {
    List<AddOn> addOns = service.addOns();
    List<AddOn> disks = addOns.stream().filter(it -> isDisk(it, service.module())).toList();
    if (disks.size() != 1) {
      throw new ProductRefusal(
          Reason.NO_DISK,
          "Of the tariff's add-ons "
              + addOns.stream().map(AddOn::name).toList()
              + ", "
              + disks.size()
              + " are named 'disk' or 'disc'; it must be one");
    }
    return disks.get(0);
  }

  private static boolean isDisk(AddOn addOn, ProcessingModule module) {
    return addOn.type() != AddOn.Type.BOOLEAN && statisticsName(addOn, module).isPresent();
  }

  /**
   * The name under which usage is reported. An add-on may have several; BILLmanager would add them
   * up, so only one of them carries the space.
   */
  public static Optional<String> statisticsName(AddOn addOn, ProcessingModule module) {
    Set<String> known = new HashSet<>(USUAL_NAMES);
    known.addAll(List.of(lower(module.setting(NAMES)).split("[\\s,;]+")));
    return addOn.names().stream().filter(name -> known.contains(lower(name))).findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ProductRefusal badDisk(AddOn disk, String what) {
    return new ProductRefusal(Reason.BAD_DISK, "The disk add-on '" + disk.name() + "' " + what);
  }

  private static ProductRefusal unknownUnit(AddOn disk) {
    String unit = disk.unit().isEmpty() ? "no unit" : "the unit '" + disk.unit() + "'";
    return new ProductRefusal(
        Reason.UNKNOWN_UNIT,
        "The disk add-on '" + disk.name() + "' has " + unit + ", which leads to no bytes");
  }
}
