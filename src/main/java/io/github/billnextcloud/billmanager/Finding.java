package io.github.billnextcloud.billmanager;

/** What the panel's tables tell of one thing that a product needs. */
record Finding(Kind kind, String sentence) {

  enum Kind {
    MISSING,
    AS_WANTED,
    /** There, but not so that it would work. */
    AMISS
  }

  static final Finding MISSING = new Finding(Kind.MISSING, "");

  static Finding asWanted(String sentence) {
    return new Finding(Kind.AS_WANTED, sentence);
  }

  static Finding amiss(String sentence) {
    return new Finding(Kind.AMISS, sentence);
  }

  boolean isMissing() {
    return kind == Kind.MISSING;
  }
}
