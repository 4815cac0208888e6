package io.github.billnextcloud.command.form;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.text.Sentence;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests the settings that an administrator is about to save (contract §4.1): the form comes on
 * stdin with its secrets readable.
 */
public final class CheckConnection implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(CheckConnection.class);

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    ProcessingModule module = event.panel().typedModule(event.document());
    Cloud cloud = ModuleCloud.of(module, Timeouts.FORM, event.panel());
    VerifiedAccess access = cloud.checkAccess();
    LOG.info(
        "observed: {} at {}, we work as {}",
        access.product(),
        CloudFactory.address(module),
        access.actingUser());
    XmlBuilder answer = XmlBuilder.ok();
    letters(cloud).ifPresent(notice -> answer.param("notice", notice.in(event.language())));
    return answer;
  }

  /** What is unusual there and a provider should know; no reason to refuse the settings. */
  private static Optional<Sentence> letters(Cloud cloud) {
    try {
      Optional<Sentence> notice = cloud.newUserRules().notice();
      notice.ifPresent(it -> LOG.warn("{}", it));
      return notice;
    } catch (CloudException untold) {
      LOG.warn("not known whether the cloud writes letters: {}", untold.getMessage());
      return Optional.empty();
    }
  }
}
