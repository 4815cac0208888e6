package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.AddOn;
import io.github.billnextcloud.billmanager.model.Customer;
import io.github.billnextcloud.billmanager.model.ItemStatus;
import io.github.billnextcloud.billmanager.model.MeasureConversion;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceStatus;
import io.github.billnextcloud.billmanager.model.Tariff;
import io.github.billnextcloud.provisioning.InactivityRule;
import io.github.billnextcloud.provisioning.LoginChoice;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.TariffSettings.ClosePolicy;
import io.github.billnextcloud.provisioning.team.TeamEntitlement;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code open} would refuse of a tariff before it asks any cloud, and what would fail later in
 * the service's life: found by the code that reads orders, with a customer of whom all is known.
 */
public final class OrderRehearsal {

  private static final Customer CUSTOMER =
      Customer.of(OptionalLong.of(1), "customer@example.org", "Customer", "en");

  private OrderRehearsal() {}

  /** Why an order of this tariff with these add-ons fails; empty when it does not. */
  public static Optional<Sentence> objection(
      ProcessingModule module,
      String productType,
      Tariff terms,
      List<AddOn> addOns,
      MeasureConversion measures) {
    Service order =
        new Service(
            1,
            productType,
            Optional.of(terms),
            Optional.empty(),
            addOns,
            measures,
            CUSTOMER,
            new ServiceParams(Map.of(), Map.of()),
            module,
            OptionalLong.empty(),
            new ServiceStatus(Optional.of(ItemStatus.IN_WORK), false, false, false, false));
    try {
      read(order);
      return Optional.empty();
    } catch (ProvisioningException refused) {
      return Optional.of(LocalizableException.sentenceOf(refused));
    }
  }

  private static void read(Service order) {
    TariffSettings terms = TariffSettings.of(order);
    Policy.wanted(order, Policy.owner(order));
    LoginChoice.choose(order, taken -> false);
    terms.passwordRule();
    terms.suspendStyle();
    InactivityRule.of(terms);
    if (terms.closePolicy() == ClosePolicy.DELETE_LATER) {
      terms.closeDays();
    }
    if (terms.sellsTeams()) {
      TeamEntitlement.of(order, LocalDate.now());
    }
  }
}
