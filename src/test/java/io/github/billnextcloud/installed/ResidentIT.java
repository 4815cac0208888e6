package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One resident worker, one panel and one cloud: many at once, and what happens when it dies. */
@Timeout(600)
class ResidentIT {

  @TempDir static Path root;
  private static InstalledWorker installed;
  private static CloudStandIn cloud;
  private static PanelStandIn panel;
  private static long account;
  private static long module;
  private static long tariff;

  @BeforeAll
  static void install() throws Exception {
    installed = InstalledWorker.into(root);
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

  @AfterAll
  static void stop() throws Exception {
    installed.stop();
    cloud.close();
    panel.close();
  }

  @BeforeEach
  void live() throws Exception {
    if (installed.process() == null || !installed.process().isAlive()) {
      installed.start();
    }
    installed.coldStarts();
    cloud.forgetRequests();
  }

  private static long order() {
    return panel.order(account, tariff, module);
  }

  private static Process begin(String command, long item) throws IOException {
    long operation = panel.beginOperation(item, command);
    return installed
        .launcher(
            List.of(
                "--command",
                command,
                "--item",
                Long.toString(item),
                "--runningoperation",
                Long.toString(operation)))
        .redirectOutput(Redirect.DISCARD)
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
  void openWhenEightServicesAreOrderedAtOnceOpensAll() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<Long> items = Stream.generate(ResidentIT::order).limit(8).toList();
    for (long item : items) {
      processes.add(begin("open", item));
    }
    assertThat(exitCodes(processes)).containsOnly(0);
    assertThat(items).allMatch(item -> panel.status(item) == 2);
    assertThat(installed.coldStarts()).isZero();
  }

  @Test
  void logWhenEightRunAtOnceTellsEachStoryUnderItsLaunchersNumber() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<Long> items = Stream.generate(ResidentIT::order).limit(8).toList();
    int logged = installed.log().length();
    for (long item : items) {
      processes.add(begin("open", item));
    }
    exitCodes(processes);
    List<String> lines = installed.log().substring(logged).lines().toList();
    for (int at = 0; at < items.size(); at++) {
      String number = " [" + processes.get(at).pid() + "] ";
      String item = " item=" + items.get(at) + " ";
      assertThat(lines.stream().filter(line -> line.contains(number)))
          .hasSizeGreaterThan(5)
          .allMatch(line -> line.contains(item));
    }
  }

  @Test
  void openWhenTwoRunAtOnceMakesOneAccountWithTheSavedPassword() throws Exception {
    cloud.passwordCheckCosts(Duration.ofMillis(400));
    try {
      long item = order();
      assertThat(exitCodes(List.of(begin("open", item), begin("open", item)))).containsOnly(0);
      assertThat(cloud.writes().stream().map(Request::method)).containsExactly("POST", "PUT");
      assertThat(cloud.account("user_" + item).orElseThrow().password())
          .isEqualTo(panel.secretParam(item, "userpassword"));
      assertThat(installed.coldStarts()).isZero();
    } finally {
      cloud.passwordCheckCosts(Duration.ZERO);
    }
  }

