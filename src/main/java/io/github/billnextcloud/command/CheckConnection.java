package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.billmanager.XmlIn;
import io.github.billnextcloud.billmanager.XmlOut;
import io.github.billnextcloud.cloud.CloudAccess;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
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
    CloudAccess access = Clouds.of(module, Patience.FORM).checkAccess();
    LOG.info(
        "observed: {} at {}, we work as {}",
        access.product(),
        Clouds.address(module),
        access.actingUser());
    return XmlOut.ok();
  }
}
