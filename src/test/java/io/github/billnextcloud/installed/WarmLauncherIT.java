package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.conversation.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher asks a worker, what it makes of any answer, and what it does without one. */
@Timeout(600)
class WarmLauncherIT {

  private static final String HEAD = "HTTP/1.1 200 OK\r\n\r\n";
  private static final String[] CHECK = {
    "--command", "check_param", "--module", "1", "--param", "username", "--value", "a/я 'b\"\n&+%="
  };

  private static final String[] PLAIN = {"--command", "suspend", "--item", "7"};

  private static final Map<List<String>, Scene.Said> COLD = new HashMap<>();

  @TempDir static Path root;
  private static InstalledWorker installed;

  @BeforeAll
  static void install() throws Exception {
    installed = InstalledWorker.into(root);
  }

  @BeforeEach
  void forget() throws IOException {
    installed.coldStarts();
  }

  @AfterEach
  void stop() throws Exception {
    installed.stop();
    Files.deleteIfExists(installed.socket());
  }

  @Test
  void answerWhenItIsWholeIsPrintedWithItsExitCode() throws Exception {
    String answer = HEAD + "....:<doc>:я</doc>\n\n\npmnextcloud exit 1";
    try (FalseWorker worker = new FalseWorker(installed.socket(), answer)) {
      assertThat(installed.ask("", CHECK)).isEqualTo(new Scene.Said(1, "<doc>:я</doc>\n\n"));
      assertThat(worker.heard().get(0))
          .startsWith("POST /2 HTTP/1.1\r\n")
          .contains("&arg=a%2F%D1%8F+%27b%22%0A%26%2B%25%3D");
      assertThat(installed.coldStarts()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "HTTP/1.1 503 busy\r\nConnection: close\r\n\r\n",
        HEAD,
        HEAD + "....",
        HEAD + ":<doc><ok/></doc>\n",
        HEAD + ":<doc><ok/></doc>\npmnextcloud exit",
        HEAD + ":<doc><ok/></doc>\npmnextcloud exit 7",
      })
  void answerWhenItIsBrokenIsReplacedByAColdRun(String answer) throws Exception {
    isReplacedByAColdRun(answer);
  }

  private static void isReplacedByAColdRun(String answer) throws Exception {
    for (String[] asked : new String[][] {CHECK, PLAIN}) {
      Scene.Said cold = cold("", asked);
      try (FalseWorker worker = new FalseWorker(installed.socket(), answer)) {
        assertThat(installed.ask("", asked)).isEqualTo(cold);
        assertThat(worker.heard()).hasSize(1);
        assertThat(installed.coldStarts()).isEqualTo(1);
      }
    }
  }

  /** What a process of its own says, which is asked once; it is in no count. */
  private static Scene.Said cold(String stdin, String... asked) throws Exception {
    List<String> question = List.of(stdin, String.join("\0", asked));
    Scene.Said known = COLD.get(question);
    if (known == null) {
      known = installed.askCold(stdin, asked);
      installed.coldStarts();
      COLD.put(question, known);
    }
    return known;
  }

  /** After 15 seconds without a sign of life; here, after one. */
  @Test
  void workerWhenItSaysNothingIsGivenUp() throws Exception {
    installed.hurry(1);
    try {
      isReplacedByAColdRun(null);
    } finally {
      installed.hurryNoMore();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash, socat", "bash, socat", "dash, curl", "bash, curl"})
  void workerWhenOneOfTheProgramsIsThereIsAskedByIt(String shellAndProgram, @TempDir Path programs)
      throws Exception {
    String[] used = shellAndProgram.split(", ");
    assumeThat(Path.of("/usr/bin", used[1])).exists();
    link(programs, "sh", used[1]);
    try (FalseWorker worker =
        new FalseWorker(installed.socket(), HEAD + "..:<doc/>\n\npmnextcloud exit 1")) {
      ProcessBuilder launcher = inShell("/bin/" + used[0], PLAIN);
      launcher.environment().put("PATH", programs.toString());
      assertThat(InstalledWorker.said("", launcher)).isEqualTo(new Scene.Said(1, "<doc/>\n"));
      assertThat(worker.heard().get(0))
          .startsWith("POST /2 HTTP/1.1")
          .contains("arg=--command&arg=suspend&arg=--item&arg=7")
          .containsPattern("process=[0-9]+");
    }
    assertThat(installed.coldStarts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash, socat", "bash, socat", "dash, curl", "bash, curl"})
  void documentIsHandedOverByteForByte(String shellAndProgram, @TempDir Path programs)
      throws Exception {
    String[] used = shellAndProgram.split(", ");
    assumeThat(Path.of("/usr/bin", used[1])).exists();
    link(programs, "dd", "base64", used[1]);
    String form = "<doc>\u0001я>>>???</doc>\n\n";
    try (FalseWorker worker =
        new FalseWorker(installed.socket(), HEAD + "..:<doc/>\n\npmnextcloud exit 0")) {
      ProcessBuilder launcher = inShell("/bin/" + used[0], "--command", "tune_connection");
      launcher.environment().put("PATH", programs.toString());
      assertThat(InstalledWorker.said(form, launcher)).isEqualTo(new Scene.Said(0, "<doc/>\n"));
      String heard = worker.heard().get(0);
      assertThat(heard).contains("arg=--command&arg=tune_connection&").contains("process=");
      String letters = heard.replaceFirst("(?s).*stdin=([^&\n]*).*", "$1");
      byte[] bytes =
          Base64.getDecoder()
              .decode(letters.replace("%2B", "+").replace("%3D", "=").replace("%2F", "/"));
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(form);
    }
    assertThat(installed.coldStarts()).isZero();
  }

  private static void link(Path folder, String... names) throws IOException {
    for (String name : names) {
      Path program = folder.resolve(name);
      Files.writeString(program, "#!/bin/sh\nexec /usr/bin/" + name + " \"$@\"\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--command stat --module 1",
        "--command show --item 1",
        "--command setup --url x",
        "--item 1 --command suspend",
        "--command=suspend --item 1",
        "",
      })
  void workerWhenItIsNotMeantIsNotAsked(String asked) throws Exception {
    try (FalseWorker worker = new FalseWorker(installed.socket(), HEAD)) {
      installed.ask("", asked.split(" "));
      assertThat(worker.heard()).isEmpty();
      assertThat(installed.coldStarts()).isEqualTo(1);
    }
  }

  @Test
  void workerWhenItsSocketIsAnothersIsNotAsked() throws Exception {
    try (FalseWorker worker = new FalseWorker(installed.socket(), HEAD)) {
      if (ProgramRun.run(root, Map.of(), "chown", "1", installed.socket().toString()).exitCode()
          == 0) {
        installed.ask("", CHECK);
        assertThat(worker.heard()).isEmpty();
      }
    }
  }

  @Test
  void workerWhenNobodyCanAskItIsNotMissed(@TempDir Path programs) throws Exception {
    link(programs, "sh", "cat", "head", "base64");
    for (String[] asked : new String[][] {CHECK, PLAIN}) {
      Scene.Said cold = cold("", asked);
      try (FalseWorker worker = new FalseWorker(installed.socket(), HEAD)) {
        ProcessBuilder launcher = installed.launcher(List.of(asked));
        launcher.environment().put("PATH", programs.toString());
        assertThat(InstalledWorker.said("", launcher)).isEqualTo(cold);
        assertThat(worker.heard()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void stdinWhenTheWorkerFailsIsStillThereByteForByte(String shell) throws Exception {
    String form = "<doc func=\"processing.add.properties\"><base_url>я\u0001</base_url>\n</doc>";
    for (String document : List.of(form.replace("\u0001", ""), form, "", "\n\n", "\0<doc/>")) {
      String[] asked = {"--command", "tune_connection"};
      Scene.Said cold = cold(document, asked);
      try (FalseWorker worker = new FalseWorker(installed.socket(), "")) {
        assertThat(InstalledWorker.said(document, inShell(shell, asked))).isEqualTo(cold);
        assertThat(worker.heard()).hasSize(1);
      }
    }
  }

  private static ProcessBuilder inShell(String shell, String... args) {
    ProcessBuilder launcher = installed.launcher(List.of(args));
    launcher.command().add(0, shell);
    return launcher;
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void answerWhenTheWorkerLivesIsThatOfAColdRun(String shell) throws Exception {
    installed.start();
    String form = "<doc func=\"processing.add.properties\"><base_url>я</base_url>\n</doc>";
    String longForm = form.replace("я", "<!-- " + "я ".repeat(1_300_000) + "-->");
    String tooLong = form.replace("я", "<!-- " + "я ".repeat(1_400_000) + "-->");
    for (String document : List.of(form, form + "\n\n", longForm, tooLong, "", "\0<doc/>")) {
      String[] asked = {"--command", "tune_connection"};
      Scene.Said cold = cold(document, asked);
      Scene.Said warm = InstalledWorker.said(document, inShell(shell, asked));
      assertThat(warm.equals(cold)).as("%s… is %s…", start(warm), start(cold)).isTrue();
      // What no variable of a shell can hold is left to a process of its own.
      assertThat(installed.coldStarts()).isEqualTo(document.contains("\0") ? 1 : 0);
    }
    Scene.Said cold = cold("", CHECK);
    assertThat(InstalledWorker.said("", inShell(shell, CHECK))).isEqualTo(cold);
  }

  private static String start(Scene.Said said) {
    return said.exitCode() + said.stdout().substring(0, Math.min(200, said.stdout().length()));
  }

  @Test
  void stdinWhenTheCommandDoesNotReadItIsLeftAlone() throws Exception {
    installed.start();
    ProcessBuilder launcher = installed.launcher(List.of(CHECK));
    Process endless = launcher.redirectInput(Path.of("/dev/zero").toFile()).start();
    assertThat(endless.waitFor(120, TimeUnit.SECONDS)).isTrue();
    Process open = launcher.redirectInput(Redirect.PIPE).start();
    assertThat(open.waitFor(120, TimeUnit.SECONDS)).isTrue();
    Process none =
        new ProcessBuilder("sh", "-c", "exec \"$@\" <&-", "sh")
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertThat(none.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(installed.coldStarts()).isZero();
  }

  @Test
  void stdinWhenItStaysOpenIsReadToTheEndOfItsDocument() throws Exception {
    installed.start();
    for (String text : List.of("я", "я ".repeat(100_000), "<doc>я</doc>")) {
      String form = "<doc><base_url>" + text + "</base_url>\n</doc>\n";
      boolean plain = !text.contains("<");
      Process process =
          installed
              .launcher(List.of("--command", "tune_connection"))
              .redirectOutput(Redirect.DISCARD)
              .start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(form.getBytes(StandardCharsets.UTF_8));
        stdin.flush();
        // Whether one of the same name ends the document is not for a shell to find out.
        assertThat(process.waitFor(plain ? 120 : 2, TimeUnit.SECONDS)).isEqualTo(plain);
      }
      assertThat(process.waitFor()).isZero();
    }
    assertThat(installed.coldStarts()).isZero();
  }

  /** As by the program itself; nobody waits for an answer in the background. */
  @ParameterizedTest
  @ValueSource(strings = {"--item 7", "--item 7 --runningoperation 9"})
  void answerWhenItCannotBeWrittenFailsWhereItIsWaitedFor(String asked) throws Exception {
    try (FalseWorker worker =
        new FalseWorker(installed.socket(), HEAD + "..:<doc/>\n\npmnextcloud exit 0")) {
      List<String> args = new ArrayList<>(List.of("--command", "suspend"));
      args.addAll(List.of(asked.split(" ")));
      Process process =
          installed.launcher(args).redirectOutput(Path.of("/dev/full").toFile()).start();
      assertThat(process.waitFor()).isEqualTo(asked.contains("running") ? 0 : 1);
      assertThat(worker.heard()).hasSize(1);
    }
  }

  @Test
  void stdinWhenItIsEndlessOrClosedIsTakenAsByAColdRun() throws Exception {
    installed.start();
    String[] asked = {"--command", "tune_connection"};
    ProcessBuilder launcher = installed.launcher(List.of(asked));
    launcher.redirectInput(Path.of("/dev/zero").toFile());
    Process warm = launcher.start();
    String said = new String(warm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).containsAnyOf("longer than 16777216 bytes", "memory_exhausted");
    installed.coldStarts();
    Process closed =
        new ProcessBuilder(
                "sh", "-c", "exec \"$0\" --command tune_connection <&-", launcher.command().get(0))
            .redirectError(Redirect.DISCARD)
            .start();
    closed.getInputStream().readAllBytes();
    assertThat(closed.waitFor()).isEqualTo(1);
    assertThat(installed.coldStarts()).isEqualTo(1);
  }

  @Test
  void workerWhenTheJarChangesLeavesItToTheLauncherAndEnds() throws Exception {
    installed.start();
    Scene.Said warm = installed.ask("", CHECK);
    assertThat(installed.coldStarts()).isZero();
    Path jar = root.resolve("lib/pmnextcloud/pmnextcloud.jar");
    Path old = Files.move(jar, root.resolve("old.jar"));
    try {
      Files.copy(old, jar);
      Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
      assertThat(installed.ask("", CHECK)).isEqualTo(warm);
      assertThat(installed.coldStarts()).isEqualTo(1);
      assertThat(installed.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      Files.move(old, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(installed.log())
        .contains("resident worker: ends, the program or its Java has changed; 1 requests");
    assertThat(installed.socket()).doesNotExist();
  }

  @Test
  void logWhenItIsRotatedIsFoundAgain() throws Exception {
    installed.start();
    installed.ask("", CHECK);
    Path log = root.resolve("var/pmnextcloud.log");
    Files.move(log, root.resolve("var/pmnextcloud.log.1"));
    // Whoever writes looks for the file anew ten times a second.
    Thread.sleep(300);
    installed.ask("", CHECK);
    assertThat(Files.readString(log)).contains("asked: check_param");
    assertThat(installed.coldStarts()).isZero();
  }

  @Test
  void workerWhenNobodyAsksEnds() throws Exception {
    installed.start("PMNEXTCLOUD_IDLE=1");
    // On a busy machine that may come too late.
    installed.ask("", CHECK);
    assertThat(installed.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(installed.process().exitValue()).isZero();
    assertThat(installed.socket()).doesNotExist();
    installed.coldStarts();
    assertThat(installed.ask("", CHECK).exitCode()).isEqualTo(1);
    assertThat(installed.coldStarts()).isEqualTo(1);
  }
}
