package io.github.billnextcloud.command.form;

import io.github.billnextcloud.billmanager.xml.PanelFormEditor;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.command.CloudGroupCache;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.provisioning.TariffSettings;
import io.github.billnextcloud.provisioning.groups.GroupTemplate;
import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the choices of the tariff's form (contract §4.12). It never asks the cloud, and whatever it
 * cannot find out, the form is shown: a tariff must not wait for a server.
 */
public final class TuneTariff implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(TuneTariff.class);

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    PanelFormEditor form = event.form();
    TariffSelectLabels.in(event.language()).forEach(form::offer);
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put("null", Sentence.of("form.no_group").in(event.language()));
    groups.put(
        GroupTemplate.OF_CUSTOMER,
        Sentence.of("form.own_group", GroupTemplate.OF_CUSTOMER).in(event.language()));
    groups(event).forEach(group -> groups.put(group, group));
    form.offer(TariffSettings.GROUP, groups);
    return form;
  }

  private static List<String> groups(CommandContext event) {
    try {
      CloudGroupCache config = new CloudGroupCache(event.panel());
      return event.invocation().module().map(config::groups).orElse(List.of());
    } catch (LocalizableException unknown) {
      LOG.warn("the form is shown without the cloud's groups: {}", unknown.getMessage());
      return List.of();
    }
  }
}
