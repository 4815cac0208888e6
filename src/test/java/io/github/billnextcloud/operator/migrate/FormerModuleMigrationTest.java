package io.github.billnextcloud.operator.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel in which ISPsystem's module of this name has worked until today. */
class FormerModuleMigrationTest {

  private static final String WORD = "Readable-for-all-1 пароль";

  @TempDir Path root;
  private PanelStandIn panel;
  private long module;
  private long item;

  @BeforeEach
  void leaveWhatThatModuleLeft() throws IOException {
    panel = PanelStandIn.start(root);
    module =
        panel.addModule(
            Map.of(
                "base_url",
                "https://cloud.example.org/",
                "nc_username",
                "admin",
                "nc_password",
                WORD),
            Map.of());
    long tariff =
        panel.addTariff(TariffSpec.named("cloud-10").servedBy(module).param("usergroup", "0"));
    panel.addAddOn(tariff, AddOnSpec.disk("disk disc"));
    long account = panel.addAccount("ann", "ann@example.org", "Анна", "ru");
    item = panel.order(account, tariff, module);
    panel.sql("UPDATE item SET status = 2 WHERE id = ?", item);
    panel.param(item, "username", "user_" + item, false);
    panel.param(item, "userpassword", WORD, false);
  }

  @AfterEach
  void stop() throws IOException {
    panel.close();
  }

  private CommandResult typed(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "migrate";
    System.arraycopy(args, 0, all, 1, args.length);
    CommandContext event =
        new CommandContext(
            Invocation.parse(all),
            InputStream.nullInputStream(),
            new LocalPanel(root),
            TerminalProgress.none());
    return new FormerModuleMigration().run(event);
  }

  private String tables() {
    return panel.query("SELECT * FROM processingparam").toString()
        + panel.query("SELECT * FROM processingcryptedparam")
        + panel.query("SELECT * FROM itemparam")
        + panel.query("SELECT * FROM itemcryptedparam");
  }

  @Test
  void migrateWhenNotAppliedTellsAndChangesNothing() {
    String before = tables();
    CommandResult answer = typed();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text())
        .contains("change   Processing module " + module + ": nc_password is stored readable")
        .contains("change   Service " + item + ": userpassword is stored readable")
        .contains("change   Service " + item + ": user_" + item + " has no saved address")
        .contains("yours    Tariff ")
        .contains("new      Tariff ")
        .contains("Nothing was changed.")
        .doesNotContain(WORD);
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void migrateWhenAppliedMovesTheSecretsAndSavesTheAddress() {
    CommandResult answer = typed("--apply");
    assertThat(answer.text()).contains("done     ").doesNotContain("change   ");
    assertThat(tables()).doesNotContain(WORD);
    assertThat(panel.secretParam(item, "userpassword")).isEqualTo(WORD);
    assertThat(panel.params(item)).containsEntry("url", "https://cloud.example.org");
    assertThat(new LocalPanel(root).processingModule(module).secret("nc_password").reveal())
        .isEqualTo(WORD);
  }

  @Test
  void migrateWhenAppliedAgainFindsNothingToChange() {
    typed("--apply");
    String before = tables();
    assertThat(typed("--apply").text()).doesNotContain("done     ");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void migrateWhenAnEncryptedOneIsThereKeepsIt() {
    panel.param(item, "userpassword", "The-newer-word-2", true);
    typed("--apply");
    assertThat(panel.secretParam(item, "userpassword")).isEqualTo("The-newer-word-2");
    assertThat(tables()).doesNotContain(WORD);
  }

  @Test
  void migrateWhenTheKeyCannotBeReadLosesNothingAndGoesOn() throws IOException {
    Files.writeString(root.resolve("etc/billmgr.pem"), "no key");
    CommandResult answer = typed("--apply");
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text()).contains("failed   ").contains("done     Service");
    assertThat(panel.query("SELECT value FROM itemparam WHERE intname = 'userpassword'"))
        .singleElement()
        .isEqualTo(Map.of("value", WORD));
  }

  @Test
  void migrateWhenASecretIsLongerThanTheKeyLosesNothing() {
    String much = "x".repeat(600);
    panel.sql("UPDATE itemparam SET value = ? WHERE intname = 'userpassword'", much);
    assertThat(typed("--apply").exitCode()).isEqualTo(1);
    assertThat(tables()).contains(much);
  }

  @Test
  void migrateWhenAskedInRussianAnswersInRussian() {
    assertThat(typed("--lang", "ru").text())
        .contains("сменить  Обработчик " + module)
        .contains("Ничего не изменено.");
  }

  @Test
  void migrateWhenThePanelHasNoSuchModuleIsDone() {
    panel.sql("UPDATE processingmodule SET module = 'pmother'");
    CommandResult answer = typed();
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text()).contains("there is nothing to take over");
  }
}
