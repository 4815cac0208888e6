package io.github.billnextcloud.standin.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in behaves as the panel's published interface says, seen through its mgrctl. */
class PanelStandInTest {

  @TempDir static Path root;

  private static PanelStandIn panel;
  private static long module;
  private static long tariff;
  private static long account;

  private long item;

  @BeforeAll
  static void start() throws Exception {
    panel = PanelStandIn.start(root);
    module =
        panel.addModule(
            Map.of("base_url", "https://cloud.example.com/?a&b"), Map.of("nc_password", "sec<ret"));
    tariff = panel.addTariff(TariffSpec.named("cloud-10").servedBy(module).param("usergroup", "g"));
    account = panel.addAccount("ann", "ann@example.com", "Анна", "ru");
  }

  @AfterAll
  static void stop() throws Exception {
    panel.close();
  }

  @BeforeEach
  void order() {
    item = panel.order(account, tariff, module);
    panel.sql("DELETE FROM task");
    panel.forgetCalls();
  }

  @Test
  void anOpenedServiceIsActiveAndItsOperationGone() throws Exception {
    long operation = panel.beginOperation(item, "open");
    assertThat(panel.status(item)).isEqualTo(Items.PROCESSING);

    assertThat(mgrctl("backupservice.open", "elid=" + item, "sok=ok").exitCode()).isZero();

    assertThat(panel.status(item)).isEqualTo(Items.ACTIVE);
    assertThat(panel.operationOpen(operation)).isFalse();
    assertThat(panel.query("SELECT opendate FROM item WHERE id = ?", item).get(0).get("opendate"))
        .isNotNull();
  }

