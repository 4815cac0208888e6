package io.github.billnextcloud.cloud.graph;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.cloud.NewUser;
import io.github.billnextcloud.cloud.Quota;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.UserProfile;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that takes passwords, and us as its administrator. */
abstract class WithGraphCloud {

  static final Quota GIGABYTE = Quota.ofBytes(1L << 30);

  CloudStandIn server;
  Flavour flavour;

  @BeforeEach
  void start() {
    start(Flavour.INFINITE_SCALE);
  }

  final void start(Flavour flavour) {
    if (server != null) {
      server.close();
    }
    this.flavour = flavour;
    server = CloudStandIn.start(flavour);
    server.takePasswords(true);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final GraphCloud cloud() {
    return cloud(Timeouts.FORM);
  }

  final GraphCloud cloud(Timeouts patience) {
    return cloud(
        CloudCredentials.ofPassword(CloudStandIn.ADMIN, new Secret(CloudStandIn.ADMIN_PASSWORD)),
        patience);
  }

  final GraphCloud cloud(CloudCredentials credentials, Timeouts patience) {
    CloudAddress at = CloudAddress.parse(server.url().toString()).orElseThrow();
    return new GraphCloud(new CloudEndpoint(at, credentials), UserIdRule.INFINITE_SCALE, patience);
  }

  /** The administrator by an app token. */
  final GraphCloud byToken(String token) {
    Secret none = new Secret("");
    return cloud(
        new CloudCredentials(CloudStandIn.ADMIN, none, new Secret(token), none), Timeouts.FORM);
  }

  /** One who has signed in once, known by name and stable id. */
  final UserId there(String name) {
    Account account = server.addAccount(name);
    account.setPassword("Word-of-" + name);
    account.setQuota("1073741824");
    server.signInOnce(account);
    return new UserId(name, account.stableId());
  }

  static NewUser newUser(String name, Quota quota) {
    return new NewUser(
        new UserId(name),
        new Secret("Word-of-" + name),
        quota,
        new UserProfile("", "Ann", "ru"),
        Set.of());
  }

  final List<String> writes() {
    return server.writes().stream().map(Request::route).toList();
  }
}
