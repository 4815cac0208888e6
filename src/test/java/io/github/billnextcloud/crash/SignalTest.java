package io.github.billnextcloud.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal in the middle of something that takes long: one sentence, an answer, nothing lost. */
@Timeout(600)
class SignalTest {

  private static final long LONGEST_SECONDS = 120;
  private static final String STOPPED = "Stopped; nothing is lost, run it again";

  @TempDir static Path root;

  private static PanelStandIn panel;
  private static ServerSocket full;
  private static final List<ServerSocket> silent = new ArrayList<>();
  private static final List<Socket> crowd = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    panel = PanelStandIn.start(root);
    panel.tellInFiles();
    full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    for (int caller = 0; caller < 3; caller++) {
      Socket socket = new Socket();
      crowd.add(socket);
      try {
        socket.connect(full.getLocalSocketAddress(), 300);
      } catch (IOException noRoomLeft) {
        break;
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    for (Socket socket : crowd) {
      socket.close();
    }
    for (ServerSocket cloud : silent) {
      cloud.close();
    }
    full.close();
    panel.close();
  }

  /** Takes requests and answers none; nobody else's, so that the first is what is waited for. */
  private static ServerSocket silent() throws IOException {
    ServerSocket cloud = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    cloud.setSoTimeout(300_000);
    silent.add(cloud);
    return cloud;
  }

  /** A service at a cloud that never answers. */
  private static long service(ServerSocket cloud) {
    long module =
        panel.addModule(
            Map.of("base_url", "http://127.0.0.1:" + cloud.getLocalPort(), "nc_username", "admin"),
            Map.of("nc_password", "word"));
    long account = panel.addAccount("ann", "ann@example.org", "Anna", "en");
    long tariff = panel.addTariff(TariffSpec.named("t" + module).servedBy(module));
    long item = panel.order(account, tariff, module);
    panel.param(item, "username", "ann", false);
    panel.param(item, "url", "http://127.0.0.1:" + cloud.getLocalPort(), false);
    panel.sql("UPDATE item SET status = 2 WHERE id = ?", item);
    return item;
  }

  private static String module(long item) {
    return panel
        .query("SELECT processingmodule FROM item WHERE id = ?", item)
        .get(0)
        .get("processingmodule");
  }

  private record Ended(int exitCode, String stdout, String stderr) {}

  /** What the signal waits for. */
  private interface Moment {
    void await() throws Exception;
  }

  /** The request is there, or the connection is asked for in vain. */
  private static Moment requestTo(ServerSocket cloud) {
    return cloud == full ? SignalTest::awaitKnock : () -> takeRequest(cloud);
  }

  /** Who only looks whether somebody is there says nothing. */
  private static Socket takeRequest(ServerSocket cloud) throws IOException {
    Socket socket;
    do {
      socket = cloud.accept();
      crowd.add(socket);
    } while (socket.getInputStream().read() < 0);
    return socket;
  }

  /** The system's state 2 is that of a connection which nobody has taken yet. */
  private static void awaitKnock() throws Exception {
    String knock = String.format(":%04X 02", full.getLocalPort());
    while (!Files.readString(Path.of("/proc/net/tcp")).contains(knock)
        && !Files.readString(Path.of("/proc/net/tcp6")).contains(knock)) {
      Thread.sleep(20);
    }
  }

  private static Ended stopped(Moment moment, String... args) throws Exception {
    Path stdout = root.resolve("stdout");
    Path stderr = root.resolve("stderr");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=WARN",
                "-Dpmnextcloud.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    line.addAll(List.of(args));
    Path log = root.resolve("var/pmnextcloud.log");
    long logged = Files.exists(log) ? Files.size(log) : 0;
    Process process =
        new ProcessBuilder(line)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    while (!Files.exists(log) || Files.size(log) == logged) {
      Thread.sleep(20);
    }
    moment.await();
    process.destroy();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    assertThat(ended).as("ended in time").isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(stdout),
        Files.readString(stderr, StandardCharsets.UTF_8));
  }

  private static void assertAnswered(Ended ended) {
    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.stdout())
        .startsWith("<?xml")
        .endsWith("</error></doc>\n")
        .containsOnlyOnce("<doc>")
        .contains("type=\"pmnextcloud_stopped\"", STOPPED);
    assertThat(ended.stderr()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void suspendWhenStoppedDuringARequestAnswersAndStaysAutomatic() throws Exception {
    for (ServerSocket cloud : List.of(silent(), full)) {
      long item = service(cloud);
      long operation = panel.beginOperation(item, "suspend");

      assertAnswered(
          stopped(
              requestTo(cloud),
              "--command",
              "suspend",
              "--item",
              "" + item,
              "--runningoperation",
              "" + operation));

      assertThat(panel.operationOpen(operation)).isTrue();
      assertThat(panel.manual(operation)).isFalse();
      assertThat(panel.tasks()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stat", "get_server_config"})
  void commandOfAModuleWhenStoppedDuringARequestAnswers(String command) throws Exception {
    for (ServerSocket cloud : List.of(silent(), full)) {
      long item = service(cloud);
      panel.sql("UPDATE item SET status = 2, opendate = NOW() WHERE id = " + item);
      assertAnswered(stopped(requestTo(cloud), "--command", command, "--module", module(item)));
    }
  }

  /** It is sent again after a pause of a second, and the pause is what the signal ends. */
  @Test
  void suspendWhenStoppedWhileARequestWithoutAnAnswerIsRepeatedAnswersOnce() throws Exception {
    ServerSocket cloud = silent();
    long item = service(cloud);
    long operation = panel.beginOperation(item, "suspend");

    assertAnswered(
        stopped(
            () -> takeRequest(cloud).close(),
            "--command",
            "suspend",
            "--item",
            "" + item,
            "--runningoperation",
            "" + operation));

    assertThat(panel.operationOpen(operation)).isTrue();
    assertThat(panel.manual(operation)).isFalse();
    assertThat(panel.tasks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "doctor"})
  void typedWhenStoppedDuringARequestSaysOneSentence(String command) throws Exception {
    ServerSocket cloud = silent();
    String[] typed = {command, "--module", module(service(cloud)), "--lang", "en"};
    Ended ended = stopped(requestTo(cloud), typed);

    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.stderr()).contains("The program was stopped").doesNotContain("\tat ");
  }

  @Test
  void suspendWhenStoppedWhileMgrctlRunsAnswersAndStaysAutomatic() throws Exception {
    long item = service(silent());
    panel.sql("DELETE FROM processingcryptedparam WHERE processingmodule = ?", module(item));
    long operation = panel.beginOperation(item, "suspend");
    Path mgrctl = root.resolve("sbin/mgrctl");
    String usual = Files.readString(mgrctl);
    Path asked = root.resolve("asked");
    Files.writeString(mgrctl, "#!/bin/sh\ntouch '" + asked + "'\nexec sleep 60\n");
    try {
      assertAnswered(
          stopped(
              () -> await(asked),
              "--command",
              "suspend",
              "--item",
              "" + item,
              "--runningoperation",
              "" + operation));
    } finally {
      Files.writeString(mgrctl, usual);
    }
    assertThat(panel.manual(operation)).isFalse();
  }

  private static void await(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(20);
    }
  }
}
