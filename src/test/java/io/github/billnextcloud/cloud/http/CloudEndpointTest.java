package io.github.billnextcloud.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.secret.Secret;
import org.junit.jupiter.api.Test;

/** Where a cloud is and as whom we work there. */
class CloudEndpointTest {

  @Test
  void toStringWhenPrintedKeepsTheCredentialsToItself() {
    CloudCredentials credentials = CloudCredentials.ofPassword("admin", new Secret("password"));

    CloudEndpoint server =
        new CloudEndpoint(CloudAddress.parse("https://h.org/").orElseThrow(), credentials);

    String header = credentials.authorization().reveal();
    assertThat(server.toString()).doesNotContain(header.substring(6));
  }
}
