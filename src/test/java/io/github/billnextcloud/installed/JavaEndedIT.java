package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends Java: who waits for a document gets one, on whatever it is written. */
@Timeout(60)
class JavaEndedIT {

  private static final String NOT_INSTALLED = "pmnextcloud_not_installed";
  private static final String INTERNAL = "pmnextcloud_internal_error";

  /** Is at work when the signal comes, and for a moment after. */
  private static final String MGRCTL =
      """
      #!/bin/sh
      touch '%s'
      for tenth in $(seq 50); do
        sleep 0.1
        [ ! -e '%s' ] || exec sleep 0.5
      done
      """;

  @TempDir static Path root;
  @TempDir static Path kept;

  private static Path lib;
  private static Path java;

  /** What the launcher is started with, or finds. */
  enum Mishap {
    NO_MEMORY,
    UNKNOWN_OPTION,
    JAR_CUT,
    JAR_EMPTY,
    JAR_TOO_NEW,
    JAR_WITHOUT_LIBRARIES,
    NOT_JAVA,
    NO_PROGRAM,
    KILLED
  }

  /** What stdout is. */
  enum Stdout {
    PIPE,
    FILE,
    SOCKET
  }

  private record Ended(int exitCode, String stdout) {}

  @BeforeAll
  static void install() throws Exception {
    ProgramRun installed =
        ProgramRun.run(
            Path.of("."),
            Map.of(),
            "dist/install.sh",
            "--without-archive",
            "--prefix",
            root.toString());
    assertThat(installed.exitCode()).as(installed.stderr()).isZero();
    lib = root.resolve("lib/pmnextcloud");
    java = lib.resolve("java").toRealPath();
    Files.copy(lib.resolve("pmnextcloud.jar"), kept.resolve("jar"));
  }

