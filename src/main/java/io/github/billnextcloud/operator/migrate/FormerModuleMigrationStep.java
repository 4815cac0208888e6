package io.github.billnextcloud.operator.migrate;

import io.github.billnextcloud.text.LocalizableException;
import io.github.billnextcloud.text.Sentence;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is different under this module.
 *
 * @param what as a sentence
 * @param change makes it right; empty where nothing is to be done, or a person has to do it
 */
record FormerModuleMigrationStep(MigrationState kind, Sentence what, Optional<Runnable> change) {

  enum MigrationState {
    /** Works as it did. */
    SAME,
    /** Works better by itself, and somebody may notice. */
    NEW,
    /** To be changed by {@code --apply}. */
    CHANGE,
    /** Was changed. */
    DONE,
    /** Could not be changed. */
    FAILED,
    /** A person has to look at it. */
    YOURS;

    Sentence word() {
      return Sentence.of("migrate.state." + name().toLowerCase(Locale.ROOT));
    }
  }

  static FormerModuleMigrationStep of(MigrationState kind, Sentence what) {
    return new FormerModuleMigrationStep(kind, what, Optional.empty());
  }

  static FormerModuleMigrationStep change(Sentence what, Runnable change) {
    return new FormerModuleMigrationStep(MigrationState.CHANGE, what, Optional.of(change));
  }

  /** What became of it; a failure is told and keeps nothing else from being done. */
  FormerModuleMigrationStep applied() {
    if (change.isEmpty()) {
      return this;
    }
    try {
      change.get().run();
      return of(MigrationState.DONE, what);
    } catch (RuntimeException failure) {
      return of(
          MigrationState.FAILED,
          Sentence.joined(what, ": ", LocalizableException.sentenceOf(failure)));
    }
  }
}
