package io.github.billnextcloud.billmanager.setup;

/**
 * A tariff of a product.
 *
 * @param included how much space is in its price, in GiB
 */
public record ProductTariff(String intname, BilingualLabel name, long included) {}
