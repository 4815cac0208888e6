package io.github.billnextcloud.billmanager.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that this run knows of a service: read once, never again.
 *
 * @param id the item's id
 * @param productType the internal name that starts the confirming function: {@code <type>.open}
 * @param tariff empty where a document names none
 * @param previousTariff where the service comes from while its tariff changes
 * @param otherOwner another living service of this cloud that has the same {@code username} saved;
 *     empty when there is none
 */
public record Service(
    long id,
    String productType,
    Optional<Tariff> tariff,
    Optional<Tariff> previousTariff,
    List<AddOn> addOns,
    MeasureConversion measures,
    Customer customer,
    ServiceParams params,
    ProcessingModule module,
    OptionalLong otherOwner,
    ServiceStatus standing) {

  /**
   * True when a user was made for this service in this cloud: {@code open} has saved where, besides
   * the name. An address that no module has (any more) is this cloud under its former name.
   */
  public boolean hasAccount() {
    return params.find(ServiceParams.USERNAME).isPresent()
        && params.find(ServiceParams.URL).isPresent()
        && !standing.elsewhere();
  }

  /** True when the saved address is this cloud's very own. */
  public boolean isHere() {
    return params.find(ServiceParams.URL).filter(module::isAt).isPresent();
  }
}
