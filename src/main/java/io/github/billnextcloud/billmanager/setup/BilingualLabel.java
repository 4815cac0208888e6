package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.text.Language;
import io.github.billnextcloud.text.Sentence;

/** What people read in the panel, in both of its languages. */
public record BilingualLabel(Sentence text) {

  /** Russian has a param of its own: {@code name}, {@code name_ru} (contract §12). */
  MgrctlCall in(MgrctlCall call, String param) {
    return call.with(param, text.in(Language.EN)).with(param + "_ru", text.in(Language.RU));
  }
}
