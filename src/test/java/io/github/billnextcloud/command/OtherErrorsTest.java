package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second table of {@code docs/design/faults.md} has every error that the first has not. */
class OtherErrorsTest {

  private static final String ERROR = "error";

  /** Told by dist/processing/pmnextcloud itself, where there is no Java to tell it. */
  private static final String OF_THE_LAUNCHER = "not_installed";

  private static List<Map<String, String>> table() {
    return ErrorsTable.read(ERROR);
  }

  @Test
  void errorsWhenBothTablesAreReadAreAllThatThereAre() {
    Set<String> told = new TreeSet<>(ofTheFaults());
    table().forEach(row -> told.add(row.get(ERROR)));

    assertThat(told).isEqualTo(expected());
  }

  private static Set<String> ofTheFaults() {
    return ErrorsTable.read(ErrorsTable.FAULT).stream()
        .map(row -> row.get(ErrorsTable.GOES_ON))
        .collect(Collectors.toSet());
  }

  private static Set<String> expected() {
    return Stream.concat(
            Arrays.stream(ErrorType.values()).map(OtherErrorsTest::id), Stream.of(OF_THE_LAUNCHER))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String id(ErrorType problem) {
    return problem.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void errorsWhenReadAreThereOnce() {
    assertThat(table()).extracting(row -> row.get(ERROR)).isNotEmpty().doesNotHaveDuplicates();
  }

  private static Stream<Map<String, String>> ofTheProgram() {
    return table().stream().filter(row -> !row.get(ERROR).equals(OF_THE_LAUNCHER));
  }

  @ParameterizedTest
  @MethodSource("ofTheProgram")
  void actorWhenReadIsTheOneWhoActs(Map<String, String> row) {
    ErrorType problem = ErrorType.valueOf(row.get(ERROR).toUpperCase(Locale.ROOT));

    assertThat(row.get(ErrorsTable.WHO))
        .isEqualTo(
            ErrorsTable.actor(new CommandFailure(problem, Sentence.verbatim("it happened"))));
  }
}
