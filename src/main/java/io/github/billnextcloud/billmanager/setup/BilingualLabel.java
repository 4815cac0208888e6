package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;

/** What people read in the panel, in both of its languages. */
public record BilingualLabel(String english, String russian) {

  /** Russian has a param of its own: {@code name}, {@code name_ru} (contract §12). */
  MgrctlCall in(MgrctlCall call, String param) {
    return call.with(param, english).with(param + "_ru", russian);
  }
}
