package io.github.billnextcloud.operator.audit;

import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.Tariff;
import java.util.Optional;

/**
 * By what a row names its service.
 *
 * @param tariff its number
 * @param customer what the customer is called, or by what address reached
 */
record BilledService(long id, Optional<Long> tariff, Optional<String> customer) {

  static BilledService of(Service service) {
    Customer customer = service.customer();
    return new BilledService(
        service.id(), service.tariff().map(Tariff::id), customer.name().or(customer::email));
  }
}
