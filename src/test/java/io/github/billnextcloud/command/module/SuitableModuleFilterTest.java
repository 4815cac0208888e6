package io.github.billnextcloud.command.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.billmanager.LocalPanel;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several clouds are looked at while a customer waits: at the same time. */
class SuitableModuleFilterTest {

  @TempDir Path root;

  private final CloudStandIn one = CloudStandIn.start(Flavour.NEXTCLOUD_34);
  private final CloudStandIn two = CloudStandIn.start(Flavour.OWNCLOUD_10);
  private PanelStandIn standIn;

  @BeforeEach
  void startPanel() throws Exception {
    standIn = PanelStandIn.start(root);
  }

  @AfterEach
  void stop() throws Exception {
    one.close();
    two.close();
    standIn.close();
  }

  /** Each cloud answers only when the other was asked, too. */
  @Test
  void amongWhenThereAreTwoAsksTheSecondBeforeTheFirstHasAnswered() {
    CountDownLatch asked = new CountDownLatch(2);
    one.watch(boundary -> meet(boundary, asked));
    two.watch(boundary -> meet(boundary, asked));
    List<Long> both = List.of(module(one.url()), module(two.url()));

    assertThat(new SuitableModuleFilter(new LocalPanel(root)).among(both)).isEqualTo(both);
    assertThat(asked.getCount()).isZero();
  }

  @Test
  void amongWhenTheLastAnswersFirstKeepsTheOrder() {
    one.fault(any -> true, Fault.delay(Duration.ofMillis(500)));
    List<Long> both = List.of(module(one.url()), module(two.url()));

    assertThat(new SuitableModuleFilter(new LocalPanel(root)).among(both)).isEqualTo(both);
  }

  @Test
  void amongWhenOneIsOfNoUseTakesTheOther() {
    long broken = module(URI.create("http://127.0.0.1:1"));
    long good = module(two.url());

    assertThat(
            new SuitableModuleFilter(new LocalPanel(root)).among(List.of(broken, 999_999L, good)))
        .containsExactly(good);
  }

  /** The order waits for them: it is better than being turned away. */
  @Test
  void amongWhenNoneAnswersOffersThoseThatMerelyAreSilent() {
    long silent = module(URI.create("http://127.0.0.1:1"));
    two.maintenance(true);
    long closed = module(two.url());

    assertThat(
            new SuitableModuleFilter(new LocalPanel(root)).among(List.of(silent, 999_999L, closed)))
        .containsExactly(silent, closed);
  }

  /** What is optional excludes nobody. */
  @Test
  void amongWhenOneDoesNotTellItsFreeSpaceInTimeTakesItAllTheSame() {
    one.fault(
        request -> request.path().contains("serverinfo"), Fault.delay(Duration.ofSeconds(20)));
    long slow = module(one.url(), Map.of("min_free_gb", "100"));

    assertThat(new SuitableModuleFilter(new LocalPanel(root)).among(List.of(slow)))
        .containsExactly(slow);
  }

  /** Whatever was typed, no cloud with less is taken for one with more. */
  @ParameterizedTest
  @ValueSource(strings = {"8589934592", "17179869184", "999999999999999"})
  void amongWhenNoCloudCanHaveSoMuchSpaceIsEmpty(String gigabytes) {
    long small = module(one.url(), Map.of("min_free_gb", gigabytes));

    assertThat(new SuitableModuleFilter(new LocalPanel(root)).among(List.of(small))).isEmpty();
  }

  @Test
  void amongWhenThereIsJustSoMuchSpaceTakesIt() {
    one.freeSpace(100L << 30);
    long just = module(one.url(), Map.of("min_free_gb", "100"));
    long little = module(one.url(), Map.of("min_free_gb", "101"));

    assertThat(new SuitableModuleFilter(new LocalPanel(root)).among(List.of(just, little)))
        .containsExactly(just);
  }

  @Test
  void amongWhenThereAreNoneIsEmpty() {
    assertThat(new SuitableModuleFilter(new LocalPanel(root)).among(List.of())).isEmpty();
  }

  private long module(URI url) {
    return module(url, Map.of());
  }

  private long module(URI url, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("base_url", url.toString());
    settings.put("nc_username", CloudStandIn.ADMIN);
    return standIn.addModule(settings, Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
  }

  private static boolean meet(String boundary, CountDownLatch asked) {
    if (boundary.startsWith("after")) {
      return true;
    }
    asked.countDown();
    try {
      return asked.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      return false;
    }
  }
}
