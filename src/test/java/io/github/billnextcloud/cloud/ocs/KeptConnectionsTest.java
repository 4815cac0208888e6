package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.HttpTransport;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which connection a request goes out on when some have nothing to do. */
class KeptConnectionsTest {

  private static final UserId ANN = new UserId("ann");
  private static final NewUser NEW =
      new NewUser(
          ANN, new Secret("Xk29-tz!qq81"), Quota.UNLIMITED, new UserProfile("", "", ""), Set.of());

  private CloudStandIn server;

  @BeforeEach
  void start() {
    HttpTransport.CONNECTIONS.evictAll();
    server = CloudStandIn.start(Flavour.NEXTCLOUD_34);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Of an event of its own. */
  private OcsCloud cloud() {
    CloudCredentials authorization =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return new OcsCloud(
        new CloudEndpoint(CloudAddress.parse(server.url().toString()).orElseThrow(), authorization),
        Timeouts.OPERATION);
  }

  /** Leaves two connections behind. */
  private void twoAtOnce() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    server.watch(
        boundary -> {
          both.countDown();
          try {
            return both.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException stopped) {
            return false;
          }
        });
    List<Thread> events =
        Stream.generate(() -> new Thread(() -> cloud().findUser(ANN))).limit(2).toList();
    events.forEach(Thread::start);
    for (Thread event : events) {
      event.join();
    }
    server.watch(boundary -> true);
    assertThat(server.connectionCount()).isEqualTo(2);
  }

  @Test
  void createUserWhenTheUserWasLookedForGoesOutOnTheSameConnection() {
    OcsCloud cloud = cloud();
    assertThat(cloud.findUser(ANN)).isEmpty();
    cloud.createUser(NEW);
    assertThat(server.connectionCount()).isEqualTo(1);
  }

  @Test
  void createUserWhenOneOfSeveralMayBeClosedGoesOutOnANewConnection() throws Exception {
    twoAtOnce();
    cloud().createUser(NEW);
    assertThat(server.connectionCount()).isEqualTo(3);
  }

  @Test
  void findUserWhenSomeAreIdleGoesOutOnOneOfThem() throws Exception {
    twoAtOnce();
    assertThat(cloud().findUser(ANN)).isEmpty();
    assertThat(server.connectionCount()).isEqualTo(2);
  }
}
