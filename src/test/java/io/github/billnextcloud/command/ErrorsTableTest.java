package io.github.billnextcloud.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.billnextcloud.standin.Certificates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes each fault of the tables in {@code docs/design/faults.md}, one for each protocol, happen on
 * each route, once and lastingly, and compares with the row.
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
  private static final Map<Protocol, Faults> FAULTS = new EnumMap<>(Protocol.class);

  @BeforeAll
  static void arrange() throws Exception {
    Certificates.make(folder);
    for (Protocol protocol : Protocol.values()) {
      FAULTS.put(protocol, new Faults(protocol));
    }
  }

  @AfterAll
  static void leave() throws Exception {
    WORKERS.shutdownNow();
    for (Faults faults : FAULTS.values()) {
      faults.close();
    }
    Certificates.get().close();
  }

  private static List<Map<String, String>> table(Protocol protocol) {
    return ErrorsTable.read(protocol.table);
  }

  @ParameterizedTest
  @EnumSource
  void rowsWhenComparedWithTheFaultsAreTheSame(Protocol protocol) {
    assertThat(table(protocol))
        .extracting(row -> row.get(protocol.table))
        .containsExactlyInAnyOrderElementsOf(FAULTS.get(protocol).byName().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void columnsWhenReadAreThoseThatAreTested(Protocol protocol) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                protocol.table,
                ErrorsTable.ONCE_TO_LOOK,
                ErrorsTable.ONCE_TO_CHANGE,
                ErrorsTable.ONCE_TO_CREATE,
                ErrorsTable.ONCE_TO_DELETE,
                ErrorsTable.GOES_ON,
                ErrorsTable.WHO));
    if (protocol == Protocol.LIBREGRAPH) {
      columns.add(ErrorsTable.CONNECTION_TEST);
    }
    assertThat(table(protocol))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.keySet()).containsExactlyElementsOf(columns));
  }

  /** Else the three bad certificates would prove nothing. */
  @ParameterizedTest
  @EnumSource
  void certificateWhenNothingIsWrongWithItIsTrusted(Protocol protocol) {
    Trouble none = new Trouble.Elsewhere(FAULTS.get(protocol).tls("trusted"));

    assertThat(Attempt.of(protocol, Route.FIND_USER, none, true).failure()).isEmpty();
  }

  @TestFactory
  Stream<DynamicNode> faultWhenItHappensEndsAsTheTableSays() {
    List<DynamicNode> nodes = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      table(protocol).forEach(row -> nodes.add(tests(protocol, row)));
    }
    return nodes.stream();
  }

  private static DynamicNode tests(Protocol protocol, Map<String, String> row) {
    String fault = row.get(protocol.table);
    Trouble trouble = FAULTS.get(protocol).byName().get(fault);
    if (trouble == null) {
      return dynamicTest(fault, () -> fail("no fault of this name is known"));
    }
    return dynamicContainer(
        fault,
        Stream.of(Route.values())
            .filter(route -> route.canSuffer(fault, protocol))
            .flatMap(
                route -> {
                  String column = route.column(protocol);
                  if (column.equals(ErrorsTable.CONNECTION_TEST)) {
                    return Stream.of(test(protocol, row, route, trouble, column, true));
                  }
                  return Stream.of(
                      test(protocol, row, route, trouble, column, false),
                      test(protocol, row, route, trouble, ErrorsTable.GOES_ON, true));
                })
            .toList());
  }

  private static DynamicTest test(
      Protocol protocol,
      Map<String, String> row,
      Route route,
      Trouble trouble,
      String column,
      boolean goesOn) {
    String told = row.get(column);
    // What was looked at before is at the right address.
    boolean known = route.comesAfterALook(protocol) && told.equals("cloud_wrong_address");
    String expected = known ? "cloud_not_understood" : told;
    String who =
        switch (expected) {
          case "cloud_not_understood" -> "BILLmanager";
          case "cloud_unauthorized" -> "operator now";
          default -> row.get(ErrorsTable.WHO);
        };
    Future<Attempt> attempt = WORKERS.submit(() -> Attempt.of(protocol, route, trouble, goesOn));
    String name = route + (goesOn ? " always: " : " once: ") + row.get(protocol.table);
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
      assertThat(attempt.sentToTheGuard()).as(name).endsWith(attempt.aimedAt());
      assertThat(attempt.times()).as(name + ": sent to the guard").isEqualTo(1);
    }
  }
}
