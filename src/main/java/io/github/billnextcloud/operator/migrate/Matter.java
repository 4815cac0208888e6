package io.github.billnextcloud.operator.migrate;

import io.github.billnextcloud.operator.Text;

/**
 * One thing that is different under this module.
 *
 * @param what as a sentence
 * @param change makes it right; null where nothing is to be done, or a person has to do it
 */
record Matter(Kind kind, Text what, Runnable change) {

  enum Kind {
    /** Works as it did. */
    SAME("same", "как было"),
    /** Works better by itself, and somebody may notice. */
    NEW("new", "новое"),
    /** To be changed by {@code --apply}. */
    CHANGE("change", "сменить"),
    /** Was changed. */
    DONE("done", "сделано"),
    /** Could not be changed. */
    FAILED("failed", "ошибка"),
    /** A person has to look at it. */
    YOURS("yours", "вам");

    private final Text word;

    Kind(String english, String russian) {
      this.word = Text.text(english, russian);
    }

    Text word() {
      return word;
    }
  }

  static Matter of(Kind kind, Text what) {
    return new Matter(kind, what, null);
  }

  static Matter change(Text what, Runnable change) {
    return new Matter(Kind.CHANGE, what, change);
  }

  /** What became of it; a failure is told and keeps nothing else from being done. */
  Matter applied() {
    if (change == null) {
      return this;
    }
    try {
      change.run();
      return of(Kind.DONE, what);
    } catch (RuntimeException failure) {
      return of(Kind.FAILED, Text.text("%s: %s", "%s: %s", what, failure.getMessage()));
    }
  }
}
