package io.github.billnextcloud.app;

import io.github.billnextcloud.command.Command;
import io.github.billnextcloud.command.form.CheckConnection;
import io.github.billnextcloud.command.form.GetServerConfig;
import io.github.billnextcloud.command.form.TuneConnection;
import io.github.billnextcloud.command.form.TuneTariff;
import io.github.billnextcloud.command.lifecycle.ChangePassword;
import io.github.billnextcloud.command.lifecycle.CheckParam;
import io.github.billnextcloud.command.lifecycle.Close;
import io.github.billnextcloud.command.lifecycle.Open;
import io.github.billnextcloud.command.lifecycle.Prolong;
import io.github.billnextcloud.command.lifecycle.ResendWelcomeLetter;
import io.github.billnextcloud.command.lifecycle.Resume;
import io.github.billnextcloud.command.lifecycle.SetParam;
import io.github.billnextcloud.command.lifecycle.Suspend;
import io.github.billnextcloud.command.lifecycle.SyncItem;
import io.github.billnextcloud.command.lifecycle.TransitionControlPanel;
import io.github.billnextcloud.command.module.GetSuitableModule;
import io.github.billnextcloud.command.module.Import;
import io.github.billnextcloud.command.module.Stat;
import java.util.Optional;

/**
 * The table of contents: everything that BILLmanager may ask, by its own names (contract §4), and
 * what a person may ask of a service in the same way: locked, rehearsed, left alone.
 */
public final class Commands {

  private Commands() {}

  public static Optional<Command> find(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "check_connection" -> new CheckConnection();
          case "tune_connection" -> new TuneConnection();
          case "pricelist_dynamic_settings_tune" -> new TuneTariff();
          case "get_server_config" -> new GetServerConfig();
          case "get_suitable_module" -> new GetSuitableModule();
          case "check_param" -> new CheckParam();
          case "open" -> new Open("");
          case "reopen" -> new Open("service.postreopen");
          case "setparam" -> new SetParam();
          case "suspend" -> new Suspend();
          case "resume" -> new Resume();
          case "close" -> new Close();
          case "changepassword" -> new ChangePassword();
          case "sync_item" -> new SyncItem();
          case "transition_controlpanel" -> new TransitionControlPanel();
          case "prolong" -> new Prolong();
          case "stat" -> new Stat();
          case "welcome" -> new ResendWelcomeLetter();
          case "import" -> new Import();
          default -> null;
        });
  }
}
