package io.github.billnextcloud.billmanager.setup;

import io.github.billnextcloud.billmanager.database.JdbcSession.Row;
import io.github.billnextcloud.billmanager.mgrctl.MgrctlRequest;
import io.github.billnextcloud.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing that a product needs in the panel: a row of {@link ProductSetupSteps}. What is asked of
 * the panel's tables is asked when it is looked at.
 *
 * @param what as a line begins: "The product type nextcloud"
 * @param found its row in the panel's tables
 * @param shown what is told of one that is as it should be
 * @param must what has to be true of its row
 * @param onceMade what has to be true besides, right after it was made as we wanted it
 * @param buildsOn what has to be true before it can be made
 * @param call makes it; an id that is not there yet stands as words in angle brackets
 * @param byHand what a person clicks instead
 */
record ProductSetupStep(
    Sentence what,
    Supplier<Optional<Row>> found,
    Function<Row, Sentence> shown,
    Function<Row, List<Condition>> must,
    Supplier<List<Condition>> onceMade,
    Supplier<List<Condition>> buildsOn,
    Supplier<MgrctlRequest> call,
    Sentence byHand) {

  /** Something that has to be so, and what is said where it is not. */
  record Condition(boolean holds, Sentence otherwise) {

    static Condition that(boolean holds, String otherwise, Object... values) {
      return new Condition(holds, Sentence.of(otherwise, values));
    }

    /** What is said of the first that does not hold; empty when all do. */
    static Optional<Sentence> firstBroken(List<Condition> conditions) {
      return conditions.stream().filter(it -> !it.holds).map(Condition::otherwise).findFirst();
    }
  }
}
