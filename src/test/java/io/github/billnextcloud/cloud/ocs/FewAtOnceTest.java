package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.Passage;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** A server that is asked for each user is asked for some at once, and for few. */
class FewAtOnceTest {

  private static final int AT_ONCE = 4;

  /** Holds each request for a while and counts how many are there. */
  private static final class Crowd implements Passage {

    /** Who comes alone, to find out whether the password is right. */
    private final AtomicBoolean first = new AtomicBoolean(true);

    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(AT_ONCE);

    @Override
    public boolean lets(String boundary) {
      if (boundary.startsWith("after")) {
        here.decrementAndGet();
        return true;
      }
      most.accumulateAndGet(here.incrementAndGet(), Math::max);
      if (first.getAndSet(false)) {
        return true;
      }
      full.countDown();
      return stay();
    }

    /** Until all are there that may come, and as long as one more might take. */
    private boolean stay() {
      try {
        full.await(60, TimeUnit.SECONDS);
        Thread.sleep(100);
        return true;
      } catch (InterruptedException stopped) {
        return false;
      }
    }
  }

  @Test
  void readUsersWhenEachIsAskedForAsksForFourAtOnceAndNeverForMore() {
    Crowd crowd = new Crowd();
    List<UserId> wanted =
        IntStream.range(0, 24).mapToObj(number -> new UserId("user_" + number)).toList();
    try (CloudStandIn server = CloudStandIn.start(Flavour.OWNCLOUD_10)) {
      wanted.forEach(id -> server.addAccount(id.value()));
      server.watch(crowd);
      List<CloudUser> read = new ArrayList<>();
      cloud(server).readUsers(wanted, read::add);

      assertThat(read).extracting(CloudUser::id).containsExactlyInAnyOrderElementsOf(wanted);
    }
    assertThat(crowd.most).hasValue(AT_ONCE);
  }

  private static OcsCloud cloud(CloudStandIn server) {
    CloudCredentials authorization =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    HttpUrl base = HttpUrl.get(server.url() + "/");
    return new OcsCloud(
        new CloudEndpoint(new CloudAddress(base), authorization), Timeouts.OPERATION);
  }
}
