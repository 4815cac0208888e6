package io.github.billnextcloud.operator.leaving;

import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what was deleted with a closed service, and when, what was left and why, after asking the
 * cloud once more for each; what it says is kept with the service, in the customer's language.
 */
public final class DeletionCertificateCommand implements Command {

  @Override
  public CommandResult run(CommandContext event) {
    Service service = event.service(ServiceReadScope.ORDER);
    Optional<Sentence> objection = objection(service);
    if (objection.isPresent()) {
      return new TextResult(objection.get().in(event.language()) + "\n", 1);
    }
    DeletionFindings found =
        DeletionFindings.of(
            service, ModuleCloud.of(service.module(), Timeouts.OPERATION, event.panel()));
    List<Sentence> told = found.sentences();
    if (found.isProof()) {
      Language customers = service.customer().language().map(Language::of).orElse(Language.EN);
      event.billing().saveParam(ServiceParams.CERTIFICATE, in(customers, told, " "));
    }
    return new TextResult(
        Sentence.of(found.isProof() ? "leaving.head" : "leaving.head_open", service.id())
                .in(event.language())
            + "\n"
            + in(event.language(), told, "\n")
            + "\n",
        found.isProof() ? 0 : 1);
  }

  private static String in(Language language, List<Sentence> told, String between) {
    return told.stream().map(it -> it.in(language)).collect(Collectors.joining(between));
  }

  /** Nobody is told that all is gone while something is planned to be. */
  private static Optional<Sentence> objection(Service service) {
    ServiceParams params = service.params();
    if (!service.standing().isDeleted()) {
      return Optional.of(Sentence.of("leaving.not_closed", service.id()));
    }
    if (params.find(ServiceParams.DELETE_AFTER).isPresent()) {
      return params
          .find(ServiceParams.DELETE_AFTER)
          .map(day -> Sentence.of("leaving.kept_until", day));
    }
    return params
        .find(ServiceParams.URL)
        .filter(url -> !service.isHere())
        .map(url -> Sentence.of("leaving.elsewhere", url));
  }
}
