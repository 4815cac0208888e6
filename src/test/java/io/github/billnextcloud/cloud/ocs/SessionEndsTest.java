package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionSettings;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a server ends what it knows of us, reading and changing go on unseen. */
class SessionEndsTest {

  private static final UserId ANN = new UserId("ann");
  private static final Secret NONE = new Secret("");

  @TempDir private Path var;

  private CloudStandIn knowing;

  private Instant now = Instant.parse("2026-11-26T12:00:00Z");

  /** What a server does, by a name that a failed test can show. */
  private record End(String name, Consumer<CloudStandIn> happens, Duration weNotice) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Set<End> ENDS =
      Set.of(
          new End("nothing", cloud -> {}, Duration.ZERO),
          new End("half an hour", cloud -> cloud.later(Duration.ofMinutes(31)), Duration.ZERO),
          new End(
              "half an hour, seen by us, too",
              cloud -> cloud.later(Duration.ofMinutes(31)),
              Duration.ofMinutes(31)),
          new End("a day", cloud -> cloud.later(Duration.ofHours(25)), Duration.ofHours(25)),
          new End(
              "a day that we did not see",
              cloud -> cloud.later(Duration.ofHours(25)),
              Duration.ZERO),
          new End("files", CloudStandIn::collectSessionFiles, Duration.ZERO),
          new End(
              "rows",
              cloud -> {
                cloud.deleteSessionRows();
                cloud.later(Duration.ofSeconds(11));
              },
              Duration.ZERO),
          new End(
              "app passwords",
              cloud -> {
                cloud.deleteAppPasswords();
                cloud.later(Duration.ofSeconds(11));
              },
              Duration.ZERO));

  static Stream<Arguments> ends() {
    return Flavour.ofOcs().stream()
        .flatMap(
            flavour ->
                ENDS.stream()
                    .flatMap(
                        end -> Stream.of(true, false).map(app -> Arguments.of(flavour, end, app))));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void roundWhenTheServerEndsItGoesOn(Flavour flavour, End end, boolean app) {
    try (CloudStandIn stand = CloudStandIn.start(flavour)) {
      stand.addAccount("ann");
      OcsCloud cloud = cloud(stand, app, Timeouts.ROUND);
      work(cloud, "before");
      end.happens().accept(stand);
      now = now.plus(end.weNotice());

      work(cloud, "after");

      assertThat(stand.account("after")).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void eventsWhenTheServerEndsTheirSessionGoOn(Flavour flavour, End end, boolean app) {
    try (CloudStandIn stand = CloudStandIn.start(flavour)) {
      stand.addAccount("ann");
      for (int event = 0; event < 4; event++) {
        work(cloud(stand, app, Timeouts.OPERATION), "before" + event);
      }
      end.happens().accept(stand);
      now = now.plus(end.weNotice());

      work(cloud(stand, app, Timeouts.OPERATION), "after");
      work(cloud(stand, app, Timeouts.OPERATION), "later");

      assertThat(stand.account("later")).isPresent();
    }
  }

  /** Each row shows among the administrator's devices. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void eventsWhenThereAreManyLeaveFewRows(Flavour flavour) {
    for (boolean app : new boolean[] {true, false}) {
      try (CloudStandIn stand = CloudStandIn.start(flavour)) {
        stand.addAccount("ann");
        for (int event = 0; event < 200; event++) {
          OcsCloud cloud = cloud(stand, app, Timeouts.OPERATION);
          cloud.findUser(ANN);
          cloud.disableUser(ANN);
          stand.later(Duration.ofMinutes(2));
          now = now.plus(Duration.ofMinutes(2));
        }

        assertThat(stand.tokenRows(CloudStandIn.ADMIN)).isLessThanOrEqualTo(10);
      }
    }
  }

  /** A team is one event, and each of its members a look, a change and a look. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void eventWhenItGoesOnAndOnIsLetInByASession(Flavour flavour) {
    assertLetInByASession(
        flavour,
        30,
        cloud -> {
          cloud.findUser(ANN);
          cloud.disableUser(ANN);
          cloud.findUser(ANN);
        });
  }

  /** A team that is suspended is looked at by pages, and then it is all changes. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void eventWhenItChangesManyIsLetInByASession(Flavour flavour) {
    assertLetInByASession(flavour, 60, cloud -> cloud.disableUser(ANN));
  }

  private void assertLetInByASession(Flavour flavour, int members, Consumer<OcsCloud> work) {
    try (CloudStandIn stand = CloudStandIn.start(flavour)) {
      stand.addAccount("ann");
      OcsCloud cloud = cloud(stand, false, Timeouts.OPERATION);
      for (int member = 0; member < members; member++) {
        work.accept(cloud);
      }

      assertThat(stand.passwordChecks()).isLessThan(15);
      assertThat(stand.tokenRows(CloudStandIn.ADMIN)).isLessThanOrEqualTo(1);
    }
  }

  /** ownCloud shows users one by one, and keeps no session for that alone. */
  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void roundWhenItReadsManyIsLetInByASession(Flavour flavour) {
    try (CloudStandIn stand = CloudStandIn.start(flavour)) {
      List<UserId> all =
          IntStream.range(0, 60).mapToObj(number -> new UserId("user" + number)).toList();
      all.forEach(id -> stand.addAccount(id.value()));
      List<CloudUser> read = Collections.synchronizedList(new ArrayList<>());

      cloud(stand, false, Timeouts.ROUND).readUsers(all, read::add);

      assertThat(read).hasSizeGreaterThanOrEqualTo(all.size());
      assertThat(stand.passwordChecks()).isLessThan(15);
    }
  }

  private static void work(OcsCloud cloud, String fresh) {
    assertThat(cloud.findUser(ANN)).isPresent();
    cloud.disableUser(ANN);
    cloud.enableUser(ANN);
    cloud.createUser(
        new NewUser(
            new UserId(fresh),
            new Secret("Pass-word-of-" + fresh),
            Quota.UNLIMITED,
            new UserProfile("", "", ""),
            Set.of()));
    assertThat(cloud.findUser(new UserId(fresh))).isPresent();
  }

  private OcsCloud cloud(CloudStandIn stand, boolean app, Timeouts patience) {
    CloudAddress at = new CloudAddress(HttpUrl.get(stand.url().toString()));
    Secret appPassword = app ? new Secret("app-word-of-the-stand-in") : NONE;
    if (app && knowing != stand) {
      stand.appPassword(appPassword.reveal());
      knowing = stand;
    }
    CloudCredentials credentials =
        new CloudCredentials(
            CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD), appPassword, NONE);
    CloudEndpoint server =
        new CloudEndpoint(
            at,
            credentials,
            ConnectionSettings.usual(),
            SessionFile.in(var.resolve("sessions"), OptionalLong.of(3), at, credentials));
    return new OcsCloud(server, new OcsClient(server, patience, () -> now));
  }
}
