package io.github.billnextcloud.billmanager.model;

import java.util.List;
import java.util.Map;

/**
 * A tariff ({@code pricelist}) with the settings of its form.
 *
 * @param params name → values; one setting may have several
 */
public record Tariff(long id, Map<String, List<String>> params) {}
