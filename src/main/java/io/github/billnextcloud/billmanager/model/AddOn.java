package io.github.billnextcloud.billmanager.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a service has of one add-on: the effective value of contract §4.14.
 *
 * @param name a list of statistics names separated by blanks or commas ({@code disk disc}), or the
 *     add-on type's own name
 * @param value a number, {@code on}/{@code off}, or the name of the chosen item; empty when a
 *     metered add-on has no maximum
 * @param unit the measure's name; empty for all but numbers
 */
public record AddOn(String name, Type type, String value, String unit) {

  /** By {@code addontype}. */
  public enum Type {
    BOOLEAN,
    INTEGER,
    ENUMERATION
  }

  /** The names under which this add-on is known. */
  public List<String> names() {
    return Arrays.stream(name.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** One that is not sold any more may have a successor. */
  public boolean sharesNameWith(AddOn other) {
    return !Collections.disjoint(names(), other.names());
  }

  /** The value as a number; empty when it is none. */
  public Optional<BigDecimal> amount() {
    return type == Type.INTEGER && value.matches("-?\\d{1,30}(\\.\\d{1,10})?")
        ? Optional.of(new BigDecimal(value))
        : Optional.empty();
  }
}
