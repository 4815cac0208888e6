package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudAccess;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.NewUserRules;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests the settings that an administrator is about to save (contract §4.1): the form comes on
 * stdin with its secrets readable.
 */
final class CheckConnection implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(CheckConnection.class);

  @Override
  public Answer run(Event event) {
    ProcessingModule module = event.panel().typedModule(XmlIn.parse(event.stdin()));
    Cloud cloud = Clouds.of(module, Patience.FORM);
    CloudAccess access = cloud.checkAccess();
    LOG.info(
        "observed: {} at {}, we work as {}",
        access.product(),
        Clouds.address(module),
        access.actingUser());
    XmlOut answer = XmlOut.ok();
    letters(cloud).ifPresent(notice -> answer.param("notice", notice));
    return answer;
  }

  /** What is unusual there and a provider should know; no reason to refuse the settings. */
  private static Optional<String> letters(Cloud cloud) {
    try {
      NewUserRules rules = cloud.newUserRules();
      if (!rules.demandsAddress() && rules.writes()) {
        return Optional.empty();
      }
      String notice = rules.demandsAddress() ? "New users must have an e-mail address. " : "";
      notice +=
          rules.writes()
              ? "So the cloud writes to each of them, too: a letter without a password"
              : "The cloud writes to no new user: tariffs with password_rule 'mail' are refused";
      LOG.warn("{}", notice);
      return Optional.of(notice);
    } catch (CloudException untold) {
      LOG.warn("not known whether the cloud writes letters: {}", untold.getMessage());
      return Optional.empty();
    }
  }
}
