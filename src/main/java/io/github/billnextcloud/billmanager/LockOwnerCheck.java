package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.safe.UnixUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which users have a lock on a file, as the system tells of each file by its number. */
final class LockOwnerCheck {

  private static final Path LOCKS = Path.of("/proc/locks");

  /** {@code 1: POSIX ADVISORY WRITE 4711 fe:00:2147066 7 7}; who waits has an arrow before it. */
  private static final int PROCESS = 4;

  private static final int FILE = 5;
  private static final int WORDS = 8;

  private LockOwnerCheck() {}

  static long number(Path file) throws IOException {
    return (long) Files.getAttribute(file, "unix:ino");
  }

  /**
   * Somebody has one, and none of them is of ours. Whose lock it is cannot always be told: of one
   * that belongs to an open file no process is named, and who has taken one may have ended since.
   */
  static boolean areStrangers(long file) throws IOException {
    List<String> processes = processes(file);
    return !processes.isEmpty() && processes.stream().noneMatch(UnixUser::isOurs);
  }

  static boolean areOurs(long file) throws IOException {
    return processes(file).stream().anyMatch(UnixUser::isOurs);
  }

  private static List<String> processes(long file) throws IOException {
    return Files.readAllLines(LOCKS).stream()
        .map(line -> line.trim().split(" +"))
        .filter(words -> words.length == WORDS && words[FILE].endsWith(":" + file))
        .map(words -> words[PROCESS])
        .toList();
  }
}
