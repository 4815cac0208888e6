package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.billmanager.ProcessingModuleRepository;
import io.github.billnextcloud.billmanager.model.BillingException;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.XmlBuilder;
import io.github.billnextcloud.cloud.AdminGroupNameMatcher;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.provisioning.ProvisioningException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What forms need to know of a cloud, kept in the panel so that no form waits for the cloud
 * (contract §4.12, §8.2): its groups.
 */
public final class CloudGroupCache {

  private static final Logger LOG = LoggerFactory.getLogger(CloudGroupCache.class);

  /** It is one argument of mgrctl, and Linux limits those to 128 KiB. */
  private static final int LONGEST = 100_000;

  /** Bytes of the element around a group's id, some of it escaped. */
  private static final int AROUND = 30;

  private final ProcessingModuleRepository modules;

  public CloudGroupCache(LocalPanel panel) {
    this.modules = new ProcessingModuleRepository(panel);
  }

  /** The groups that were there when they were last asked for, and are for customers. */
  public List<String> groups(long module) {
    return modules
        .config(module)
        .map(config -> config.all("group").stream().map(group -> group.text("id")))
        .orElse(Stream.empty())
        .filter(group -> !AdminGroupNameMatcher.isNamedBy(group))
        .toList();
  }

  /** Asks the cloud and stores what it says. */
  public void refresh(ProcessingModule module) {
    Set<String> groups = ModuleCloud.of(module, Timeouts.OPERATION, modules.panel()).groups();
    XmlBuilder config = XmlBuilder.doc();
    int length = 0;
    for (String group : groups) {
      if (TeamKey.isMark(group)) {
        continue;
      }
      length += AROUND + group.getBytes(StandardCharsets.UTF_8).length;
      if (length > LONGEST) {
        LOG.warn("the cloud has {} groups: not all of them are kept for forms", groups.size());
        break;
      }
      config.open("group").with("id", group).close("group");
    }
    modules.saveConfig(module.id(), config);
    LOG.info("kept for forms: {} groups", groups.size());
  }

  /** Refreshes it if it was lost. */
  public void restore(ProcessingModule module) {
    attempt(
        () -> {
          if (modules.config(module.id()).isEmpty()) {
            refresh(module);
          }
        });
  }

  public void refreshIfPossible(ProcessingModule module) {
    attempt(() -> refresh(module));
  }

  /** A convenience: no operation fails over it. */
  private static void attempt(Runnable keeping) {
    try {
      keeping.run();
    } catch (BillingException | CloudException | ProvisioningException notNow) {
      LOG.warn("the groups are not kept for forms this time: {}", notNow.getMessage());
    }
  }
}
