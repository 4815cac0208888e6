package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.delete;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;

import io.github.billnextcloud.cloud.AppPasswordIssuer;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;

/** Nextcloud's: one is named by who asks for it, and takes itself back. */
public final class NextcloudAppPasswordIssuer implements AppPasswordIssuer {

  private final CloudEndpoint server;
  private final OcsClient client;
  private final String name;

  /**
   * @param name by which people find one among their account's devices
   */
  public NextcloudAppPasswordIssuer(CloudEndpoint server, String name) {
    this.server = server;
    this.client = new OcsClient(server, Timeouts.OPERATION);
    this.name = name;
  }

  @Override
  public Secret issue() {
    Sentence purpose = Sentence.of("purpose.issue");
    OcsRequest request = get(purpose, "getapppassword").of("core").named(name).once();
    Object made = client.send(request).fields().get("apppassword");
    if (made == null) {
      throw new CloudException(
          CloudErrorKind.NOT_UNDERSTOOD,
          server.failed(purpose, Sentence.of("cloud.no_app_password")));
    }
    return new Secret(made.toString());
  }

  @Override
  public boolean revoke(String login, Secret appPassword) {
    try {
      client.send(
          delete(Sentence.of("purpose.revoke"), "apppassword")
              .of("core")
              .as(CloudCredentials.basic(login, appPassword)));
    } catch (CloudException refused) {
      if (refused.kind() != CloudErrorKind.UNAUTHORIZED) {
        throw refused;
      }
    }
    return true;
  }
}
