package io.github.billnextcloud.cloud.ocs;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.TeamKey;
import io.github.billnextcloud.cloud.TeamSpaces;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.standin.cloud.TeamFolder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A Nextcloud that has the app "Team folders". */
abstract class WithTeamFolders {

  static final String VERSIONS = "io.github.billnextcloud.cloud.ocs.WithTeamFolders#versions";

  static final String GROUP = "team-7-k3v9x2";
  static final Quota POOL = Quota.ofBytes(10L << 30);
  static final TeamKey ACME = new TeamKey(GROUP, Optional.empty(), "Acme & Сыновья");

  CloudStandIn server;

  static List<Flavour> versions() {
    return List.of(Flavour.NEXTCLOUD_28, Flavour.NEXTCLOUD_29, Flavour.NEXTCLOUD_34);
  }

  final void start(Flavour flavour) {
    stop();
    server = CloudStandIn.start(flavour);
    server.enableTeamFolders();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  final OcsCloud cloud() {
    CloudCredentials credentials =
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD));
    return cloud(credentials);
  }

  final OcsCloud cloud(CloudCredentials credentials) {
    CloudAddress at = CloudAddress.parse(server.url().toString()).orElseThrow();
    return new OcsCloud(new CloudEndpoint(at, credentials), Timeouts.FORM);
  }

  final TeamSpaces teams() {
    return cloud().teamSpaces().orElseThrow();
  }

  static TeamKey onRecord(String id) {
    return new TeamKey(GROUP, Optional.of(id), ACME.name());
  }

  /** One that is not ours, by the administrator's hand. */
  final TeamFolder folder(String name, String... groups) {
    TeamFolder folder = server.addTeamFolder(name);
    List.of(groups).forEach(group -> folder.groups().put(group, 31));
    return folder;
  }

  /** All folders as lines: "1 Acme 10737418240 {team-7=31}". */
  final List<String> folders() {
    return server.teamFolders().stream()
        .map(it -> it.id() + " " + it.mountPoint() + " " + it.quota() + " " + it.groups())
        .toList();
  }

  final List<String> writes() {
    return server.writes().stream().map(Request::line).toList();
  }
}
