package io.github.billnextcloud.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A table of {@code docs/design/faults.md}: a list of rows, each a cell by the name of its column.
 */
final class ErrorsTable {

  static final String FAULT = "fault";
  static final String ONCE_TO_LOOK = "once to a look";
  static final String ONCE_TO_CHANGE = "once to a change";
  static final String ONCE_TO_CREATE = "once to create";
  static final String ONCE_TO_DELETE = "once to delete";
  static final String GOES_ON = "goes on";

  /** Of LibreGraph alone: of OCS it is told by what goes on. */
  static final String CONNECTION_TEST = "connection test";

  static final String WHO = "who acts next";

  private static final Path FILE = Path.of("docs/design/faults.md");

  private ErrorsTable() {}

  /** The table whose first column has this name. */
  static List<Map<String, String>> read(String firstColumn) {
    List<List<String>> lines =
        lines().stream()
            .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
            .takeWhile(line -> line.startsWith("|"))
            .map(ErrorsTable::cells)
            .toList();
    return lines.stream().skip(2).map(line -> row(lines.get(0), line)).toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|"))
        .map(cell -> cell.replace("`", "").strip())
        .toList();
  }

  private static Map<String, String> row(List<String> names, List<String> cells) {
    if (names.size() != cells.size()) {
      throw new AssertionError("A row has other columns than its table: " + cells);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      row.put(names.get(column), cells.get(column));
    }
    return row;
  }

  /** Who acts next, in the words of the tables. */
  static String actor(CommandFailure failure) {
    if (failure.isBug()) {
      return "developer";
    }
    if (failure.problem().actor() == ErrorType.Actor.CUSTOMER) {
      return "customer";
    }
    if (failure.isFinalAfter(() -> OptionalLong.of(9))) {
      return "operator now";
    }
    return failure.isFinalAfter(() -> OptionalLong.of(10))
        ? "BILLmanager"
        : "BILLmanager, however often";
  }
}
