package io.github.billnextcloud.standin.panel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An add-on of a tariff to be made; by default an ordered amount of the add-on type {@code disk}.
 *
 * @param type internal name of the add-on type below the tariff's product type
 * @param measure internal name of the unit, empty for none
 * @param columns all other columns of its {@code pricelist} row
 */
public record AddOnSpec(String type, String measure, Map<String, Object> columns) {

  /** {@code addontype}: yes or no. */
  public static final int BOOLEAN = 1;

  /** {@code addontype}: an amount. */
  public static final int INTEGER = 2;

  /** {@code addontype}: one of a list. */
  public static final int ENUMERATION = 3;

  /** {@code billtype}: an amount the client orders. */
  public static final int ORDERED = 2;

  /** {@code billtype}: an amount that is metered. */
  public static final int STATISTICS = 3;

  /** Keeps the order of the columns; values may be null. */
  public AddOnSpec {
    columns = new LinkedHashMap<>(columns);
  }

  /** An active, ordered integer add-on with this internal name. */
  public static AddOnSpec disk(String intname) {
    return new AddOnSpec("disk", "", Map.of("active", "on"))
        .column("intname", intname)
        .column("addontype", INTEGER)
        .column("billtype", ORDERED);
  }

  /** The same add-on in this unit. */
  public AddOnSpec in(String measureIntname) {
    return new AddOnSpec(type, measureIntname, columns);
  }

  /** The same add-on of another add-on type, which is made if there is none. */
  public AddOnSpec ofType(String addOnType) {
    return new AddOnSpec(addOnType, measure, columns);
  }

  /** The same add-on, metered, with this maximum (null: none). */
  public AddOnSpec metered(Long maximum) {
    return column("billtype", STATISTICS).column("addonmax", maximum);
  }

  /** The same add-on with this included amount. */
  public AddOnSpec included(long amount) {
    return column("addonlimit", amount);
  }

  /** The same add-on with any other column set. */
  public AddOnSpec column(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(columns);
    more.put(name, value);
    return new AddOnSpec(type, measure, more);
  }
}
