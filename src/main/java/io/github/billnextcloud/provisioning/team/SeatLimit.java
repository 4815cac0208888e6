package io.github.billnextcloud.provisioning.team;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.ProvisioningException.Reason;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.text.Sentence;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How many members a team's service sells, its owner among them. Pure. */
public final class SeatLimit {

  /** The setting of a processing module that gives further names to the add-on. */
  static final String NAMES = "seats_names";

  private static final Set<String> USUAL_NAMES = Set.of("seats", "seat", "members");

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private SeatLimit() {}

  /** Empty where members are not counted: only space is sold. */
  public static OptionalInt of(Service service) {
    OptionalInt fixed = TariffSettings.of(service).fixedSeats();
    if (fixed.isPresent()) {
      return fixed;
    }
    List<AddOn> seats =
        service.addOns().stream()
            .filter(it -> statisticsName(it, service.module()).isPresent())
            .toList();
    if (seats.isEmpty()) {
      return OptionalInt.empty();
    }
    if (seats.size() > 1) {
      throw bad(Sentence.of("product.several_seats", seats.stream().map(AddOn::name).toList()));
    }
    return limit(seats.get(0));
  }

  /** One that is charged by what is counted has no limit where it has no maximum. */
  private static OptionalInt limit(AddOn seats) {
    String typed = seats.value().strip();
    if (typed.isEmpty() || typed.equals("-1")) {
      return OptionalInt.empty();
    }
    boolean sane = typed.matches("\\d{1,7}(\\.0+)?") && new BigDecimal(typed).compareTo(MOST) <= 0;
    if (!sane || new BigDecimal(typed).signum() == 0) {
      throw bad(Sentence.of("product.bad_seats", seats.name(), typed));
    }
    return OptionalInt.of(new BigDecimal(typed).intValue());
  }

  /** The name under which members are reported. */
  public static Optional<String> statisticsName(AddOn addOn, ProcessingModule module) {
    Set<String> known = new HashSet<>(USUAL_NAMES);
    known.addAll(List.of(module.setting(NAMES).toLowerCase(Locale.ROOT).split("[\\s,;]+")));
    return addOn.names().stream()
        .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static ProvisioningException bad(Sentence sentence) {
    return new ProvisioningException(Reason.BAD_TARIFF, sentence);
  }
}
