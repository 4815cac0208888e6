package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.command.CommandContext;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An order whose cloud cannot be asked goes to the tariff's next processing module (contract §4.3),
 * as long as nothing was begun in the first: a customer must not end up with two accounts.
 */
public record ModuleFailover(CommandContext event) {

  private static final Logger LOG = LoggerFactory.getLogger(ModuleFailover.class);

  /** What an operator must mend is not passed over in silence. */
  public static final Set<CloudErrorKind> PASSES =
      Set.of(
          CloudErrorKind.UNREACHABLE,
          CloudErrorKind.BUSY,
          CloudErrorKind.THROTTLED,
          CloudErrorKind.NOT_UNDERSTOOD);

  /** Does it for the service, on the first of its modules that answers; returns the service. */
  Service firstThatAnswers(Service first, BiConsumer<CommandContext, Service> work) {
    Service service = first;
    Set<OptionalLong> asked = new HashSet<>();
    while (true) {
      asked.add(service.module().knownId());
      try {
        work.accept(event, service);
        return service;
      } catch (CloudException silent) {
        boolean begun = event.hasIntention() || service.hasAccount();
        if (begun || !PASSES.contains(silent.kind()) || !event.billing().moveOn()) {
          throw silent;
        }
        LOG.warn("moving on to the next processing module: {}", silent.getMessage());
        service = event.service(ServiceReadScope.EVERYTHING);
        if (asked.contains(service.module().knownId())) {
          throw silent;
        }
      }
    }
  }
}
