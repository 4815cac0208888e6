package io.github.billnextcloud.operator.leaving;

import io.github.billnextcloud.billmanager.model.RecordedDeletion;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.billmanager.model.ServiceReadScope;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.TextResult;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what was deleted with a closed service, and when, after asking the cloud once more; what it
 * says is kept with the service, in the customer's language.
 */
public final class DeletionCertificateCommand implements Command {

  @Override
  public CommandResult run(CommandContext event) {
    Service service = event.service(ServiceReadScope.ORDER);
    Optional<Sentence> objection =
        objection(service).or(() -> stillThere(service, cloud(event, service)));
    if (objection.isPresent()) {
      return new TextResult(objection.get().in(event.language()) + "\n", 1);
    }
    Sentence proof = proof(service, LocalDate.now());
    Language customers = service.customer().language().map(Language::of).orElse(Language.EN);
    event.billing().saveParam(ServiceParams.CERTIFICATE, proof.in(customers));
    return new TextResult(
        Sentence.of("leaving.head", service.id()).in(event.language())
            + "\n"
            + proof.in(event.language())
            + "\n");
  }

  private static Cloud cloud(CommandContext event, Service service) {
    return ModuleCloud.of(service.module(), Timeouts.OPERATION, event.panel());
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
    if (params.find(ServiceParams.URL).isPresent() && !service.isHere()) {
      return params.find(ServiceParams.URL).map(url -> Sentence.of("leaving.elsewhere", url));
    }
    boolean softly = params.deletion().filter(RecordedDeletion::softly).isPresent();
    return params.find(ServiceParams.CLOUD_USER_ID).isPresent() && !softly
        ? Optional.of(Sentence.of("leaving.files_unseen"))
        : Optional.empty();
  }

  /** An answer that nobody is there counts from a cloud that lets us in. */
  private static Optional<Sentence> stillThere(Service service, Cloud cloud) {
    cloud.knock();
    List<UserId> there =
        logins(service).stream().filter(id -> cloud.findUser(id).isPresent()).toList();
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(Sentence.of("leaving.still_there", there));
  }

  /** All that were ever deleted for this service, members of a team among them. */
  private static Set<UserId> logins(Service service) {
    Set<UserId> logins = new LinkedHashSet<>();
    for (String param : List.of(ServiceParams.USERNAME, ServiceParams.DELETED_LOGINS)) {
      service.params().find(param).stream()
          .flatMap(names -> Arrays.stream(names.split(",")))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(UserId::new)
          .forEach(logins::add);
    }
    return logins;
  }

  private static Sentence proof(Service service, LocalDate today) {
    String address = CloudFactory.address(service.module());
    Set<UserId> logins = logins(service);
    Optional<RecordedDeletion> record = service.params().deletion();
    if (record.isEmpty()) {
      return Sentence.of(
          "leaving.gone_unrecorded", logins, address, QuotaNoticeSchedule.date(today));
    }
    Object stored =
        record.get().bytes().isPresent()
            ? Quota.roughly(record.get().bytes().getAsLong())
            : Sentence.of("leaving.unknown_amount");
    return Sentence.of(
        record.get().softly() ? "leaving.gone_softly" : "leaving.gone",
        logins,
        address,
        QuotaNoticeSchedule.date(record.get().day()),
        stored,
        QuotaNoticeSchedule.date(today));
  }
}
