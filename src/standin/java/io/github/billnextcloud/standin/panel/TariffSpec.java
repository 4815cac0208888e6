package io.github.billnextcloud.standin.panel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tariff to be made.
 *
 * @param intname internal name
 * @param itemtype internal name of the product type; empty for the panel's own one
 * @param module id of the processing module that serves it, 0 for none
 * @param params the settings of the tariff form, such as {@code usergroup}
 */
public record TariffSpec(String intname, String itemtype, long module, Map<String, String> params) {

  /** Keeps the order of the parameters. */
  public TariffSpec {
    params = new LinkedHashMap<>(params);
  }

  /** A tariff of the panel's own product type without module and settings. */
  public static TariffSpec named(String intname) {
    return new TariffSpec(intname, "", 0, Map.of());
  }

  /** The same tariff of another product type. */
  public TariffSpec ofType(String otherItemtype) {
    return new TariffSpec(intname, otherItemtype, module, params);
  }

  /** The same tariff, served by this processing module. */
  public TariffSpec servedBy(long moduleId) {
    return new TariffSpec(intname, itemtype, moduleId, params);
  }

  /** The same tariff with one more setting. */
  public TariffSpec param(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(params);
    more.put(name, value);
    return new TariffSpec(intname, itemtype, module, more);
  }
}
