package io.github.billnextcloud.app;

import io.github.billnextcloud.settings.LauncherProperties;
import java.nio.file.Path;

/** The archive of class data that the launcher has started this Java with, if it has. */
public final class CdsArchiveInvalidation {

  private CdsArchiveInvalidation() {}

  /** Java has passed over a damaged one, silently: the launcher is to find that it does not fit. */
  public static void giveUpIfRefused(Path root) {
    if (LauncherProperties.isArchiveGiven() && !isUsed()) {
      root.resolve("lib/pmnextcloud/archive/jvm.time").toFile().delete();
    }
  }

  private static boolean isUsed() {
    return System.getProperty("java.vm.info", "").contains("sharing");
  }
}
