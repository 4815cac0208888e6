package io.github.billnextcloud.operator.capacity;

import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Figures as people read them, on a terminal and in a browser alike. */
record CapacityWords(Language language) {

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

  /** Empty is a day that is too far away to be told. */
  String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElseGet(() -> of("capacity.never"));
  }
}
