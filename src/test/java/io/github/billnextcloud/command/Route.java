package io.github.billnextcloud.command;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.provisioning.Provisioner;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the program asks of the cloud, each with the request that a fault is aimed at. */
enum Route {
  FIND_USER("GET users/{ann}", "GET users/{ann}", Cloud::findUser),
  SET_QUOTA(
      "PUT users/{ann}", "PATCH drives/{drive}", (cloud, ann) -> cloud.setQuota(ann, Users.QUOTA)),
  SET_EMAIL(
      "PUT users/{ann}",
      "PATCH users/{ann}",
      (cloud, ann) -> cloud.setEmail(ann, "ann@example.org")),
  SET_DISPLAY_NAME(
      "PUT users/{ann}", "PATCH users/{ann}", (cloud, ann) -> cloud.setDisplayName(ann, "Ann")),
  /** Over LibreGraph nobody but the user sets it. */
  SET_LANGUAGE("PUT users/{ann}", "", (cloud, ann) -> cloud.setLanguage(ann, "de")),
  JOIN_GROUP(
      "POST users/{ann}/groups",
      "POST groups/pro/members/$ref",
      (cloud, ann) -> cloud.joinGroup(ann, "pro")),
  LEAVE_GROUP(
      "DELETE users/{ann}/groups",
      "DELETE groups/{basic}/members/{ann}/$ref",
      (cloud, ann) -> cloud.leaveGroup(ann, "basic")),
  ENABLE_USER("PUT users/{ann}/enable", "PATCH users/{ann}", Cloud::enableUser),
  DISABLE_USER("PUT users/{ann}/disable", "PATCH users/{ann}", Cloud::disableUser),
  CREATE("POST users", "POST users", (cloud, ann) -> create(cloud)),
  DELETE("DELETE users/{ann}", "DELETE users/{ann}", Route::delete),
  /** The connection test: a person waits for it. */
  CHECK("GET user", "GET me", (cloud, ann) -> cloud.checkAccess());

  private final Map<Protocol, String> requests;
  private final BiConsumer<Cloud, UserId> call;

  Route(String ocs, String graph, BiConsumer<Cloud, UserId> call) {
    this.requests = Map.of(Protocol.OCS, ocs, Protocol.LIBREGRAPH, graph);
    this.call = call;
  }

  private static void create(Cloud cloud) {
    Provisioner provisioner = new Provisioner(cloud, false);
    CloudUser bob = provisioner.create(Users.bob(), Users.PROOF, id -> false);
    provisioner.complete(Users.bob(), bob);
  }

  private static void delete(Cloud cloud, UserId id) {
    Provisioner provisioner = new Provisioner(cloud, false);
    provisioner.findOwn(Users.owner(id)).ifPresent(provisioner::delete);
  }

  /** The request that a fault is aimed at, with ids in braces; empty when there is none. */
  String request(Protocol protocol) {
    return requests.get(protocol);
  }

  /** What has no body cannot come by half. */
  boolean canSuffer(String fault, Protocol protocol) {
    boolean bare =
        protocol == Protocol.LIBREGRAPH && Set.of(JOIN_GROUP, LEAVE_GROUP).contains(this);
    return !request(protocol).isEmpty() && !(bare && fault.equals("200 with half an answer"));
  }

  void askOf(Cloud cloud, UserId ann) {
    call.accept(cloud, ann);
  }

  /** Whether the cloud's API has answered at the address before that request. */
  boolean comesAfterALook(Protocol protocol) {
    return this == DELETE
        || protocol == Protocol.LIBREGRAPH && Set.of(SET_QUOTA, LEAVE_GROUP, CREATE).contains(this);
  }

  /** The column that tells what comes of a fault that happens once. */
  String column(Protocol protocol) {
    return switch (this) {
      case FIND_USER -> ErrorsTable.ONCE_TO_LOOK;
      case CREATE -> ErrorsTable.ONCE_TO_CREATE;
      case DELETE -> ErrorsTable.ONCE_TO_DELETE;
      // A person waits: what happens once is told as if it went on.
      case CHECK -> protocol == Protocol.OCS ? ErrorsTable.GOES_ON : ErrorsTable.CONNECTION_TEST;
      default -> ErrorsTable.ONCE_TO_CHANGE;
    };
  }
}
