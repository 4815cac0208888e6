package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of the installed module at the same time, and one that is told to stop. */
class SideBySideIT {

  @TempDir Path root;

  private CloudStandIn cloud;
  private PanelStandIn panel;
  private long account;
  private long module;
  private long tariff;

  @BeforeEach
  void start() throws Exception {
    InstalledProgram.copyInto(root).withArchive();
    cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
    panel = PanelStandIn.start(root);
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    tariff = panel.addTariff(TariffSpec.named("small").servedBy(module));
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(10));
    account = panel.addAccount("Payer", "ivan@example.org", "Ivan", "en");
  }

  @AfterEach
  void stop() throws IOException {
    cloud.close();
    panel.close();
  }

  private Process begin(String command, long item) throws IOException {
    long operation = panel.beginOperation(item, command);
    return new ProcessBuilder(
            root.resolve("processing/pmnextcloud").toString(),
            "--command",
            command,
            "--item",
            Long.toString(item),
            "--runningoperation",
            Long.toString(operation))
        .directory(root.toFile())
        .redirectOutput(Files.createTempFile(root, "said", ".xml").toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<Integer> exitCodes(List<Process> processes) throws InterruptedException {
    List<Integer> codes = new ArrayList<>();
    for (Process process : processes) {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      codes.add(process.exitValue());
    }
    return codes;
  }

  @Test
  void openWhenTwoRunAtOnceMakesOneAccountWithTheSavedPassword() throws Exception {
    cloud.passwordCheckCosts(Duration.ofMillis(600));
    long item = panel.order(account, tariff, module);
    List<Process> twins = List.of(begin("open", item), begin("open", item));

    assertThat(exitCodes(twins)).containsExactly(0, 0);
    assertThat(cloud.writes().stream().map(Request::method)).containsExactly("POST", "PUT");
    assertThat(cloud.account("user_" + item).orElseThrow().password())
        .isEqualTo(panel.secretParam(item, "userpassword"));
  }

  @Test
  void openWhenEightServicesAreOrderedAtOnceOpensAll() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<Long> items =
        Stream.generate(() -> panel.order(account, tariff, module)).limit(8).toList();
    for (long item : items) {
      processes.add(begin("open", item));
    }

    assertThat(exitCodes(processes)).containsOnly(0);
    assertThat(items).allMatch(item -> panel.status(item) == 2);
  }

  @Test
  void suspendWhenStoppedWhileThePanelRestartsAnswersAndStaysAutomatic() throws Exception {
    long item = panel.order(account, tariff, module);
    assertThat(exitCodes(List.of(begin("open", item)))).containsExactly(0);
    for (int time = 0; time < 20; time++) {
      panel.failNext("service.postsuspend", 1, RESTARTING, "");
      panel.failNext("runningoperation.edit", 1, RESTARTING, "");
    }
    Process process = begin("suspend", item);
    while (panel.calls().stream().noneMatch(call -> call.func().equals("service.postsuspend"))) {
      Thread.sleep(50);
    }
    process.destroy();

    assertThat(exitCodes(List.of(process))).containsExactly(1);
    assertThat(panel.query("SELECT id FROM runningoperation WHERE item = ?", item)).hasSize(1);
    assertThat(panel.tasks()).isEmpty();
    assertThat(said()).contains("<error type=\"pmnextcloud_stopped\"");
  }

  private static final String RESTARTING =
      "ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n";

  private String said() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xml")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
