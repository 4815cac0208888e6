package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.Answer;
import io.github.billnextcloud.billmanager.PanelForm;
import io.github.billnextcloud.billmanager.ProcessingModule;
import io.github.billnextcloud.cloud.ocs.Patience;
import io.github.billnextcloud.provisioning.Clouds;
import io.github.billnextcloud.provisioning.Notices;

/**
 * Prepares the settings form (contract §4.2). At the wizard's last step it tries what was typed: an
 * error there keeps a module that cannot work from being made.
 */
final class TuneConnection implements Command {

  private static final String LAST_STEP = "processing.add.user";

  @Override
  public Answer run(Event event) {
    PanelForm form = PanelForm.parse(event.stdin());
    boolean lastStep =
        form.fields().all("func").stream().anyMatch(func -> func.text().equals(LAST_STEP));
    if (lastStep && !form.value(Clouds.BASE_URL).isEmpty()) {
      ProcessingModule typed = event.panel().typedModule(form.fields());
      Clouds.of(typed, Patience.FORM).checkAccess();
    }
    form.fill(Notices.LEVELS, Notices.USUAL_LEVELS);
    return form;
  }
}
