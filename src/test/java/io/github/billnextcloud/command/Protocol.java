package io.github.billnextcloud.command;

import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;

/** In which language a cloud is asked; each has a table of its own. */
enum Protocol {
  OCS("fault", Flavour.NEXTCLOUD_34, "/ocs/v1.php/cloud/"),
  LIBREGRAPH("fault over LibreGraph", Flavour.INFINITE_SCALE, "/graph/v1.0/");

  /** The name of its table's first column. */
  final String table;

  final Flavour flavour;
  private final String root;

  Protocol(String table, Flavour flavour, String root) {
    this.table = table;
    this.flavour = flavour;
    this.root = root;
  }

  /** Ann, of the group basic, as the cloud knows her. */
  UserId settle(CloudStandIn server) {
    server.takePasswords(true);
    server.addGroup("pro");
    server.addGroup("basic");
    Account ann = server.addAccount(Users.ANN.value());
    ann.groups().add("basic");
    if (this == OCS) {
      return Users.ANN;
    }
    server.signInOnce(ann);
    return new UserId(ann.id(), ann.stableId());
  }

  /** Method and path, of one in which ids are written in braces. */
  String request(String route, CloudStandIn server) {
    Account ann = server.account(Users.ANN.value()).orElseThrow();
    return route
        .replace(" ", " " + root)
        .replace("{ann}", this == OCS ? ann.id() : ann.stableId())
        .replace("{drive}", String.valueOf(ann.drive()))
        .replace("{basic}", server.groupId("basic"));
  }
}
