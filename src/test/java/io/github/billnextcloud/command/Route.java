package io.github.billnextcloud.command;

import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.provisioning.Provisioner;
import java.util.function.Consumer;

/** What the program asks of the cloud, each with the request that a fault is aimed at. */
enum Route {
  FIND_USER("GET users/ann", cloud -> cloud.findUser(Users.ANN)),
  SET_QUOTA("PUT users/ann", cloud -> cloud.setQuota(Users.ANN, Users.QUOTA)),
  SET_EMAIL("PUT users/ann", cloud -> cloud.setEmail(Users.ANN, "ann@example.org")),
  SET_DISPLAY_NAME("PUT users/ann", cloud -> cloud.setDisplayName(Users.ANN, "Ann")),
  SET_LANGUAGE("PUT users/ann", cloud -> cloud.setLanguage(Users.ANN, "de")),
  JOIN_GROUP("POST users/ann/groups", cloud -> cloud.joinGroup(Users.ANN, "pro")),
  LEAVE_GROUP("DELETE users/ann/groups", cloud -> cloud.leaveGroup(Users.ANN, "basic")),
  ENABLE_USER("PUT users/ann/enable", cloud -> cloud.enableUser(Users.ANN)),
  DISABLE_USER("PUT users/ann/disable", cloud -> cloud.disableUser(Users.ANN)),
  CREATE(
      "POST users",
      cloud -> new Provisioner(cloud, false).create(Users.bob(), Users.PROOF, id -> false)),
  DELETE("DELETE users/ann", Route::delete),
  /** The connection test: a person waits for it. */
  CHECK("GET user", Cloud::checkAccess);

  private final String request;
  private final Consumer<Cloud> call;

  Route(String request, Consumer<Cloud> call) {
    this.request = request.replace(" ", " /ocs/v1.php/cloud/");
    this.call = call;
  }

  private static void delete(Cloud cloud) {
    Provisioner provisioner = new Provisioner(cloud, false);
    provisioner.findOwn(Users.owner(Users.ANN)).ifPresent(provisioner::delete);
  }

  /** Method and path of the request that a fault is aimed at. */
  String request() {
    return request;
  }

  void askOf(Cloud cloud) {
    call.accept(cloud);
  }

  /** The column that tells what comes of a fault that happens once. */
  String column() {
    return switch (this) {
      case FIND_USER -> ErrorsTable.ONCE_TO_LOOK;
      case CREATE -> ErrorsTable.ONCE_TO_CREATE;
      case DELETE -> ErrorsTable.ONCE_TO_DELETE;
      // A person waits: what happens once is told as if it went on.
      case CHECK -> ErrorsTable.GOES_ON;
      default -> ErrorsTable.ONCE_TO_CHANGE;
    };
  }
}
