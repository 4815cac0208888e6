package io.github.billnextcloud.billmanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which users have a lock on a file, as the system tells of each file by its number. */
final class LockHolders {

  private static final Path LOCKS = Path.of("/proc/locks");
  private static final int ROOT = 0;

  /** {@code 1: POSIX ADVISORY WRITE 4711 fe:00:2147066 7 7}; who waits has an arrow before it. */
  private static final int PROCESS = 4;

  private static final int FILE = 5;
  private static final int WORDS = 8;

  private LockHolders() {}

  static long number(Path file) throws IOException {
    return (long) Files.getAttribute(file, "unix:ino");
  }

  /** Somebody has one, and none of them is of ours. */
  static boolean areStrangers(long file) throws IOException {
    Set<Integer> users = users(file);
    return !users.isEmpty() && !hasOurs(users);
  }

  static boolean areOurs(long file) throws IOException {
    return hasOurs(users(file));
  }

  private static boolean hasOurs(Set<Integer> users) throws IOException {
    return users.contains(ROOT) || users.contains(user("self"));
  }

  private static Set<Integer> users(long file) throws IOException {
    Set<Integer> users = new HashSet<>();
    for (String line : Files.readAllLines(LOCKS)) {
      String[] words = line.trim().split(" +");
      if (words.length == WORDS && words[FILE].endsWith(":" + file)) {
        users.add(userIfThere(words[PROCESS]));
      }
    }
    users.remove(null);
    return users;
  }

  private static Integer userIfThere(String process) {
    try {
      return user(process);
    } catch (IOException ended) {
      return null;
    }
  }

  private static int user(String process) throws IOException {
    return (int) Files.getAttribute(Path.of("/proc", process), "unix:uid");
  }
}
