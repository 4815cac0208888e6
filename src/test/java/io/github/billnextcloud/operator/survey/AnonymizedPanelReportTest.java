package io.github.billnextcloud.operator.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts of a panel for those who write this program, and nobody's secrets in them. */
class AnonymizedPanelReportTest {

  private static final String SECRET = "Tk7-geheim!Wort";

  /** What must be in no file that is sent to anybody. */
  private static final List<String> PRIVATE =
      List.of(
          SECRET,
          "ivan.petrov",
          "example.org",
          "Иван",
          "Петров",
          "+7 921",
          "192.0.2.77",
          "ivan77",
          "kunde.example.net",
          "4711471147");

  /** All of it, as it might stand in any text of the panel's. */
  private static final String ALL =
      "Иван Петров ivan.petrov@example.org +7 921 000-00-00 192.0.2.77 ivan77 "
          + SECRET
          + " https://kunde.example.net/ 4711471147";

  @TempDir Path root;
  @TempDir Path host;
  private PanelStandIn standIn;
  private long module;

  @BeforeEach
  void start() throws IOException {
    standIn = PanelStandIn.start(root);
    module =
        standIn.addModule(
            Map.of("base_url", "https://kunde.example.net"), Map.of("nc_password", SECRET));
    long tariff =
        standIn.addTariff(TariffSpec.named("cloud").servedBy(module).param("usergroup", ALL));
    standIn.addAddOn(tariff, AddOnSpec.disk("disk disc").in("gib"));
    Files.createDirectories(host.resolve("etc/cron.d"));
    Files.writeString(host.resolve("etc/os-release"), "ID=astra\nVERSION_ID=\"1.7\"\nNAME=\"x\"\n");
  }

  @AfterEach
  void stop() throws IOException {
    standIn.close();
  }

  private String facts() throws IOException {
    Path file = root.resolve("facts.txt");
    new AnonymizedPanelReport(new LocalPanel(root), host).write(file, TerminalProgress.none());
    return Files.readString(file);
  }

  @Test
  void writeWhenThePanelIsAsWeThinkSaysSo() throws IOException {
    log("Exec processing/pmnextcloud --command import --module 3 --runningoperation 77");

    assertThat(facts())
        .contains("holds         §16.7 the panel has service.saveparam\n")
        .contains("holds         §16.4 the panel has backupservice.open\n")
        .contains(
            "holds         §16.4 opening a backupservice demands nothing that we do not save\n")
        .contains("holds         §16.6 units of space lead to bytes\n")
        .contains("holds         §16.9 ")
        .contains("holds         §8.4 ")
        .contains("holds         §16.11 the key is one unencrypted block\n")
        .contains("holds         §16.15 -e hands a value over\n")
        .contains("holds         §16.17 processing.edit shows secrets in clear\n")
        .contains("holds         §16.19 ")
        .contains("not known     §16.10 the panel calls sync_item\n")
        .contains("holds         §16.10 the panel calls import\n")
        .contains("== System\nastra 1.7\n")
        .contains("== Function service.saveparam\nelid")
        .contains("UNIQUE KEY `item` (`item`,`statdate`,`param`)")
        .contains("id=4 intname=gib relation=1024 lessmeasure=1")
        .contains("intname=disk disc type=disk addontype=2 billtype=2 unit=gib tariffs=1")
        .contains("1 × --command import --module N --runningoperation N")
        .contains("BEGIN RSA PRIVATE KEY")
        .doesNotContain("AUTO_INCREMENT=");
  }

  @Test
  void writeWhenThePanelIsOtherwiseSaysSo() throws IOException {
    standIn.forget("service.dropparam");
    standIn.forget("backupservice.open");
    standIn.insert(
        "itemtypeparam",
        Map.of("itemtype", 120, "intname", "ip", "required", "on", "openvisible", "on"));
    standIn.sql("UPDATE processingmodule2pricelist SET orderpriority = 3");
    standIn.sql("UPDATE pricelist SET measure = 7 WHERE measure IS NOT NULL");
    Files.writeString(
        root.resolve("etc/billmgr.pem"),
        "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");

    assertThat(facts())
        .contains("does not hold §16.7 the panel has service.dropparam: it is not known there\n")
        .contains("does not hold §16.4 the panel has backupservice.open: ")
        .contains(
            "does not hold §16.4 opening a backupservice demands nothing that we do not save: ip\n")
        .contains("does not hold §16.6 units of space lead to bytes: pcs\n")
        .contains("does not hold §8.4 Sort is the module's: no link has one: 1 are otherwise\n")
        .contains("== Function service.dropparam\nnot known to the panel\n")
        .contains("== Key\nnot known: BillingException, UNREADABLE_SECRET\n");
  }

  @Test
  void writeWhenSpaceHasNoUnitAtAllSaysSo() throws IOException {
    standIn.sql("UPDATE pricelist SET measure = NULL");

    assertThat(facts()).contains("does not hold §16.6 units of space lead to bytes: none\n");
  }