  @BeforeEach
  void mend() throws Exception {
    Files.copy(
        kept.resolve("jar"), lib.resolve("pmnextcloud.jar"), StandardCopyOption.REPLACE_EXISTING);
    remember("echo $$ >'" + root + "/process'; exec '" + java + "' \"$@\"");
    Files.deleteIfExists(root.resolve("asked"));
    Files.deleteIfExists(root.resolve("signalled"));
    Path mgrctl = Files.createDirectories(root.resolve("sbin")).resolve("mgrctl");
    Files.writeString(mgrctl, MGRCTL.formatted(root.resolve("asked"), root.resolve("signalled")));
    Files.setPosixFilePermissions(mgrctl, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** It bears its time, so it is not looked at before it is started. */
  private static void remember(String script) throws IOException {
    Path place = lib.resolve("java");
    Files.deleteIfExists(place);
    Files.writeString(place, script.isEmpty() ? "\0" : "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(lib.resolve("java.time"), Files.getLastModifiedTime(place));
  }

  private static void prepare(Mishap mishap) throws IOException {
    Path jar = lib.resolve("pmnextcloud.jar");
    switch (mishap) {
      case UNKNOWN_OPTION -> remember("exec '" + java + "' -XX:NoSuchOption \"$@\"");
      case JAR_CUT -> {
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
      }
      case JAR_EMPTY -> jar("nothing", new byte[0]);
      case JAR_TOO_NEW -> {
        byte[] main = mainClass();
        main[7] = 99;
        jar("io/github/billnextcloud/Main.class", main);
      }
      case JAR_WITHOUT_LIBRARIES -> jar("io/github/billnextcloud/Main.class", mainClass());
      case NOT_JAVA -> remember("exit 3");
      case NO_PROGRAM -> remember("");
      case KILLED -> remember("kill -9 $$");
      default -> {}
    }
  }

  private static byte[] mainClass() throws IOException {
    return Files.readAllBytes(Path.of("target/classes/io/github/billnextcloud/Main.class"));
  }

  private static void jar(String name, byte[] content) throws IOException {
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(lib.resolve("pmnextcloud.jar")))) {
      jar.putNextEntry(new ZipEntry(name));
      jar.write(content);
    }
  }

  private static Process start(Stdout stdout, String before, String redirection, String... args)
      throws IOException {
    String[] command = {
      "bash", "-c", before + "exec \"$0\" \"$@\"" + redirection, "" + root.resolve(PLACE)
    };
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Arrays.stream(command), Arrays.stream(args)).toArray(String[]::new));
    if (stdout == Stdout.FILE) {
      builder.redirectOutput(root.resolve("answer").toFile());
    }
    return builder.redirectError(root.resolve("stderr").toFile()).start();
  }

  private static final String PLACE = "processing/pmnextcloud";

  private interface Deed {
    void accept(Process process) throws Exception;
  }

  private static Ended run(Stdout stdout, String before, Deed meanwhile) throws Exception {
    String[] args = {"--command", "get_server_config", "--module", "3"};
    if (stdout == Stdout.SOCKET) {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String redirection = " >/dev/tcp/127.0.0.1/" + server.getLocalPort();
        Process process = start(stdout, before, redirection, args);
        try (Socket socket = server.accept()) {
          meanwhile.accept(process);
          byte[] said = socket.getInputStream().readAllBytes();
          return new Ended(process.waitFor(), new String(said, StandardCharsets.UTF_8));
        }
      }
    }
    Process process = start(stdout, before, "", args);
    meanwhile.accept(process);
    if (stdout == Stdout.FILE) {
      int code = process.waitFor();
      return new Ended(code, Files.readString(root.resolve("answer")));
    }
    byte[] said = process.getInputStream().readAllBytes();
    return new Ended(process.waitFor(), new String(said, StandardCharsets.UTF_8));
  }

  static Stream<Arguments> mishaps() {
    return Arrays.stream(Mishap.values())
        .flatMap(
            mishap -> Arrays.stream(Stdout.values()).map(stdout -> Arguments.of(mishap, stdout)));
  }

  @ParameterizedTest
  @MethodSource("mishaps")
  void javaWhenItEndsBeforeTheProgramBeginsLeavesADocument(Mishap mishap, Stdout stdout)
      throws Exception {
    prepare(mishap);
    String before = mishap == Mishap.NO_MEMORY ? "ulimit -v 500000; " : "";
    Ended ended = run(stdout, before, process -> {});
    assertOneDocument(ended, NOT_INSTALLED);
    if (mishap != Mishap.KILLED && mishap != Mishap.NOT_JAVA) {
      assertThat(root.resolve("stderr")).isNotEmptyFile();
    }
  }

  /** Its own words, which it says to file 1 whatever it is told, are no document. */
  @ParameterizedTest
  @EnumSource
  void javaWhenItCrashesInTheMiddleLeavesADocument(Stdout stdout) throws Exception {
    assertOneDocument(run(stdout, "", process -> signalJava("SEGV")), INTERNAL);
  }

  @ParameterizedTest
  @EnumSource
  void javaWhenItIsKilledInTheMiddleLeavesADocument(Stdout stdout) throws Exception {
    Ended ended = run(stdout, "", process -> signalJava("KILL"));
    assertOneDocument(ended, INTERNAL);
    assertThat(ended.exitCode()).isEqualTo(137);
  }

  /** Who stops the program knows the launcher. */
  @ParameterizedTest
  @EnumSource
  void launcherWhenItIsStoppedLetsJavaAnswer(Stdout stdout) throws Exception {
    for (String signal : List.of("TERM", "HUP", "INT")) {
      Files.deleteIfExists(root.resolve("asked"));
      Files.deleteIfExists(root.resolve("signalled"));
      Ended ended = run(stdout, "", process -> signal(signal, "" + process.pid()));
      assertOneDocument(ended, "pmnextcloud_stopped");
    }
  }

  private static void signalJava(String signal) throws Exception {
    awaitWork();
    signal(signal, Files.readString(root.resolve("process")).strip());
  }

  private static void signal(String signal, String process) throws Exception {
    awaitWork();
    ProgramRun.run(Path.of("."), Map.of(), "kill", "-" + signal, process);
    Files.createFile(root.resolve("signalled"));
  }

  private static void awaitWork() throws Exception {
    while (!Files.exists(root.resolve("asked"))) {
      Thread.sleep(20);
    }
  }

  private static void assertOneDocument(Ended ended, String type) throws Exception {
    assertThat(ended.stdout()).startsWith("<?xml ").endsWith("</doc>\n");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                    new java.io.ByteArrayInputStream(
                        ended.stdout().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("error")
                .item(0)
                .getAttributes()
                .getNamedItem("type")
                .getNodeValue())
        .isEqualTo(type);
    assertThat(ended.exitCode()).isNotZero();
  }
}
