package io.github.billnextcloud.command.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.Main;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that wish for the same login and have chosen the same password. */
@Timeout(600)
class SimultaneousOrdersTest {

  private static final String CHOSEN = "Chosen-by-both-77";

  @TempDir Path root;

  /**
   * Both have found the name free before either has saved it; or both have saved it before either
   * has looked again.
   */
  @ParameterizedTest
  @CsvSource({
    "NEXTCLOUD_34, before, 2",
    "NEXTCLOUD_34, after, 4",
    "OWNCLOUD_10, before, 2",
    "OWNCLOUD_10, after, 4"
  })
  void openWhenTwoMeetGivesEachAnAccountOfItsOwn(Flavour flavour, String side, int meetings)
      throws IOException {
    try (CloudStandIn cloud = CloudStandIn.start(flavour);
        PanelStandIn panel = PanelStandIn.start(root)) {
      List<Long> items = orders(panel, cloud, "ivan", 2);
      CyclicBarrier both = new CyclicBarrier(2);
      AtomicInteger met = new AtomicInteger();
      panel.watch(
          boundary -> {
            boolean meets = boundary.equals(side + " mgrctl service.saveparam");
            if (meets && met.incrementAndGet() <= meetings) {
              await(both);
            }
            return true;
          });

      Stream<CompletableFuture<Integer>> runs =
          items.stream()
              .map(item -> CompletableFuture.supplyAsync(() -> open(item)))
              .toList()
              .stream();

      assertThat(runs.map(CompletableFuture::join)).containsOnly(0);
      List<String> logins = items.stream().map(item -> panel.params(item).get("username")).toList();
      assertThat(logins).doesNotHaveDuplicates().allMatch(login -> login.startsWith("ivan"));
      assertThat(cloud.accounts())
          .extracting(Account::id)
          .containsExactlyInAnyOrder(CloudStandIn.ADMIN, logins.get(0), logins.get(1));
    }
  }

  /** The cloud shuts out whoever comes from our address after some wrong passwords. */
  @Test
  void openWhenAWishDoesNotProveItselfTriesItsPasswordOnce() throws IOException {
    try (CloudStandIn cloud = CloudStandIn.start(Flavour.NEXTCLOUD_34);
        PanelStandIn panel = PanelStandIn.start(root)) {
      cloud.addAccount("info").setPassword("Of-the-provider-1");
      long item = orders(panel, cloud, "info", 1).get(0);

      for (int run = 0; run < 3; run++) {
        assertThat(open(item)).isNotZero();
      }

      assertThat(cloud.requests())
          .filteredOn(request -> request.path().endsWith("/cloud/user"))
          .filteredOn(request -> !request.authorization().endsWith(CloudStandIn.ADMIN))
          .hasSize(1);
    }
  }

  private static List<Long> orders(PanelStandIn panel, CloudStandIn cloud, String wish, int many) {
    long module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    long tariff =
        panel.addTariff(
            TariffSpec.named("cloud")
                .servedBy(module)
                .param("quota_source", "fixed")
                .param("fixed_quota", "1 GB"));
    return Stream.iterate(1, number -> number + 1)
        .limit(many)
        .map(
            number -> {
              long customer = panel.addAccount("c", number + "@example.org", "C " + number, "en");
              long item = panel.order(customer, tariff, module);
              panel.param(item, "username", wish, false);
              panel.param(item, "userpassword", CHOSEN, true);
              panel.beginOperation(item, "open");
              return item;
            })
        .toList();
  }

  private int open(long item) {
    return Main.run(
        InputStream.nullInputStream(),
        new ByteArrayOutputStream(),
        root,
        "--command",
        "open",
        "--item",
        "" + item);
  }

  /** Nobody waits for one who does not come: it has given way, or is done. */
  private static void await(CyclicBarrier both) {
    try {
      both.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (BrokenBarrierException | TimeoutException alone) {
      // It goes on alone.
    }
  }
}
