package io.github.billnextcloud.command.form;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.xml.PanelFormEditor;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.CommandTrait;
import io.github.billnextcloud.command.ModuleCloud;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.provisioning.QuotaNoticeSchedule;
import java.util.Set;

/**
 * Prepares the settings form (contract §4.2). At the wizard's last step it tries what was typed: an
 * error there keeps a module that cannot work from being made.
 */
public final class TuneConnection implements Command {

  private static final String LAST_STEP = "processing.add.user";

  @Override
  public Set<CommandTrait> traits() {
    return Set.of(CommandTrait.LOOKS_ONLY);
  }

  @Override
  public CommandResult run(CommandContext event) {
    PanelFormEditor form = event.form();
    boolean lastStep =
        form.fields().all("func").stream().anyMatch(func -> func.text().equals(LAST_STEP));
    if (lastStep && !form.value(CloudFactory.BASE_URL).isEmpty()) {
      ProcessingModule typed = event.panel().typedModule(form.fields());
      ModuleCloud.of(typed, Timeouts.FORM, event.panel()).checkAccess();
    }
    form.fill(QuotaNoticeSchedule.LEVELS, QuotaNoticeSchedule.USUAL_LEVELS);
    return form;
  }
}
