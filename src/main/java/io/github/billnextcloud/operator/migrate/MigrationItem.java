package io.github.billnextcloud.operator.migrate;

import io.github.billnextcloud.cli.BilingualText;

/**
 * One thing that is different under this module.
 *
 * @param what as a sentence
 * @param change makes it right; null where nothing is to be done, or a person has to do it
 */
record MigrationItem(MigrationState kind, BilingualText what, Runnable change) {

  enum MigrationState {
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

    private final BilingualText word;

    MigrationState(String english, String russian) {
      this.word = BilingualText.text(english, russian);
    }

    BilingualText word() {
      return word;
    }
  }

  static MigrationItem of(MigrationState kind, BilingualText what) {
    return new MigrationItem(kind, what, null);
  }

  static MigrationItem change(BilingualText what, Runnable change) {
    return new MigrationItem(MigrationState.CHANGE, what, change);
  }

  /** What became of it; a failure is told and keeps nothing else from being done. */
  MigrationItem applied() {
    if (change == null) {
      return this;
    }
    try {
      change.run();
      return of(MigrationState.DONE, what);
    } catch (RuntimeException failure) {
      return of(
          MigrationState.FAILED,
          BilingualText.text("%s: %s", "%s: %s", what, failure.getMessage()));
    }
  }
}
