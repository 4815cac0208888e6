package io.github.billnextcloud.command;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.Cloud;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.provisioning.CloudFactory;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.Certificates;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one route when a fault happened to it.
 *
 * @param aimedAt method and path of the request that the fault was aimed at
 * @param failure empty when all went well in the end
 * @param sent method and path of each request that the server received
 * @param isTrue whether the cloud is now as the route was to make it
 */
record Attempt(
    Route route,
    String aimedAt,
    Optional<CommandFailure> failure,
    List<String> sent,
    boolean isTrue) {

  /** Tries it against a server of its own. */
  static Attempt of(Protocol protocol, Route route, Trouble trouble, boolean goesOn) {
    try (CloudStandIn server = server(protocol, trouble)) {
      UserId ann = protocol.settle(server);
      Cloud cloud = cloud(server, route);
      if (protocol == Protocol.LIBREGRAPH) {
        // What it is has been found out before.
        cloud.product();
        server.forgetRequests();
      }
      String request = protocol.request(route.request(protocol), server);
      trouble.arrange(server, cloud, () -> new Aim(request, goesOn));
      Optional<CommandFailure> failure = failureOf(() -> route.askOf(cloud, ann));
      List<String> sent =
          server.requests().stream().map(seen -> seen.method() + " " + seen.path()).toList();
      return new Attempt(route, request, failure, sent, isTrue(route, server));
    }
  }

  private static CloudStandIn server(Protocol protocol, Trouble trouble) {
    return trouble.isPlain()
        ? CloudStandIn.start(protocol.flavour)
        : CloudStandIn.startTls(protocol.flavour, Certificates.get().trusted());
  }

  private static Cloud cloud(CloudStandIn server, Route route) {
    // Another server had this port before; its sessions are kept.
    Map<String, String> settings =
        Map.of(
            "base_url",
            server.url().toString(),
            "nc_username",
            CloudStandIn.ADMIN,
            "no_sessions",
            "on");
    Secret password = new Secret(CloudStandIn.ADMIN_PASSWORD);
    return CloudFactory.of(
        new ProcessingModule(1, settings, Map.of("nc_password", password)),
        route == Route.CHECK ? Timeouts.FORM : Timeouts.OPERATION);
  }

  private static Optional<CommandFailure> failureOf(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (RuntimeException thrown) {
      return Optional.of(CommandFailure.of(thrown));
    }
  }

  private static boolean isTrue(Route route, CloudStandIn server) {
    return switch (route) {
      case CREATE ->
          server
              .account(Users.BOB.value())
              .filter(bob -> bob.quotaBytes().equals(Users.QUOTA.bytes()))
              .filter(bob -> bob.groups().contains("pro"))
              .isPresent();
      case DELETE -> server.account(Users.ANN.value()).isEmpty();
      default -> true;
    };
  }

  /** In the words of the table's cells. */
  String outcome() {
    if (failure.isPresent()) {
      return failure.get().problem().type().replaceFirst("^pmnextcloud_", "");
    }
    boolean isLookedAt = route == Route.CREATE || route == Route.DELETE;
    return isLookedAt ? "looked at" : times() > 1 ? "repeated" : "nothing went wrong";
  }

  /** What a server is, it tells everybody: nobody signs in for that. */
  List<String> sentToTheGuard() {
    return sent.stream()
        .filter(line -> !line.matches("GET /(status\\.php|ocs/v1\\.php/cloud/capabilities)"))
        .toList();
  }

  /** How often the request was sent that the fault was aimed at. */
  long times() {
    return sent.stream().filter(aimedAt::equals).count();
  }
}