  /** The form has its fields, and none of them a secret. */
  @Test
  void writeWhenTheFormHasNoSecretsDoesNotTellHowItShowsThem() throws IOException {
    standIn.sql("DELETE FROM processingcryptedparam");

    assertThat(facts()).contains("not known     §16.17 processing.edit shows secrets in clear\n");
  }

  @Test
  void writeWhenASourceIsMissingTellsOfAllOthers() throws IOException {
    standIn.sql("DROP TABLE itemstat");
    Files.delete(host.resolve("etc/os-release"));

    assertThat(facts())
        .contains("== Table itemstat\nnot known: BillingException, SQL state 42S02, error 1146\n")
        .contains("== System\nnot known: NoSuchFileException\n")
        .contains("== How the panel has called us\nnot known: NoSuchFileException\n")
        .contains("CREATE TABLE `measure`");
  }

  @Test
  void writeWhenThereIsNoPanelWritesThat() throws IOException {
    Files.delete(root.resolve("sbin/mgrctl"));

    assertThat(facts())
        .contains("== Units\nnot known: BillingException, ")
        .contains("== Function paramlist\nnot known: BillingException, NO_ANSWER\n");
  }

  /** Whatever stands where we look. */
  @Test
  void writeWhenThereAreSecretsEverywhereHasNone() throws IOException {
    feedTables();
    feedFiles();
    feedPrograms();

    assertThat(facts())
        .doesNotContain(PRIVATE)
        .doesNotContain(standIn.databasePassword())
        .contains("1 × --command changepassword --item N --password …\n")
        .contains("1 × --command import --module N --searchstring … …\n")
        .contains("*/5 * * * * cron-billmgr mgrctl -m billmgr crontask action=runhang …\n")
        .contains("== Function service.saveparam\nelid int …\nname required …\n");
  }

  private void feedTables() {
    long account = standIn.addAccount(ALL, "ivan.petrov@example.org", "Иван Петров", "ru");
    long tariff = standIn.addTariff(TariffSpec.named(ALL).servedBy(module));
    standIn.addAddOn(tariff, AddOnSpec.disk("disk " + SECRET).in("gib"));
    long item = standIn.order(account, tariff, module);
    standIn.param(item, "username", "ivan77", false);
    standIn.param(item, "userpassword", SECRET, true);
    standIn.sql("UPDATE measure SET intname = ?, name = ? WHERE intname = 'pcs'", SECRET, ALL);
    standIn.insert("itemtype", Map.of("intname", "Kunde-" + SECRET, "name", ALL));
    standIn.sql("ALTER TABLE itemstat AUTO_INCREMENT = 471147114, COMMENT = '" + ALL + "'");
    standIn.sql(
        "ALTER TABLE item ADD COLUMN note VARCHAR(200) DEFAULT '"
            + ALL
            + "' COMMENT '"
            + ALL
            + "'");
    standIn.sql("UPDATE processingmodule SET name = ?, config = ?", ALL, ALL);
  }

  private void feedFiles() throws IOException {
    log(
        "EXTINFO processing/pmnextcloud --command changepassword --item 4711471147 --password "
            + SECRET);
    log(
        "REQUEST 192.0.2.77 /usr/local/mgr5/processing/pmnextcloud '--command' 'import' '--module'"
            + " '3' '--searchstring' 'ivan77 Иван'");
    log("ivan77 192.0.2.77 func=user.edit " + ALL);
    Files.writeString(
        host.resolve("etc/cron.d/billmgr"),
        "MAILTO=ivan.petrov@example.org\n# "
            + ALL
            + "\n*/5 * * * * /usr/local/mgr5/sbin/cron-billmgr sbin/mgrctl -m billmgr crontask"
            + " action=runhang "
            + ALL
            + "\n");
    Files.writeString(
        root.resolve("etc/billmgr.pem"),
        ALL + "\n" + Files.readString(root.resolve("etc/billmgr.pem")));
  }

  private void feedPrograms() throws IOException {
    Path mgrctl = root.resolve("sbin/mgrctl");
    Files.move(mgrctl, root.resolve("sbin/real"));
    program(
        mgrctl,
        "#!/bin/sh\n[ \"$3\" = -i ] || exec \"$(dirname \"$0\")/real\" \"$@\"\n"
            + "cat <<END\n"
            + ALL
            + "\nelid: int, as "
            + ALL
            + "\nname required, default "
            + ALL
            + "\nivan77\n"
            + SECRET
            + "\nEND\n");
    Files.createDirectories(root.resolve("bin"));
    program(root.resolve("bin/core"), "#!/bin/sh\necho '" + ALL.replace("192.0.2.77", "") + "'\n");
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void log(String line) throws IOException {
    Path log = root.resolve("var/billmgr.log");
    Files.writeString(
        log, (Files.exists(log) ? Files.readString(log) : "") + "Nov 25 " + line + "\n");
  }

  @Test
  void writeWhenTheFileIsThereReplacesItForRootAlone() throws IOException {
    Path file = Files.writeString(root.resolve("facts.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    facts();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void writeWhenTheFolderIsMissingRefuses() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                new AnonymizedPanelReport(new LocalPanel(root), host)
                    .write(root.resolve("no/facts"), TerminalProgress.none()));
  }
}
