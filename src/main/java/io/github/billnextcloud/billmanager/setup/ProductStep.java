package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.mgrctl.MgrctlCall;
import io.github.billnextcloud.text.Sentence;

/** One thing that a product needs in the panel: how it is seen, how it is made. */
interface ProductStep {

  /** What it is, as a line begins: "The product type nextcloud". */
  Sentence what();

  /** What the tables tell now. */
  ProductFinding look();

  /** What the tables tell right after it was made, when it must be as we wanted it. */
  default ProductFinding verify() {
    return look();
  }

  /** Why it cannot be made at this moment; empty when it can. */
  Sentence obstacle();

  /** The call that makes it; an id that is not there yet stands as words in angle brackets. */
  MgrctlCall call();

  /** What a person clicks instead. */
  Sentence byHand();
}
