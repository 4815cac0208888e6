package io.github.billnextcloud.safe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * As whom we run, and who has started a process: by the real user, since a program that becomes
 * root for a moment, such as {@code su}, is still somebody else's, whoever its folder in {@code
 * /proc} belongs to.
 */
public final class UnixUser {

  static final long ROOT = 0;

  private UnixUser() {}

  /** The number of the user as whom we run. */
  public static long us() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
  }

  /** True when the file, or the link itself, belongs to the user as whom we run. */
  public static boolean owns(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS) == us();
  }

  /**
   * True for root's and for those of the user as whom we run; false also when it has ended.
   *
   * @param process its number, as the system writes it
   */
  public static boolean isOurs(String process) {
    try {
      long user = realUser(process);
      return user == ROOT || user == us();
    } catch (IOException | UncheckedIOException ended) {
      return false;
    }
  }

  /** Read in a way that a signal does not end, or all would be strangers. */
  private static long realUser(String process) throws IOException {
    File status = new File("/proc/" + process + "/status");
    try (BufferedReader lines = new BufferedReader(new FileReader(status, ISO_8859_1))) {
      return lines
          .lines()
          .filter(line -> line.startsWith("Uid:"))
          .map(line -> Long.parseLong(line.split("\\s+")[1]))
          .findFirst()
          .orElseThrow(() -> new EOFException(status.toString()));
    }
  }
}
