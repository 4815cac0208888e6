package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.text.Sentence;
import java.util.List;

/**
 * What became of one step towards a product.
 *
 * @param what the thing it makes
 * @param details sentences about it
 */
public record StepReport(StepState state, Sentence what, List<Sentence> details) {

  /** How it stands with the thing. */
  public enum StepState {
    /** It was there before. */
    THERE,
    /** It is not there, and nothing was to be changed. */
    MISSING,
    /** It is there now, and the tables show it. */
    MADE,
    /** It is there, and a person has to correct it. */
    AMISS,
    /** The panel did not make it. */
    REFUSED,
    /** It was not tried: something else has to come first. */
    WAITS
  }

  /** True when nobody has to do anything more about it. */
  public boolean isFine() {
    return state == StepState.THERE || state == StepState.MADE;
  }
}
