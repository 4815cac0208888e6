package io.github.billnextcloud.billmanager.setup;

/** What the panel's tables tell of one thing that a product needs. */
record ProductFinding(FindingKind kind, String sentence) {

  enum FindingKind {
    MISSING,
    AS_WANTED,
    /** There, but not so that it would work. */
    AMISS
  }

  static final ProductFinding MISSING = new ProductFinding(FindingKind.MISSING, "");

  static ProductFinding asWanted(String sentence) {
    return new ProductFinding(FindingKind.AS_WANTED, sentence);
  }

  static ProductFinding amiss(String sentence) {
    return new ProductFinding(FindingKind.AMISS, sentence);
  }

  boolean isMissing() {
    return kind == FindingKind.MISSING;
  }
}
