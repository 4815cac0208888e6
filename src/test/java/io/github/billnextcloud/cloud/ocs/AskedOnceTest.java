package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.ConnectionSettings;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operation knows already it does not ask again: a team has hundreds of members. */
class AskedOnceTest {

  private static final UserId ANN = new UserId("ann");

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void productWhenToldIsNotAskedForAgain(Flavour flavour) {
    try (CloudStandIn stand = CloudStandIn.start(flavour)) {
      OcsCloud cloud = cloud(stand);

      assertThat(cloud.product()).isEqualTo(cloud.product());

      assertThat(stand.requestCount()).isOne();
    }
  }

  @ParameterizedTest
  @MethodSource(Flavour.OF_OCS)
  void isMarkedWhenJustLookedAtIsToldByThatLook(Flavour flavour) {
    try (CloudStandIn stand = CloudStandIn.start(flavour)) {
      stand.addAccount("ann");
      stand.addAccount("bob");
      OcsCloud cloud = cloud(stand);
      cloud.findUser(ANN);
      long before = stand.requestCount();

      assertThat(cloud.isMarked(ANN, new Secret("a mark"))).isFalse();
      assertThat(stand.requestCount()).isEqualTo(before);

      assertThat(cloud.isMarked(new UserId("bob"), new Secret("a mark"))).isFalse();
      assertThat(stand.requestCount()).isEqualTo(before + 1);
    }
  }

  private static OcsCloud cloud(CloudStandIn stand) {
    CloudCredentials credentials =
        new CloudCredentials(
            CloudStandIn.ADMIN,
            new Secret(CloudStandIn.ADMIN_PASSWORD),
            new Secret(""),
            new Secret(""));
    return new OcsCloud(
        new CloudEndpoint(
            new CloudAddress(HttpUrl.get(stand.url().toString())),
            credentials,
            ConnectionSettings.usual(),
            SessionFile.none()),
        Timeouts.OPERATION);
  }
}
