package io.github.billnextcloud.billmanager.mgrctl;

import io.github.billnextcloud.safe.UnixUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of mgrctl whose caller was killed. What they have asked of the panel may still come true,
 * after whatever the next one does; so the next one waits for them.
 */
public final class OrphanedMgrctlProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedMgrctlProcesses.class);
  private static final Path PROCESSES = Path.of("/proc");

  private OrphanedMgrctlProcesses() {}

  /** True while there is one for this service; one that takes too long is ended. */
  public static boolean areAtWork(Path root, long item) {
    String mgrctl = Mgrctl.program(root);
    boolean found = false;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[1-9]*")) {
      for (Path process : processes) {
        String number = process.getFileName().toString();
        // Anybody may call his program as he likes, and name our services to it.
        if (UnixUser.isOurs(number) && isFor(item, mgrctl, arguments(process))) {
          found = true;
          endWhenTooLong(number);
        }
      }
    } catch (IOException unknown) {
      LOG.warn("what was left behind is not known: {}", unknown.getMessage());
    }
    return found;
  }

  private static boolean isFor(long item, String mgrctl, List<String> arguments) {
    return arguments.contains(mgrctl)
        && (arguments.contains("elid=" + item) || arguments.contains("item=" + item));
  }

  /** Empty when it has ended meanwhile. */
  private static List<String> arguments(Path process) {
    try {
      String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return Arrays.asList(line.split("\0"));
    } catch (IOException ended) {
      return List.of();
    }
  }

  private static void endWhenTooLong(String number) {
    Instant latest = Instant.now().minus(Mgrctl.LONGEST);
    ProcessHandle.of(Long.parseLong(number))
        .filter(process -> process.info().startInstant().filter(latest::isAfter).isPresent())
        .ifPresent(ProcessHandle::destroyForcibly);
  }
}
