package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import java.io.IOException;
import java.io.InputStream;
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
@Timeout(300)
class JavaEndedIT {

  private static final String NOT_INSTALLED = "pmnextcloud_not_installed";
  private static final String INTERNAL = "pmnextcloud_internal_error";

  /** What asks a program to stop, by number. */
  private static final Map<String, Integer> STOPPING = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  /** Is at work when the signal comes, and for a moment after. */
  private static final String MGRCTL =
      """
      #!/bin/sh
      touch '%s'
      for tenth in $(seq 600); do
        sleep 0.1
        [ ! -e '%s' ] || exec sleep 0.5
      done
      """;

  @TempDir static Path root;
  @TempDir static Path kept;

  private static Path lib;
  private static Path java;
  private static Path pipe;

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
    InstalledProgram.copyInto(root);
    pipe = root.resolve("pipe");
    ProgramRun.run(root, Map.of(), "mkfifo", pipe.toString());
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
    if (stdout == Stdout.PIPE) {
      Process process = start(stdout, before, " >'" + pipe + "'", args);
      // This Java's own would be closed at the end of the process, whoever writes on.
      try (InputStream answer = Files.newInputStream(pipe)) {
        meanwhile.accept(process);
        String said = NamedPipe.read(answer);
        return new Ended(process.waitFor(), said);
      }
    }
    Process process = start(stdout, before, "", args);
    meanwhile.accept(process);
    int code = process.waitFor();
    return new Ended(code, Files.readString(root.resolve("answer")));
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
    for (String signal : heeded()) {
      Files.deleteIfExists(root.resolve("asked"));
      Files.deleteIfExists(root.resolve("signalled"));
      Ended ended = run(stdout, "", process -> signal(signal, "" + process.pid()));
      assertOneDocument(ended, "pmnextcloud_stopped");
    }
  }

  /** A shell has what it runs in the background ignore INT, nohup has it ignore HUP. */
  private static List<String> heeded() throws IOException {
    long ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .sum();
    return STOPPING.entrySet().stream()
        .filter(signal -> (ignored >> signal.getValue() - 1 & 1) == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void signalJava(String signal) throws Exception {
    awaitWork();
    signal(signal, Files.readString(root.resolve("process")).strip());
  }

  private static void signal(String signal, String process) throws Exception {
    awaitWork();
    ProgramRun.run(Path.of("."), Map.of(), "sh", "-c", "kill -" + signal + " " + process);
    awaitHandler();
    Files.createFile(root.resolve("signalled"));
  }

  /** Java has a thread of this name from when it has taken note of a signal; or it is gone. */
  private static void awaitHandler() throws Exception {
    Path threads = Path.of("/proc", Files.readString(root.resolve("process")).strip(), "task");
    while (Files.exists(threads) && names(threads).noneMatch(name -> name.endsWith(" handler"))) {
      Thread.sleep(20);
    }
  }

  private static Stream<String> names(Path threads) {
    String[] numbers = threads.toFile().list();
    return Stream.of(numbers == null ? new String[0] : numbers)
        .map(number -> name(threads.resolve(number)));
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException ended) {
      return "";
    }
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
