package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.billmanager.model.BillingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Another process that wants a service's lock, and tells whether it got it. */
final class OtherProcess {

  private OtherProcess() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      holdFromEight(Path.of(args[0]));
    }
    try (ItemLock lock = ItemLock.take(Path.of(args[0]), Long.parseLong(args[1]), Duration.ZERO)) {
      System.out.print(lock == null ? "" : "taken");
    } catch (BillingException refused) {
      System.out.print(refused.kind());
    }
  }

  private static void holdFromEight(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      System.out.print(channel.lock(8, Long.MAX_VALUE - 8, false).isValid() ? "+" : "-");
      System.out.flush();
      Thread.sleep(600_000);
    }
  }

  /** Another user, who has locked a file from its ninth byte on; only root can start him. */
  static Process strangerWithLock(Path file) throws IOException {
    return new ProcessBuilder(
            "setpriv",
            "--reuid=65534",
            "--clear-groups",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            Path.of("target/test-classes").toAbsolutePath().toString()
                + ":"
                + Path.of("target/classes").toAbsolutePath(),
            OtherProcess.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The same lock, but of the open file: the system names no process that has it. */
  static Process strangerWithLockOfTheOpenFile(Path file) throws IOException {
    String program =
        "import fcntl,struct,sys,time\n"
            + "f=open(sys.argv[1],'r+b')\n"
            + "fcntl.fcntl(f,37,struct.pack('hhqqi4x',fcntl.F_WRLCK,0,8,0,0))\n"
            + "print('+',end='',flush=True)\n"
            + "time.sleep(600)\n";
    return new ProcessBuilder(
            "setpriv",
            "--reuid=65534",
            "--clear-groups",
            "/usr/bin/python3",
            "-c",
            program,
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static String takes(Path root, long item) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                root.toString(),
                Long.toString(item))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
