package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.operator.capacity.CareCase.CareKind;
import io.github.billnextcloud.operator.capacity.CareCase.CareSubject;
import io.github.billnextcloud.operator.metrics.SoldSpace;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures as people read them, on a terminal and in a browser alike. */
record CapacityFigureFormatter(Language language) {

  String of(String key, Object... values) {
    return Sentence.of(key, values).in(language);
  }

  String size(long bytes) {
    return Quota.roughly(bytes).in(language);
  }

  String signed(double bytes) {
    long rounded = Math.round(bytes);
    return (rounded < 0 ? "−" : "+") + size(Math.abs(rounded));
  }

  String decimal(double value) {
    String number = String.format(Locale.ROOT, "%.2f", value);
    return (language == Language.RU ? number.replace('.', ',') : number) + " ×";
  }

  /** "active: 2, suspended: 1". */
  String counts(SoldSpace sold) {
    List<String> counts = new ArrayList<>();
    for (ItemStatus status : ItemStatus.values()) {
      long count = sold.services().getOrDefault(status, 0L);
      if (count > 0) {
        counts.add(of("show.status." + status.name().toLowerCase(Locale.ROOT)) + ": " + count);
      }
    }
    return counts.isEmpty() ? "0" : String.join(", ", counts);
  }

  String sold(SoldSpace sold) {
    StringBuilder all = new StringBuilder(size(sold.bytes()));
    if (sold.unlimited() > 0) {
      all.append(", ").append(of("capacity.unlimited")).append(": ").append(sold.unlimited());
    }
    if (sold.unclear() > 0) {
      all.append(", ").append(of("capacity.unclear")).append(": ").append(sold.unclear());
    }
    return all.toString();
  }

  /** With the day on which that was counted. */
  String stored(CapacityFigures all) {
    return all.stored().isPresent()
        ? size(all.stored().getAsLong()) + " (" + all.history().lastKey() + ")"
        : of("capacity.uncounted");
  }

  /** "Accounts not billed". */
  String title(CareCase care) {
    return of("capacity.care." + care.kind().id());
  }

  /** "Accounts not billed: 2, 52 GB". */
  String heading(CareCase care) {
    String count = count(care);
    return count.isEmpty() ? title(care) : title(care) + ": " + count;
  }

  /** "2, 52 GB"; there is only one cloud that is silent, or is not counted. */
  String count(CareCase care) {
    if (care.kind() == CareKind.SILENT || care.kind() == CareKind.UNCOUNTED) {
      return "";
    }
    return care.bytes().isPresent()
        ? care.count() + ", " + size(care.bytes().getAsLong())
        : Long.toString(care.count());
  }

  /**
   * What stands before the command that tells of all, behind those who are told: "and 3 more", or
   * nothing; empty where that command tells no more than theirs.
   */
  Optional<String> rest(CareCase care, List<CareSubject> told) {
    long more = care.count() - told.size();
    if (more > 0) {
      return Optional.of(told.isEmpty() ? "" : of("capacity.more", more));
    }
    return told.stream().anyMatch(it -> it.command().isEmpty())
        ? Optional.of("")
        : Optional.empty();
  }

  /** Whom it is about, and what is the matter. */
  String subject(CareSubject subject, TariffAndCustomerNames names) {
    String who =
        subject.service().isPresent()
            ? subject.service().getAsLong() + " " + names.customer(subject.service().getAsLong())
            : subject.login();
    String what = subject.what().in(language);
    return who.isBlank() ? what : who.strip() + ": " + what;
  }

  String overQuota(CapacityFigures all) {
    return number(all.overQuota());
  }

  String number(OptionalLong count) {
    return count.isPresent() ? Long.toString(count.getAsLong()) : of("capacity.untold");
  }

  String free(CapacityFigures all) {
    return all.free().isPresent() ? size(all.free().getAsLong()) : of("capacity.untold");
  }

  /** What fills up before all else, of several clouds. */
  String first(List<CloudCapacity> clouds) {
    return TotalCapacity.first(clouds)
        .map(
            it ->
                of(
                    it.disk() ? "capacity.first_disk" : "capacity.first_sold",
                    it.module().id(),
                    it.module().name(),
                    day(it.when().expected()),
                    day(it.when().earliest()),
                    day(it.when().latest())))
        .orElseGet(() -> of("capacity.first_none"));
  }

  /** Why nothing is foretold. */
  String little(CapacityFigures all) {
    return of(
        "capacity.little",
        StorageTrend.LEAST_DAYS,
        StorageTrend.WINDOW,
        StorageTrend.window(all.history()).size());
  }

  /** Empty is a day that is too far away to be told. */
  String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElseGet(() -> of("capacity.never"));
  }
}
