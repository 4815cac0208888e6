package io.github.billnextcloud.billmanager.model;

import java.util.List;
import java.util.Map;

/**
 * A tariff ({@code pricelist}) with the settings of its form.
 *
 * @param params name → values; one setting may have several
 */
public record Tariff(long id, Map<String, List<String>> params) {

  /** No tariff: of a service whose tariff did not change. */
  public static final Tariff NONE = new Tariff(0, Map.of());

  public List<String> values(String param) {
    return params.getOrDefault(param, List.of());
  }

  public boolean isOn(String param) {
    return values(param).contains("on");
  }

  public boolean isNone() {
    return id == 0;
  }
}
