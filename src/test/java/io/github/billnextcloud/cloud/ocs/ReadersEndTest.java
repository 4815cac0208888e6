package io.github.billnextcloud.cloud.ocs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However the reading of each user ends, its threads end with it. */
class ReadersEndTest extends OnTheWire {

  private static final UserId BOB = new UserId("bob");
  private static final long SOON_NANOS = 60_000_000_000L;

  private Set<Thread> before;

  @BeforeEach
  void hasNoPages() {
    before = Thread.getAllStackTraces().keySet();
    SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(json(Recorded.OC10_MISSING)));
  }

  @Test
  void readUsersWhenOneFailsLeavesNoThreadBehind() throws InterruptedException {
    knows("bob", json(Recorded.ownCloudFailure(997, "Unauthorised")));

    assertThat(catchThrowable(() -> read(List.of(ANN, BOB)))).isInstanceOf(CloudException.class);

    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void readUsersWhenAllAreReadLeavesNoThreadBehind() throws InterruptedException {
    read(List.of(ANN, BOB));

    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void readUsersWhenWhatTheyWereHandedToFailsLeavesNoThreadBehind() throws InterruptedException {
    knows("ann", json(Recorded.body("oc10-after-login")));
    IllegalStateException full = new IllegalStateException("full");

    Throwable thrown =
        catchThrowable(
            () ->
                cloud()
                    .readUsers(
                        List.of(ANN),
                        user -> {
                          throw full;
                        }));

    assertThat(thrown).isSameAs(full);
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void readUsersWhenInterruptedEndsAtOnceAndStaysInterrupted() throws InterruptedException {
    knows("ann", json(Recorded.body("oc10-after-login")).withFixedDelay(10_000));
    AtomicReference<CloudErrorKind> kind = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread asking =
        new Thread(
            () -> {
              kind.set(kindOf(() -> read(List.of(ANN))));
              interrupted.set(Thread.interrupted());
            });
    asking.start();
    Thread.sleep(1_000);
    asking.interrupt();
    asking.join(60_000);

    assertThat(kind).hasValue(CloudErrorKind.UNREACHABLE);
    assertThat(interrupted).isTrue();
    assertThat(leftBehind()).isEmpty();
  }

  private static void knows(String user, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(urlPathEqualTo(USERS + "/" + user)).willReturn(answer));
  }

  private static void read(List<UserId> wanted) {
    cloud().readUsers(wanted, new ArrayList<>()::add);
  }

  /** The threads of pools that are there since, and do not end soon. */
  private List<Thread> leftBehind() throws InterruptedException {
    long deadline = System.nanoTime() + SOON_NANOS;
    while (!readers().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    return readers();
  }

  private List<Thread> readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> thread.getName().matches("pool-\\d+-thread-\\d+"))
        .toList();
  }
}
