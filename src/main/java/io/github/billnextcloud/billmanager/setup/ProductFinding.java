package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.text.Sentence;

/** What the panel's tables tell of one thing that a product needs. */
record ProductFinding(FindingKind kind, Sentence sentence) {

  enum FindingKind {
    MISSING,
    AS_WANTED,
    /** There, but not so that it would work. */
    AMISS
  }

  static final ProductFinding MISSING = new ProductFinding(FindingKind.MISSING, Sentence.NONE);

  static ProductFinding asWanted(Sentence sentence) {
    return new ProductFinding(FindingKind.AS_WANTED, sentence);
  }

  static ProductFinding amiss(Sentence sentence) {
    return new ProductFinding(FindingKind.AMISS, sentence);
  }

  boolean isMissing() {
    return kind == FindingKind.MISSING;
  }
}
