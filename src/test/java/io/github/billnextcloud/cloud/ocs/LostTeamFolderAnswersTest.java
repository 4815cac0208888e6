package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamSpace;
import io.github.billnextcloud.cloud.TeamSpace.SpaceAccess;
import io.github.billnextcloud.standin.Passage;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of any request of making and deleting a team folder, and of all that follow, the
 * next run ends where an undisturbed one does.
 */
class LostTeamFolderAnswersTest extends WithTeamFolders {

  /** Requests of the longest of them, and one more. */
  private static final int REQUESTS = 8;

  private static final String GATEWAY = "<html><head><title>502 Bad Gateway</title></head></html>";

  /** What one request may get instead of its answer, by a name that a failed test can show. */
  private static final Map<String, Fault> ODDITIES =
      Map.of(
          "lost before", Fault.dropBefore(),
          "lost after", Fault.dropAfter(),
          "half of it", Fault.cutJson(),
          "a login page", Fault.htmlLogin(),
          "502", Fault.status(502, Map.of(), "text/html", GATEWAY),
          "an unreadable status", Fault.status(1062, Map.of(), "application/json", "{}"),
          "400 without a word", Fault.status(400, Map.of(), "text/html", ""),
          "404 in the envelope", Fault.ocs(404, ""),
          "996 in the envelope", Fault.ocs(996, "Internal Server Error"));

  /** 29 answers as 28 does. */
  private static final List<Flavour> BOTH_KINDS =
      List.of(Flavour.NEXTCLOUD_28, Flavour.NEXTCLOUD_34);

  static Stream<Arguments> odd() {
    return BOTH_KINDS.stream()
        .flatMap(
            version ->
                ODDITIES.keySet().stream()
                    .sorted()
                    .flatMap(
                        oddity ->
                            IntStream.rangeClosed(1, REQUESTS)
                                .mapToObj(request -> Arguments.of(version, oddity, request))));
  }

  private volatile boolean striking = true;

  static Stream<Arguments> dead() {
    return BOTH_KINDS.stream()
        .flatMap(
            version ->
                IntStream.rangeClosed(1, 2 * REQUESTS)
                    .mapToObj(boundary -> Arguments.of(version, boundary)));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void makeWhenOneAnswerIsOddEndsWithOneFolder(Flavour version, String oddity, int request) {
    prepare(version);
    strike(oddity, request);

    converge(() -> teams().make(ACME, POOL));

    // No order waits for a name, which comes with the next.
    striking = false;
    teams().make(ACME, POOL);
    requireMade();
  }

  @ParameterizedTest
  @MethodSource("dead")
  void makeWhenAllBreaksOffEndsWithOneFolder(Flavour version, int boundary) {
    prepare(version);
    breakOff(boundary);

    converge(() -> teams().make(ACME, POOL));

    requireMade();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void deleteWhenOneAnswerIsOddEndsWithNone(Flavour version, String oddity, int request) {
    prepare(version);
    TeamSpace made = teams().make(ACME, POOL);
    strike(oddity, request);

    converge(() -> teams().delete(made));

    requireDeleted();
  }

  @ParameterizedTest
  @MethodSource("dead")
  void deleteWhenAllBreaksOffEndsWithNone(Flavour version, int boundary) {
    prepare(version);
    TeamSpace made = teams().make(ACME, POOL);
    breakOff(boundary);

    converge(() -> teams().delete(made));

    requireDeleted();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void changesWhenOneAnswerIsOddAreDone(Flavour version, String oddity, int request) {
    prepare(version);
    TeamSpace made = teams().make(ACME, Quota.ofBytes(1));
    strike(oddity, request);

    converge(() -> teams().setQuota(made, POOL));
    converge(() -> teams().setAccess(made, SpaceAccess.HIDDEN));
    converge(() -> teams().setAccess(made, SpaceAccess.OPEN));

    requireMade();
  }

  /** What was done, and was not heard of, keeps nobody from going on. */
  @ParameterizedTest
  @MethodSource("unheard")
  void callsWhenAChangeIsDoneAndUnheardGoOnAtOnce(Flavour version, int change) {
    prepare(version);
    unheard(change);
    TeamSpace made = teams().make(ACME, POOL);
    requireMade();

    unheard(change);
    teams().setAccess(made, SpaceAccess.HIDDEN);
    teams().setAccess(made, SpaceAccess.OPEN);
    requireMade();

    unheard(change);
    teams().delete(made);
    requireDeleted();
  }

  static Stream<Arguments> unheard() {
    return BOTH_KINDS.stream()
        .flatMap(
            version ->
                IntStream.rangeClosed(1, 4).mapToObj(change -> Arguments.of(version, change)));
  }

  private void unheard(int change) {
    AtomicInteger count = new AtomicInteger();
    server.fault(
        request ->
            request.isWrite()
                && request.path().contains("/groupfolders/")
                && count.incrementAndGet() == change,
        Fault.dropAfter());
  }

  /** However often it is sent again: the folder shows what the answers did not tell. */
  @Test
  void setQuotaWhenNoAnswerIsHeardLooks() {
    prepare(Flavour.NEXTCLOUD_34);
    TeamSpace made = teams().make(ACME, Quota.ofBytes(1));
    for (int time = 0; time < REQUESTS; time++) {
      server.fault(request -> request.path().endsWith("/quota"), Fault.dropAfter());
    }

    teams().setQuota(made, POOL);

    requireMade();
  }

  /** A look would be refused as well, and each refusal counts as a guess at a password. */
  @ParameterizedTest
  @CsvSource({"POST,folders", "POST,quota", "POST,groups", "POST,mountpoint", "DELETE,2"})
  void callsWhenForbiddenAskNothingMore(String method, String last) {
    prepare(Flavour.NEXTCLOUD_34);
    server.fault(
        request ->
            request.method().equals(method)
                && request.path().contains("/groupfolders/")
                && request.path().endsWith("/" + last),
        Fault.status(403, Map.of(), "application/json", "{\"message\":\"no\"}"));

    assertThatThrownBy(() -> teams().delete(teams().make(ACME, POOL)))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> assertThat(failure.kind()).isEqualTo(CloudErrorKind.FORBIDDEN));
    assertThat(server.routes().get(server.routes().size() - 1)).startsWith(method + " folders");
  }

  private void prepare(Flavour version) {
    start(version);
    folder("Archive", "staff");
    server.addGroup("staff");
  }

  private void strike(String oddity, int request) {
    AtomicInteger count = new AtomicInteger();
    server.fault(any -> striking && count.incrementAndGet() == request, ODDITIES.get(oddity));
  }

  private void breakOff(int boundary) {
    AtomicInteger count = new AtomicInteger();
    server.watch(at -> count.incrementAndGet() < boundary);
  }

  /** As the panel does: it runs us again, and by then the server is well. */
  private void converge(Runnable call) {
    try {
      call.run();
    } catch (CloudException odd) {
      server.watch(Passage.OPEN);
      call.run();
    } finally {
      server.watch(Passage.OPEN);
    }
  }

  private void requireMade() {
    assertThat(folders())
        .containsExactly(
            "1 Archive -3 {staff=31}", "2 Acme & Сыновья 10737418240 {" + GROUP + "=31}");
    assertThat(server.groups()).containsExactlyInAnyOrder("admin", "staff", GROUP);
  }

  private void requireDeleted() {
    assertThat(folders()).isEqualTo(List.of("1 Archive -3 {staff=31}"));
    assertThat(server.groups()).containsExactlyInAnyOrder("admin", "staff");
  }
}
