package io.github.billnextcloud.command.lifecycle;

import io.github.billnextcloud.billmanager.Billing;
import io.github.billnextcloud.billmanager.model.Service;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.ServiceParamWriter;
import io.github.billnextcloud.provisioning.Policy;
import io.github.billnextcloud.provisioning.ProvisioningException;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A letter with a way in that the customer has asked for, by writing something into a param: sent
 * once, and answered in another. What becomes of it fails no change of the service.
 */
final class LetterRequestHandler {

  private static final Logger LOG = LoggerFactory.getLogger(LetterRequestHandler.class);

  private LetterRequestHandler() {}

  static void answer(CommandContext event, Service service) {
    if (service.params().find(ServiceParams.SEND_LETTER).isEmpty()) {
      return;
    }
    Billing billing = event.billing();
    Language language = service.customer().language().map(Language::of).orElse(Language.EN);
    ServiceParamWriter.save(
        billing, service, ServiceParams.LETTER_REPORT, sent(event, service).in(language));
    billing.dropParam(ServiceParams.SEND_LETTER);
  }

  private static Sentence sent(CommandContext event, Service service) {
    try {
      DirectoryAccountLinking.refuseLetter(service);
      event.provisioner().sendLetter(Policy.owner(service), false);
      return Sentence.of("product.letter_sent", QuotaNoticeSchedule.date(LocalDate.now()));
    } catch (CloudException | ProvisioningException notSent) {
      LOG.warn("the customer has asked for a letter: {}", notSent.getMessage());
      return Sentence.of("product.letter_not_sent", QuotaNoticeSchedule.date(LocalDate.now()));
    }
  }
}
