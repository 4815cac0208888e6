package io.github.billnextcloud.billmanager.mgrctl;

import java.io.IOException;

/** Of files, sockets and children's pipes together, a process may have so many open at a time. */
public final class FileDescriptorExhaustion {

  /** As the C library has it, in the locale that the launcher sets. */
  private static final String USED_UP = "Too many open files";

  private FileDescriptorExhaustion() {}

  /** Whether this went wrong for no other reason than that there are no more. */
  public static boolean areUsedUp(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && String.valueOf(cause.getMessage()).contains(USED_UP)) {
        return true;
      }
    }
    return false;
  }
}
