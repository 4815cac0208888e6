package io.github.billnextcloud.safe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Who has started a process: by the real user, since a program that becomes root for a moment, such
 * as {@code su}, is still somebody else's, whoever its folder in {@code /proc} belongs to.
 */
public final class ProcessOwner {

  private static final String ROOT = "0";

  private ProcessOwner() {}

  /**
   * True for root's and for those of the user as whom we run; false also when it has ended.
   *
   * @param process its number, as the system writes it
   */
  public static boolean isOurs(String process) {
    String user = realUser(process);
    return user.equals(ROOT) || !user.isEmpty() && user.equals(realUser("self"));
  }

  /**
   * Empty when it has ended. Read in a way that a signal does not end, or all would be strangers.
   */
  private static String realUser(String process) {
    File status = new File("/proc/" + process + "/status");
    try (BufferedReader lines = new BufferedReader(new FileReader(status, ISO_8859_1))) {
      return lines
          .lines()
          .filter(line -> line.startsWith("Uid:"))
          .map(line -> line.split("\\s+")[1])
          .findFirst()
          .orElse("");
    } catch (IOException | UncheckedIOException ended) {
      return "";
    }
  }
}