  @Test
  void openingAsAnotherProductTypeIsRefused() throws Exception {
    panel.addTariff(TariffSpec.named("server").ofType("other"));

    MgrctlRun run = mgrctl("other.open", "elid=" + item, "sok=ok");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.stdout()).contains("<error type=\"missed\" object=\"item\"");
    assertThat(panel.status(item)).isEqualTo(Items.ORDERED);
  }

  @Test
  void openingCanCarryVisibleParameters() throws Exception {
    mgrctl("backupservice.open", "elid=" + item, "sok=ok", "url=u", "userpassword=p", "other=o");

    assertThat(panel.params(item)).isEqualTo(Map.of("url", "u"));
    assertThat(panel.secretParam(item, "userpassword")).isEqualTo("p");
  }

  @Test
  void confirmationsLeadToTheirStatus() throws Exception {
    confirm("service.postsuspend", "suspend");
    assertThat(panel.status(item)).isEqualTo(Items.SUSPENDED);
    confirm("service.postsetparam", "setparam");
    assertThat(panel.status(item)).isEqualTo(Items.SUSPENDED);
    confirm("service.postresume", "resume");
    assertThat(panel.status(item)).isEqualTo(Items.ACTIVE);
    confirm("service.postprolong", "prolong");
    assertThat(panel.status(item)).isEqualTo(Items.ACTIVE);
    confirm("service.postclose", "close");
    assertThat(panel.status(item)).isEqualTo(Items.DELETED);
  }

  @Test
  void aTariffChangeIsSettledOrRolledBack() throws Exception {
    long bigger = panel.addTariff(TariffSpec.named("cloud-100").servedBy(module));
    panel.changeTariff(item, bigger);
    mgrctl("service.changepricelist.rollback", "elid=" + item, "sok=ok");
    assertThat(tariffs()).isEqualTo(tariff + " null");

    panel.changeTariff(item, bigger);
    assertThat(tariffs()).isEqualTo(bigger + " " + tariff);
    confirm("service.postsetparam", "setparam");
    assertThat(tariffs()).isEqualTo(bigger + " null");
  }

  @Test
  void withoutSokNothingChanges() throws Exception {
    long operation = panel.beginOperation(item, "suspend");

    mgrctl("service.postsuspend", "elid=" + item);
    mgrctl("runningoperation.edit", "elid=" + operation, "errorxml=<doc/>");
    mgrctl("task.edit", "item=" + item, "runningoperation=" + operation, "type=x");

    assertThat(panel.status(item)).isEqualTo(Items.PROCESSING);
    assertThat(panel.errorXml(operation)).isEmpty();
    assertThat(panel.tasks()).isEmpty();
  }

  @Test
  void parametersAreSavedInBothFormsAndDropped() throws Exception {
    mgrctl("service.saveparam", "elid=" + item, "sok=ok", "username=имя", "crypted=off");
    mgrctl("service.saveparam", "elid=" + item, "sok=ok", "name=url", "value=https://c/?a=b");
    assertThat(panel.params(item)).isEqualTo(Map.of("username", "имя", "url", "https://c/?a=b"));

    mgrctl("service.dropparam", "elid=" + item, "sok=ok", "name=url");
    assertThat(panel.params(item)).isEqualTo(Map.of("username", "имя"));
  }

  @Test
  void aSecretComesFromTheEnvironmentAndIsStoredEncrypted() throws Exception {
    String[] call = {
      "service.saveparam", "elid=" + item, "sok=ok", "crypted=on", "-e", "userpassword=$NEW_ONE"
    };
    MgrctlRun run = MgrctlRun.of(panel, Map.of("NEW_ONE", "пароль &1"), call);

    assertThat(run).isEqualTo(new MgrctlRun(0, run.stdout(), ""));
    assertThat(panel.secretParam(item, "userpassword")).isEqualTo("пароль &1");
    assertThat(panel.params(item)).isEmpty();
    assertThat(panel.calls().get(0).line())
        .isEqualTo("service.saveparam elid=" + item + " sok=ok crypted=on userpassword=$NEW_ONE");
    assertThat(panel.calls().get(0).sshConnection()).isEqualTo("pmnextcloud");
    assertThat(String.join(" ", panel.calls().get(0).argv())).doesNotContain("пароль");
  }

  @Test
  void anUnsetVariableIsMissed() throws Exception {
    MgrctlRun run =
        mgrctl("service.saveparam", "elid=" + item, "sok=ok", "-e", "userpassword=$NOT_SET");

    assertThat(run.stdout()).contains("type=\"missed\" object=\"userpassword\"");
    assertThat(panel.params(item)).isEmpty();
  }

  @Test
  void theSettingsOfAModuleComeWithSecretsInClear() throws Exception {
    MgrctlRun run = mgrctl("processing.edit", "elid=" + module);

    assertThat(run.stdout())
        .contains("<base_url>https://cloud.example.com/?a&amp;b</base_url>")
        .contains("<nc_password>sec&lt;ret</nc_password>")
        .contains("<elid>" + module + "</elid>", "<module>pmnextcloud</module>");
    String stored = "SELECT value FROM processingcryptedparam WHERE processingmodule = ?";
    assertThat(panel.query(stored, module).toString()).doesNotContain("sec<ret");
  }

  @Test
  void aFailedOperationKeepsItsErrorAndGetsATask() throws Exception {
    long operation = panel.beginOperation(item, "open");
    panel.trycount(operation, 3);
    String error = "<doc>\n<error type=\"сбой\"/>\n</doc>";

    mgrctl("runningoperation.edit", "elid=" + operation, "sok=ok", "errorxml=" + error);
    assertThat(panel.manual(operation)).isFalse();
    mgrctl("runningoperation.setmanual", "elid=" + operation);
    MgrctlRun type = mgrctl("task.gettype", "operation=open");
    mgrctl(
        "task.edit",
        "item=" + item,
        "runningoperation=" + operation,
        "type=service_open",
        "sok=ok");

    assertThat(panel.errorXml(operation)).contains(error);
    assertThat(panel.manual(operation)).isTrue();
    assertThat(type.stdout()).endsWith("<doc><task_type>service_open</task_type></doc>\n");
    assertThat(panel.tasks()).hasSize(1);
    assertThat(panel.tasks().get(0)).containsEntry("type", "service_open");
  }

  @Test
  void unknownFunctionsAndServicesAreErrors() throws Exception {
    MgrctlRun unknown = mgrctl("service.nosuch", "elid=" + item, "sok=ok");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.stdout()).contains("<doc><error type=\"missed\" object=\"func\"");
    assertThat(unknown.stderr())
        .isEqualTo("ERROR Error: Type: 'missed' Object: 'func' Value: 'service.nosuch'\n");

    assertThat(mgrctl("service.postclose", "sok=ok").stdout()).contains("object=\"elid\"");
    assertThat(mgrctl("service.postclose", "elid=0", "sok=ok").stdout())
        .contains("object=\"item\"");
  }

  @Test
  void misfortunesStrikeOnce() throws Exception {
    panel.restarting(1);
    MgrctlRun restarting = mgrctl("service.postclose", "elid=" + item, "sok=ok");
    assertThat(restarting.exitCode()).isEqualTo(1);
    assertThat(restarting.stderr())
        .isEqualTo("ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n");
    assertThat(restarting.stdout())
        .contains("<error type=\"client\" object=\"open\"", ">billmgr</param>");

    panel.failNext("service.postclose", 7, "oh\n", "<doc/>");
    assertThat(mgrctl("service.postclose", "elid=" + item, "sok=ok"))
        .isEqualTo(new MgrctlRun(7, "<doc/>", "oh\n"));
    assertThat(panel.status(item)).isEqualTo(Items.ORDERED);

    assertThat(mgrctl("service.postclose", "elid=" + item, "sok=ok").exitCode()).isZero();
    assertThat(panel.status(item)).isEqualTo(Items.DELETED);
    assertThat(panel.calls()).hasSize(3);
  }

  @Test
  void addOnsHaveAUnitAndAnOwnRow() {
    AddOnSpec disk = AddOnSpec.disk("disk disc").in("gib").included(10);
    long addOn = panel.addAddOn(tariff, disk);
    panel.orderedAddOn(item, addOn, Map.of("intvalue", 5));

    String select =
        "SELECT p.intname, m.intname AS unit, p.addonlimit + a.intvalue AS amount,"
            + " t.intname AS type FROM item a JOIN pricelist p ON p.id = a.pricelist"
            + " JOIN measure m ON m.id = p.measure JOIN itemtype t ON t.id = p.itemtype"
            + " WHERE a.parent = ?";
    assertThat(panel.query(select, item))
        .containsExactly(
            Map.of("intname", "disk disc", "unit", "gib", "amount", "15", "type", "disk"));
  }

  private static MgrctlRun mgrctl(String... arguments) throws Exception {
    return MgrctlRun.of(panel, Map.of(), arguments);
  }

  private void confirm(String func, String command) throws Exception {
    long operation = panel.beginOperation(item, command);
    assertThat(mgrctl(func, "elid=" + item, "sok=ok").exitCode()).isZero();
    assertThat(panel.operationOpen(operation)).isFalse();
  }

  private String tariffs() {
    Map<String, String> row =
        panel.query("SELECT pricelist, lastpricelist FROM item WHERE id = ?", item).get(0);
    return row.get("pricelist") + " " + row.get("lastpricelist");
  }
}
