package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.billnextcloud.standin.Certificates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes each fault of the first table in {@code docs/design/faults.md} happen on each route, once
 * and lastingly, and compares with the row.
 *
 * <p>The stand-in makes most faults. For those before a server is reached, the client's request is
 * led to a port without a listener, a name without a host or a server with a bad certificate; for
 * the timeout the server holds the answer back and the client's patience is a second ({@link
 * io.github.billnextcloud.cloud.ocs.Astray}). Most of the time is spent in pauses between repeats,
 * so all attempts are made at the same time and only looked at one after the other.
 */
class ErrorsTableTest {

  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(32);
  @TempDir private static Path folder;
  private static Faults faults;

  @BeforeAll
  static void arrange() throws Exception {
    Certificates.make(folder);
    faults = new Faults();
  }

  @AfterAll
  static void leave() throws Exception {
    WORKERS.shutdownNow();
    faults.close();
    Certificates.get().close();
  }

  private static List<Map<String, String>> table() {
    return ErrorsTable.read(ErrorsTable.FAULT);
  }

  @Test
  void rowsWhenComparedWithTheFaultsAreTheSame() {
    assertThat(table())
        .extracting(row -> row.get(ErrorsTable.FAULT))
        .containsExactlyInAnyOrderElementsOf(faults.byName().keySet());
  }

  @Test
  void columnsWhenReadAreThoseThatAreTested() {
    assertThat(table())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.keySet())
                    .containsExactly(
                        ErrorsTable.FAULT,
                        ErrorsTable.ONCE_TO_LOOK,
                        ErrorsTable.ONCE_TO_CHANGE,
                        ErrorsTable.ONCE_TO_CREATE,
                        ErrorsTable.ONCE_TO_DELETE,
                        ErrorsTable.GOES_ON,
                        ErrorsTable.WHO));
  }

  /** Else the three bad certificates would prove nothing. */
  @Test
  void certificateWhenNothingIsWrongWithItIsTrusted() {
    Trouble none = new Trouble.Elsewhere(faults.tls("trusted"));

    assertThat(Attempt.of(Route.CHECK, none, true).failure()).isEmpty();
  }

  @TestFactory
  Stream<DynamicNode> faultWhenItHappensEndsAsTheTableSays() {
    List<DynamicNode> nodes = table().stream().map(ErrorsTableTest::tests).toList();
    return nodes.stream();
  }

  private static DynamicNode tests(Map<String, String> row) {
    String fault = row.get(ErrorsTable.FAULT);
    Trouble trouble = faults.byName().get(fault);
    if (trouble == null) {
      return dynamicTest(fault, () -> fail("no fault of this name is known"));
    }
    return dynamicContainer(
        fault,
        Stream.of(Route.values())
            .flatMap(
                route ->
                    Stream.of(
                        test(row, route, trouble, route.column(), false),
                        test(row, route, trouble, ErrorsTable.GOES_ON, true)))
            .toList());
  }

  private static DynamicTest test(
      Map<String, String> row, Route route, Trouble trouble, String column, boolean goesOn) {
    String told = row.get(column);
    // What was looked at before is at the right address.
    boolean known = route == Route.DELETE && told.equals("cloud_wrong_address");
    String expected = known ? "cloud_not_understood" : told;
    String who = expected.equals("cloud_not_understood") ? "BILLmanager" : row.get(ErrorsTable.WHO);
    Future<Attempt> attempt = WORKERS.submit(() -> Attempt.of(route, trouble, goesOn));
    String name = route + (goesOn ? " always: " : " once: ") + row.get(ErrorsTable.FAULT);
    return dynamicTest(name, () -> check(name, attempt.get(), expected, who));
  }

  private static void check(String name, Attempt attempt, String expected, String actor) {
    assertThat(attempt.outcome()).as(name).isEqualTo(expected);
    attempt
        .failure()
        .ifPresentOrElse(
            failure -> assertThat(ErrorsTable.actor(failure)).as(name).isEqualTo(actor),
            () -> assertThat(attempt.isTrue()).as(name + ": the cloud is as wanted").isTrue());
    if (attempt.route() == Route.CREATE || attempt.route() == Route.DELETE) {
      assertThat(attempt.times()).as(name + ": sent without a look").isLessThanOrEqualTo(1);
    }
    if (List.of("cloud_unauthorized", "cloud_forbidden").contains(expected)) {
      assertThat(attempt.sent()).as(name).endsWith(attempt.route().request());
      assertThat(attempt.times()).as(name + ": sent to the guard").isEqualTo(1);
    }
  }
}