  @Test
  void openWhenTheWorkerIsKilledInTheMiddleIsDoneByALauncher() throws Exception {
    long item = order();
    Process killed = installed.process();
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("before POST") && killed.isAlive()) {
            killed.destroyForcibly();
          }
          return true;
        });
    try {
      assertThat(exitCodes(List.of(begin("open", item)))).containsExactly(0);
    } finally {
      cloud.watch(boundary -> true);
    }
    assertThat(killed.waitFor()).isEqualTo(137);
    assertThat(panel.status(item)).isEqualTo(2);
    assertThat(installed.coldStarts()).isEqualTo(1);
    assertThat(exitCodes(List.of(begin("suspend", item)))).as("with a dead socket").contains(0);
    assertThat(installed.coldStarts()).isEqualTo(1);
    Files.delete(installed.socket());
  }

  /** A process that is stopped in the middle holds its locks, and would hold them for ever. */
  @Test
  void openWhenTheWorkerIsFrozenIsDoneByALauncher() throws Exception {
    long item = order();
    Process frozen = installed.process();
    installed.hurry(4);
    cloud.watch(
        boundary -> {
          if (boundary.startsWith("before POST") && frozen.isAlive()) {
            signal("-STOP", frozen);
          }
          return true;
        });
    try {
      assertThat(exitCodes(List.of(begin("open", item)))).containsExactly(0);
    } finally {
      cloud.watch(boundary -> true);
      frozen.destroyForcibly();
      installed.hurryNoMore();
    }
    assertThat(frozen.waitFor()).isEqualTo(137);
    assertThat(panel.status(item)).isEqualTo(2);
    assertThat(installed.coldStarts()).isEqualTo(1);
    assertThat(installed.log()).doesNotContain("service_locked");
    Files.delete(installed.socket());
  }

  private static void signal(String signal, Process process) {
    try {
      new ProcessBuilder("sh", "-c", "kill " + signal + " " + process.pid()).start().waitFor();
    } catch (IOException | InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** It may take the request, and open nothing for it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void openWhenTheWorkerMayOpenNoMoreFilesIsDoneByALauncher(int more) throws Exception {
    assumeThat(Path.of("/usr/bin/prlimit")).exists();
    String worker = Long.toString(installed.process().pid());
    long open;
    try (Stream<Path> files = Files.list(Path.of("/proc", worker, "fd"))) {
      open = files.count();
    }
    ProgramRun limited =
        ProgramRun.run(
            root, Map.of(), "prlimit", "--pid", worker, "--nofile=" + (open + more) + ":");
    assertThat(limited.exitCode()).as(limited.stderr()).isZero();
    long item = order();
    long operation = panel.beginOperation(item, "open");
    Process process =
        installed
            .launcher(
                List.of(
                    "--command",
                    "open",
                    "--item",
                    Long.toString(item),
                    "--runningoperation",
                    Long.toString(operation)))
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertThat(exitCodes(List.of(process))).containsExactly(0);
    assertThat(panel.status(item)).isEqualTo(2);
    assertThat(panel.errorXml(operation)).isEmpty();
    installed.stop();
  }

  @Test
  void suspendWhenItsLauncherIsStoppedEndsWaitingAndStaysAutomatic() throws Exception {
    long item = order();
    assertThat(exitCodes(List.of(begin("open", item)))).containsExactly(0);
    for (int time = 0; time < 30; time++) {
      panel.failNext("service.postsuspend", 1, RESTARTING, "");
    }
    int logged = installed.log().length();
    Process process = begin("suspend", item);
    while (cloud.account("user_" + item).orElseThrow().enabled()) {
      Thread.sleep(50);
    }
    process.destroy();
    assertThat(exitCodes(List.of(process))).containsExactly(143);
    while (!installed.log().substring(logged).contains("Stopped while")) {
      Thread.sleep(50);
    }
    assertThat(panel.query("SELECT id FROM runningoperation WHERE item = ?", item)).hasSize(1);
    assertThat(panel.tasks()).isEmpty();
    assertThat(installed.coldStarts()).isZero();
    for (int time = 0; time < 30; time++) {
      panel.failNext("service.postsuspend", 0, "", "<doc/>");
    }
  }

  private static final String RESTARTING =
      "ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n";

  @Test
  void workerWhenSystemdHandsItTheSocketServes() throws Exception {
    Path activate = Path.of("/usr/bin/systemd-socket-activate");
    assumeThat(activate).exists();
    installed.stop();
    Process systemd =
        new ProcessBuilder(
                activate.toString(),
                "-l",
                installed.socket().toString(),
                "sh",
                "-c",
                "exec '" + root + "/processing/pmnextcloud' --resident <&3")
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    try {
      while (!Files.exists(installed.socket())) {
        Thread.sleep(20);
      }
      assertThat(installed.ask("", "--command", "check_param", "--module", "x").exitCode())
          .isEqualTo(1);
      assertThat(installed.coldStarts()).isZero();
    } finally {
      systemd.destroy();
      systemd.waitFor();
      Files.deleteIfExists(installed.socket());
    }
  }
}
