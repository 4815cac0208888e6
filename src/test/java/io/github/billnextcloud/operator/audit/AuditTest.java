package io.github.billnextcloud.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.cli.CommandResult;
import io.github.billnextcloud.cli.InvalidInputException;
import io.github.billnextcloud.cli.Invocation;
import io.github.billnextcloud.command.CommandContext;
import io.github.billnextcloud.command.TerminalProgress;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A panel and a cloud that have drifted apart. */
class AuditTest {

  @TempDir Path root;
  private PanelStandIn panel;
  private CloudStandIn cloud;
  private long module;
  private long tariff;
  private long account;

  @BeforeEach
  void start() throws IOException {
    panel = PanelStandIn.start(root);
    drift(Flavour.NEXTCLOUD_34);
  }

  private void drift(Flavour flavour) {
    cloud = CloudStandIn.start(flavour);
    cloud.addGroup("pro");
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    tariff =
        panel.addTariff(TariffSpec.named("cloud-10").servedBy(module).param("usergroup", "pro"));
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(10));
    account = panel.addAccount("ann", "ann@example.org", "Anna", "ru");
  }

  @AfterEach
  void stop() throws IOException {
    cloud.close();
    panel.close();
  }

  private long service(int status, String login) {
    long item = panel.order(account, tariff, module);
    panel.sql("UPDATE item SET status = ?, opendate = NOW() WHERE id = ?", status, item);
    panel.param(item, "username", login, false);
    panel.param(item, "url", cloud.url().toString(), false);
    return item;
  }

  private Account user(String login) {
    Account user = cloud.addAccount(login);
    user.setQuota("10 GB");
    user.setEmail("ann@example.org");
    user.setDisplayName("Anna");
    user.setLanguage("ru");
    user.groups().add("pro");
    return user;
  }

  private void listStaff(String logins) {
    panel.sql(
        "INSERT INTO processingparam (processingmodule, intname, value) VALUES (?, ?, ?)",
        module,
        "staff_accounts",
        logins);
  }

  private CommandResult typed(String... options) {
    List<String> args = new ArrayList<>(List.of("audit", "--module", Long.toString(module)));
    args.addAll(List.of(options));
    CommandContext event =
        new CommandContext(
            Invocation.parse(args.toArray(String[]::new)),
            InputStream.nullInputStream(),
            new LocalPanel(root),
            TerminalProgress.none());
    return new Audit(Duration.ofMillis(20)).run(event);
  }

  /** One of each: matching, other quota, other group, missing, suspended but enabled, stranger. */
  private void mess() {
    service(2, "match");
    user("match");
    service(2, "small");
    user("small").setQuota("1 GB");
    service(2, "alone");
    user("alone").groups().clear();
    service(2, "gone");
    service(3, "guest");
    user("guest");
    service(4, "former");
    user("former");
    service(5, "moving");
    user("moving").setQuota("1 GB");
    user("stranger");
  }

  @Test
  void auditWhenSidesDifferTellsEachKind() {
    mess();
    CommandResult answer = typed();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text().lines().map(line -> line.replaceAll(" {2,}", " | ")).toList())
        .anySatisfy(
            line -> assertThat(line).contains("small | wrong quota | 1 GB | 0 B | set the quota"))
        .anySatisfy(line -> assertThat(line).contains("alone | wrong groups"))
        .anySatisfy(line -> assertThat(line).contains("gone | missing in the cloud"))
        .anySatisfy(line -> assertThat(line).contains("guest | suspended but enabled"))
        .anySatisfy(line -> assertThat(line).contains("former | closed, but still enabled"))
        .anySatisfy(line -> assertThat(line).contains("stranger | in the cloud, not billed"))
        .contains("1 as promised", "1 in work")
        .noneMatch(line -> line.contains("| match |") || line.contains("admin"));
    assertThat(cloud.writes()).isEmpty();
  }

  @Test
  void auditWhenOnOwnCloudTellsTheSame() throws IOException {
    cloud.close();
    drift(Flavour.OWNCLOUD_10);
    mess();
    assertThat(typed("--csv").text())
        .contains("\"small\",\"quota\",", "\"alone\",\"groups\",", "\"gone\",\"missing\",")
        .contains("\"guest\",\"suspended_enabled\",", "\"\",\"stranger\",\"not_billed\",");
  }

  @Test
  void auditWhenAllMatchesIsContent() {
    service(2, "match");
    user("match");
    CommandResult answer = typed();
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text()).isEqualTo("1 as promised\n1 the provider's own\n");
  }

  @Test
  void auditWhenAccountsAreTheProvidersOwnIsContent() throws IOException {
    service(2, "match");
    user("match");
    user("Backup");
    user("monitoring");
    user("boss").groups().add("admin");
    listStaff("backup, \nmonitoring,");
    CommandResult answer = typed("--csv");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.text())
        .contains("\"Backup\",\"staff\",\"listed in staff_accounts\"")
        .contains("\"monitoring\",\"staff\",\"listed in staff_accounts\"")
        .contains("\"boss\",\"staff\",\"administers the cloud\"")
        .contains("\"admin\",\"staff\",\"the module works with it\"");
  }

  /** The provider has taken it over; before, it is a customer's who should be out. */
  @Test
  void auditWhenTheAccountOfAClosedServiceIsListedIsContent() {
    service(4, "former");
    user("former");
    assertThat(typed().exitCode()).isEqualTo(2);
    listStaff("former");
    assertThat(typed().exitCode()).isZero();
  }

  /** What a service promises is compared, whoever is listed. */
  @Test
  void auditWhenAServiceHasAListedAccountComparesIt() {
    service(2, "small");
    user("small").setQuota("1 GB");
    listStaff("small");
    assertThat(typed("--csv").text()).contains("\"small\",\"quota\"");
  }

  @Test
  void rowsWhenShownNameWhatTheyNumber() throws IOException {
    long item = service(2, "small");
    user("small").setQuota("1 GB");
    assertThat(typed().text().lines().map(line -> line.replaceAll(" {2,}", " | ")).toList())
        .contains("service | tariff | customer | login | what | quota | stored | to be done")
        .contains(
            item
                + " | "
                + tariff
                + " cloud-10 | Anna | small | wrong quota | 1 GB | 0 B | set the quota to 10 GB");
    assertThat(typed("--json").text())
        .contains("\"module_name\":\"Nextcloud\"")
        .contains("\"tariff_name\":\"cloud-10\",\"customer\":\"Anna\"");
    assertThat(typed("--csv").text()).contains(",\"cloud-10\",\"Anna\"\r\n");
  }

  /** Beside what differs, in a row of its own where there is none, and never green. */
  @Test
  void auditWhenOperationsFailedOrWaitTellsWhoHasToActNext() {
    long waiting = panel.beginOperation(service(5, "match"), "setparam");
    user("match");
    panel.sql("UPDATE runningoperation SET manual = 'on' WHERE id = ?", waiting);
    long failed = panel.beginOperation(service(5, "gone"), "open");
    long again = panel.beginOperation(service(1, ""), "open");
    panel.sql(
        "UPDATE runningoperation SET errorxml = ? WHERE id IN (?, ?)",
        "<doc><error type=\"pmnextcloud_group_missing\"/></doc>",
        failed,
        again);
    panel.sql("UPDATE runningoperation SET manual = 'on' WHERE id = ?", failed);
    panel.beginOperation(service(5, "new"), "open");

    CommandResult answer = typed();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text())
        .contains(
            "the operation "
                + waiting
                + " (setparam) waits for a person; why stands only in the panel")
        .contains(
            "open has failed with group_missing, and nobody begins it again: pmnextcloud explain"
                + " group_missing, then run the operation "
                + failed)
        .contains("open has failed with group_missing; BILLmanager tries again")
        .endsWith("1 the provider's own\n2 waits for you\n1 failed, is tried again\n1 in work\n");
  }

  /** Whether the panel's table says of which module it is, or only the log of the run. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void auditWhenAnOperationOfTheModuleItselfFailedTellsIt(boolean inTable) throws IOException {
    long ours = operationOf(service(2, "match"));
    user("match");
    long others = operationOf(service(2, "second"));
    user("second");
    if (inTable) {
      panel.sql("ALTER TABLE runningoperation ADD processingmodule INT NULL");
      panel.sql("UPDATE runningoperation SET processingmodule = ? WHERE id = ?", module, ours);
      panel.sql(
          "UPDATE runningoperation SET processingmodule = ? WHERE id = ?", module + 1, others);
    } else {
      Files.createDirectories(root.resolve("var"));
      Files.writeString(
          root.resolve("var/pmnextcloud.log"),
          """
          2026-11-26T10:00:00.000Z [1] INFO op=%d module=%d asked: stat
          2026-11-26T10:00:01.000Z [2] INFO op=%d module=%d asked: stat
          """
              .formatted(ours, module, others, module + 1));
    }

    CommandResult answer = typed();
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.text())
        .contains(
            "stat has failed with cloud_busy (x), and nobody begins it again: pmnextcloud explain"
                + " cloud_busy, then run the operation "
                + ours
                + " again")
        .endsWith("2 as promised\n1 the provider's own\n1 waits for you\n");
    Map<String, Object> json = JSON.std.mapFrom(typed("--json").text());
    assertThat(json.get("rows").toString()).contains("{login=, kinds=[waits]");
    assertThat(typed("--since").exitCode()).isEqualTo(2);
    assertThat(typed("--since").exitCode()).isZero();
  }

  private long operationOf(long item) {
    long operation = panel.beginOperation(item, "stat");
    panel.sql("UPDATE item SET status = 2 WHERE id = ?", item);
    panel.sql(
        "UPDATE runningoperation SET item = NULL, manual = 'on', errorxml = ? WHERE id = ?",
        "<doc><error type=\"pmnextcloud_cloud_busy\"><param"
            + " name=\"reason\">x</param></error></doc>",
        operation);
    return operation;
  }

  @Test
  void sinceWhenAskedAgainTellsWhatIsNewAndWhatIsGone() throws IOException {
    service(2, "small");
    user("small").setQuota("1 GB");
    user("stranger");
    CommandResult first = typed("--since");
    assertThat(first.exitCode()).isEqualTo(2);
    assertThat(first.text())
        .startsWith("It was not asked so before: all of 2 are new.\n\nservice ")
        .contains("small", "stranger");

    CommandResult second = typed("--since");
    assertThat(second.exitCode()).isZero();
    assertThat(second.text())
        .containsPattern("Since 2\\S+Z: 0 new, 0 gone\\.")
        .contains("1 wrong quota", "1 in the cloud, not billed");

    cloud.account("small").orElseThrow().setQuota("10 GB");
    user("another one");
    assertThat(typed().exitCode()).isEqualTo(2);
    CommandResult third = typed("--since");
    assertThat(third.exitCode()).isEqualTo(2);
    assertThat(third.text())
        .contains(": 1 new, 1 gone.", "another one", ", small: wrong quota\n")
        .doesNotContain("stranger");
  }

  @Test
  void sinceWhenAskedForJsonAndCsvTellsTheSame() throws IOException {
    user("stranger");
    typed("--since");
    user("newcomer");
    Map<String, Object> json = JSON.std.mapFrom(typed("--json", "--since").text());
    assertThat(json.get("since").toString()).contains("new=[{login=newcomer", "gone=[]");
    user("second");
    assertThat(typed("--csv", "--since").text()).contains("second").doesNotContain("stranger");
  }

  @Test
  void findingsWhenKeptAreForUsAlone() throws IOException {
    user("stranger");
    typed("--since");
    Path kept = root.resolve("var/pmnextcloud.audit/module-" + module);
    assertThat(kept).content().endsWith("\n- not_billed stranger\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    Files.writeString(kept, "nonsense\n");
    assertThat(typed("--since").text()).startsWith("It was not asked so before");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(typed("--since").text()).startsWith("It was not asked so before");
  }

  @Test
  void sinceWhenARepairIsAskedForRefusesBeforeItLooks() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> typed("--since", "--repair", "all"))
        .withMessageContaining("goes without --repair");
    assertThat(cloud.requests()).isEmpty();
  }

  @Test
  void auditWhenTwoServicesNameOneUserTellsBoth() {
    service(2, "twin");
    service(2, "twin");
    user("twin");
    assertThat(typed().text()).contains("2 shared by two services");
  }

  @Test
  void auditWhenAnotherModuleHasTheCloudTooLeavesItsAccounts() {
    service(2, "theirs");
    user("theirs");
    long other =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    panel.sql("UPDATE item SET processingmodule = ?", other);
    assertThat(typed().text()).doesNotContain("theirs");
  }

  /** The customer is another's namesake by now, and a stranger has taken his former name. */
  @Test
  void auditWhenCustomersRenamedThemselvesMatchesByTheIdOfTheCloud() throws IOException {
    graph();
    long anna = identified("anna");
    long ivan = identified("ivan");
    cloud.rename(cloud.account("ivan").orElseThrow(), "petr");
    cloud.rename(cloud.account("anna").orElseThrow(), "ivan");
    user("anna").setQuota("1 GB");
    String csv = typed("--csv").text();
    assertThat(csv)
        .contains("\"anna\",\"renamed\",\"is called ivan in the cloud by now\"")
        .contains("\"ivan\",\"renamed\",\"is called petr in the cloud by now\"")
        .contains("\"\",\"\",\"anna\",\"not_billed\"");
    assertThat(typed("--json").text()).contains("\"renamed\":2");

    assertThat(typed("--repair", "identity", "--apply").text()).contains("2 repaired, 0 failed");
    assertThat(param(anna, "username")).isEqualTo("ivan");
    assertThat(param(ivan, "username")).isEqualTo("petr");
    assertThat(cloud.account("anna")).get().returns("1 GB", Account::quota);
    assertThat(typed().text()).contains("2 as promised", "1 in the cloud, not billed");
  }

  @Test
  void auditWhenOnlyTheNameIsOnRecordSaysSoAndSavesTheIdWhenTold() throws IOException {
    graph();
    long item = service(2, "anna");
    cloud.signInOnce(user("anna"));
    assertThat(typed("--csv").text()).contains("\"anna\",\"name_alone\",");
    assertThat(typed("--repair", "all").text()).contains("0 services would be repaired");
    typed("--repair", "identity", "--apply");
    assertThat(param(item, "cloud_user_id"))
        .isEqualTo(cloud.account("anna").orElseThrow().stableId());
    assertThat(cloud.writes()).isEmpty();
  }

  @Test
  void auditWhenACustomerNeverSignedInTellsThatTheQuotaIsPending() throws IOException {
    graph();
    long item = service(2, "anna");
    panel.param(item, "cloud_user_id", user("anna").stableId(), false);
    assertThat(typed("--csv").text()).contains("\"anna\",\"quota_pending\",");
    cloud.signInOnce(cloud.account("anna").orElseThrow());
    assertThat(typed().text()).contains("1 as promised");
  }

  @Test
  void auditWhenTwoServicesHaveOneIdUnderTwoNamesTellsBoth() throws IOException {
    graph();
    identified("anna");
    long twin = service(2, "petr");
    panel.param(twin, "cloud_user_id", cloud.account("anna").orElseThrow().stableId(), false);
    assertThat(typed().text()).contains("2 shared by two services");
  }

  private void graph() throws IOException {
    cloud.close();
    drift(Flavour.INFINITE_SCALE);
    cloud.takePasswords(true);
  }

  private long identified(String login) {
    long item = service(2, login);
    Account account = user(login);
    cloud.signInOnce(account);
    panel.param(item, "cloud_user_id", account.stableId(), false);
    return item;
  }

  private String param(long item, String name) {
    return panel
        .query("SELECT value FROM itemparam WHERE item = ? AND intname = ?", item, name)
        .get(0)
        .get("value");
  }

  @Test
  void auditWhenATariffCannotBeReadTellsItAndGoesOn() {
    panel.sql("UPDATE pricelist SET measure = NULL WHERE parent = ?", tariff);
    mess();
    assertThat(typed().text()).contains("cannot be told", "stranger");
  }

  @Test
  void auditWhenAskedForJsonAnswersWithJson() throws IOException {
    mess();
    Map<String, Object> json = JSON.std.mapFrom(typed("--json").text());
    assertThat(json.get("rows")).asInstanceOf(LIST).hasSize(9);
    assertThat(json.get("counts")).isEqualTo(JSON.std.mapFrom(counts()));
  }

  private static String counts() {
    return "{\"match\":1,\"suspended_enabled\":1,\"quota\":1,\"groups\":1,\"missing\":1,"
        + "\"not_billed\":1,\"staff\":1,\"closed\":1,\"in_work\":1}";
  }

  @Test
  void auditWhenAskedForAPageWritesOneThatNeedsNothingElse() throws IOException {
    service(2, "small");
    Account evil = user("small");
    evil.setQuota("1 GB");
    user("</script><script>alert(1)</script>");
    Path page = root.resolve("audit.html");
    typed("--html", page.toString(), "--lang", "ru");
    assertThat(page)
        .content()
        .contains("не та квота", "\"quota\":\"1 ГБ\"", "\"quota_bytes\":1073741824", "Б КБ МБ ГБ")
        .doesNotContain("alert(1)</script>", "1 GB");
    assertThat(Files.readString(page).replaceAll("\"http://127[^\"]*\"", ""))
        .doesNotContain("src=", "href=", "@import", "url(");
  }

  @Test
  void pageWhenALinkIsInItsPlaceDoesNotFollowIt() throws IOException {
    Path other = Files.writeString(root.resolve("other"), "precious");
    Path page = Files.createSymbolicLink(root.resolve("linked.html"), other);
    typed("--html", page.toString());
    assertThat(other).hasContent("precious");
    assertThat(page).content().contains("<html");
  }

  @Test
  void repairWhenNotAppliedChangesNothing() {
    mess();
    CommandResult answer = typed("--repair", "quota");
    assertThat(answer.text())
        .contains("small", "1 services would be repaired")
        .doesNotContain("alone ");
    assertThat(cloud.writes()).isEmpty();
  }

  @Test
  void repairWhenAppliedMendsWhatWasChosenAndNothingElse() {
    mess();
    cloud.account("small").orElseThrow().setLanguage("en");
    CommandResult answer = typed("--repair", "quota,state", "--apply");
    assertThat(answer.text()).contains("2 repaired, 0 failed");
    assertThat(answer.exitCode()).isZero();
    assertThat(cloud.account("small"))
        .get()
        .returns("10 GB", Account::quota)
        .returns("en", Account::language);
    assertThat(cloud.account("guest")).get().returns(false, Account::enabled);
    assertThat(cloud.account("alone").orElseThrow().groups()).isEmpty();
    assertThat(cloud.account("moving")).get().returns("1 GB", Account::quota);
    assertThat(cloud.account("former")).get().returns(true, Account::enabled);
    assertThat(typed("--repair", "quota,state").text()).contains("0 services would be repaired");
    assertThat(typed("--repair", "profile").text()).contains("1 services would be repaired");
  }

  /**
   * Whose directory has not brought him yet has nothing that could be mended, and nothing fails.
   */
  @Test
  void repairWhenAnAccountIsAwaitedLeavesItOut() {
    panel.param(service(2, "awaited"), "unfinished", "first_sign_in", false);
    assertThat(typed().text()).contains("awaited", "quota pending until the first sign-in");

    CommandResult answer = typed("--repair", "all", "--apply");
    assertThat(answer.text()).contains("0 repaired, 0 failed");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void repairWhenTheCloudCountsChangesWaitsAndGoesOn() {
    service(2, "small");
    user("small").setQuota("1 GB");
    int[] refused = {0};
    cloud.fault(request -> request.method().equals("PUT") && refused[0]++ < 2, Fault.ocs(429, ""));
    assertThat(typed("--repair", "all", "--apply").text()).contains("1 repaired, 0 failed");
    assertThat(cloud.account("small")).get().returns("10 GB", Account::quota);
  }

  @Test
  void repairWhenStoppedLeavesTheRestForTheNextRun() {
    mess();
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> typed("--repair", "all", "--apply"));
    } finally {
      Thread.interrupted();
    }
    assertThat(cloud.writes()).isEmpty();
  }

  @Test
  void repairWhenTheKindIsUnknownRefusesBeforeItLooks() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> typed("--repair", "everything"))
        .withMessageContaining("state, quota, groups, profile, all of these or identity");
    assertThat(cloud.requests()).isEmpty();
  }
}
