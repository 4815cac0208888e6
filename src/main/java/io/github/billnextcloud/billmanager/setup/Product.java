package io.github.billnextcloud.billmanager.setup;

import java.util.List;

/**
 * What a provider sells with this module, as it is to stand in the panel.
 *
 * @param intname the product type's internal name
 * @param disk how people call the add-on that counts the space
 * @param project the provider whose tariffs these are; 0 for the panel's first
 */
public record Product(
    String intname,
    BilingualLabel name,
    List<ProductParam> params,
    BilingualLabel disk,
    NewModule module,
    List<ProductTariff> tariffs,
    long project) {}
