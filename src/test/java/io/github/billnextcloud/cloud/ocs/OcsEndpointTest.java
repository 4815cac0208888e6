package io.github.billnextcloud.cloud.ocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.secret.Secret;
import org.junit.jupiter.api.Test;

/** Where a cloud is and as whom we work there. */
class OcsEndpointTest {

  @Test
  void toStringWhenPrintedKeepsTheCredentialsToItself() {
    Secret credentials = OcsEndpoint.basic("admin", new Secret("password"));

    OcsEndpoint server =
        new OcsEndpoint(CloudAddress.parse("https://h.org/").orElseThrow(), credentials);

    assertThat(server.toString()).doesNotContain(credentials.reveal().substring(6));
  }
}
