package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.text.Sentence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much space a service sells, and by which of its add-ons. Pure. */
public final class SoldQuotaCalculator {

  /** The setting of a processing module that gives further names to the add-on. */
  static final String NAMES = "disk_names";

  private static final Set<String> USUAL_NAMES = Set.of("disk", "disc", "cloud_disk");

  /** {@code gb50}, as an internal name may not begin with a digit. */
  private static final Pattern ITEM =
      Pattern.compile("^([KMGTP]I?B)[ _-]?(\\d[\\d.,]{0,12})$", Pattern.CASE_INSENSITIVE);

  private static final BigDecimal NO_LIMIT = BigDecimal.ONE.negate();

  private SoldQuotaCalculator() {}

  public static Quota quota(Service service) {
    TariffSettings terms = TariffSettings.of(service);
    return switch (terms.quotaSource()) {
      case UNLIMITED -> Quota.UNLIMITED;
      case FIXED -> terms.fixedQuota();
      case ADDON -> ofAddOn(service.measures(), disk(service));
    };
  }

  /**
   * Whether a tariff sells more than so many bytes, or no limit at all.
   *
   * @param sold each of its add-ons with the most that may be had of it; what is no size says
   *     nothing here
   */
  public static boolean sellsMoreThan(
      long bytes,
      TariffSettings terms,
      List<AddOn> sold,
      ProcessingModule module,
      MeasureConversion measures) {
    Stream<Quota> most =
        switch (terms.quotaSource()) {
          case UNLIMITED -> Stream.of(Quota.UNLIMITED);
          case FIXED -> Stream.of(terms.fixedQuota());
          case ADDON ->
              sold.stream()
                  .filter(it -> isDisk(it, module))
                  .flatMap(it -> sizeOf(measures, it).stream());
        };
    return most.anyMatch(quota -> quota.isUnlimited() || quota.bytes().orElse(0) > bytes);
  }

  private static Optional<Quota> sizeOf(MeasureConversion measures, AddOn disk) {
    try {
      return Optional.of(ofAddOn(measures, disk));
    } catch (ProvisioningException noSize) {
      return Optional.empty();
    }
  }

  private static Quota ofAddOn(MeasureConversion measures, AddOn disk) {
    if (disk.type() == AddOn.Type.ENUMERATION) {
      return ofItem(measures, disk);
    }
    if (disk.value().isEmpty()) {
      throw badDisk(Sentence.of("product.disk_without_maximum", disk.name()));
    }
    BigDecimal amount =
        disk.amount()
            .orElseThrow(
                () -> badDisk(Sentence.of("product.disk_no_number", disk.name(), disk.value())));
    return amount.compareTo(NO_LIMIT) == 0 ? Quota.UNLIMITED : of(measures, disk, amount);
  }

  /** A list to choose from: its items are named by sizes, or by numbers of the add-on's unit. */
  private static Quota ofItem(MeasureConversion measures, AddOn disk) {
    String chosen = disk.value().strip();
    if (chosen.matches("\\d{1,15}") && !disk.unit().isEmpty()) {
      return of(measures, disk, new BigDecimal(chosen));
    }
    return TariffSettings.size(ITEM.matcher(chosen).replaceFirst("$2$1"))
        .filter(size -> size.isPositive() && !chosen.matches("[\\d.,]*"))
        .orElseThrow(() -> badDisk(Sentence.of("product.disk_no_size", disk.name(), chosen)));
  }

  private static Quota of(MeasureConversion measures, AddOn disk, BigDecimal amount) {
    if (amount.signum() <= 0) {
      throw badDisk(Sentence.of("product.disk_no_space", disk.name(), disk.value()));
    }
    BigInteger bytes = measures.toBytes(amount, disk.unit()).orElseThrow(() -> unknownUnit(disk));
    if (bytes.bitLength() > 62) {
      throw badDisk(Sentence.of("product.disk_too_large", disk.name(), disk.value(), disk.unit()));
    }
    if (bytes.signum() == 0) {
      throw badDisk(Sentence.of("product.disk_too_small", disk.name(), disk.value(), disk.unit()));
    }
    return Quota.ofBytes(bytes.longValueExact());
  }

  private static AddOn disk(Service service) {
    List<AddOn> addOns = service.addOns();
    List<AddOn> disks = addOns.stream().filter(it -> isDisk(it, service.module())).toList();
    if (disks.size() != 1) {
      throw new ProvisioningException(
          Reason.NO_DISK,
          Sentence.of("product.disks", addOns.stream().map(AddOn::name).toList(), disks.size()));
    }
    return disks.get(0);
  }

  private static boolean isDisk(AddOn addOn, ProcessingModule module) {
    return addOn.type() != AddOn.Type.BOOLEAN && statisticsName(addOn, module).isPresent();
  }

  /** By which names add-ons sell space, in small letters. */
  public static Set<String> names(ProcessingModule module) {
    Set<String> names = new HashSet<>(USUAL_NAMES);
    names.addAll(List.of(lower(module.setting(NAMES)).split("[\\s,;]+")));
    names.remove("");
    return names;
  }

  /**
   * The name under which usage is reported. An add-on may have several; BILLmanager would add them
   * up, so only one of them carries the space.
   */
  public static Optional<String> statisticsName(AddOn addOn, ProcessingModule module) {
    Set<String> known = names(module);
    return addOn.names().stream().filter(name -> known.contains(lower(name))).findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ProvisioningException badDisk(Sentence sentence) {
    return new ProvisioningException(Reason.BAD_DISK, sentence);
  }

  private static ProvisioningException unknownUnit(AddOn disk) {
    return new ProvisioningException(
        Reason.UNKNOWN_UNIT,
        disk.unit().isEmpty()
            ? Sentence.of("product.disk_without_unit", disk.name())
            : Sentence.of("product.disk_unknown_unit", disk.name(), disk.unit()));
  }
}
