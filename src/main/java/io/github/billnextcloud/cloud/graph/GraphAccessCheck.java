package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;
import static io.github.billnextcloud.cloud.graph.GraphRequest.patch;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.AdminRightsProbe;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.NewUserEmailRules;
import io.github.billnextcloud.cloud.SignInProblem;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.UserIdRule;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.cloud.http.CloudCredentials;
import io.github.billnextcloud.cloud.http.CloudCredentials.CredentialKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.http.SessionFile;
import io.github.billnextcloud.cloud.http.Timeouts;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.OptionalLong;

/** Whether our account may administer users there, found out without a change. */
public final class GraphAccessCheck implements AdminRightsProbe {

  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

  private final CloudEndpoint server;
  private final Timeouts patience;
  private final GraphClient client;
  private final String product;

  /**
   * @param product by its own name, as {@link UserIdRule} has it
   */
  public GraphAccessCheck(CloudEndpoint server, String product, Timeouts patience) {
    this(server, product, patience, new GraphClient(server, patience));
  }

  GraphAccessCheck(CloudEndpoint server, String product, Timeouts patience, GraphClient client) {
    this.server = server;
    this.patience = patience;
    this.client = client;
    this.product = product;
  }

  VerifiedAccess check() {
    tryEach(server.credentials());
    UserId actingUser = signIn();
    administerAll(actingUser);
    changeNothing(actingUser);
    return new VerifiedAccess(product + " " + version(), actingUser);
  }

  /** One stands in for the other, so that a wrong one would be noticed when the right one ends. */
  private void tryEach(CloudCredentials all) {
    if (all.kind() == CredentialKind.APP_PASSWORD_AND_PASSWORD) {
      signIn(only(all.withoutPassword()), Sentence.of("purpose.sign_in_app_password"));
      signIn(only(all.withoutAppPassword()), Sentence.of("purpose.sign_in_password"));
    }
  }

  private GraphClient only(CloudCredentials one) {
    return new GraphClient(
        new CloudEndpoint(server.at(), one, server.way(), SessionFile.none()), patience);
  }

  @Override
  public UserId signIn() {
    return signIn(client, Sentence.of("purpose.sign_in"));
  }

  /** Right credentials are refused, too, by a server that starts: its open part does not answer. */
  private static UserId signIn(GraphClient client, Sentence purpose) {
    try {
      GraphUserParser ours = new GraphUserParser(client.send(get(purpose, "me")).fields());
      if (!ours.isWhole()) {
        throw client.notUnderstood(purpose);
      }
      return ours.id();
    } catch (CloudException refused) {
      if (refused.kind() == CloudErrorKind.UNAUTHORIZED && isStarting(client)) {
        throw client.failure(CloudErrorKind.UNREACHABLE, purpose, Sentence.of("cloud.starting"));
      }
      throw refused;
    }
  }

  private static boolean isStarting(GraphClient client) {
    try {
      GraphCapabilities.read(client);
      return false;
    } catch (CloudException silent) {
      return silent.kind() == CloudErrorKind.UNREACHABLE;
    }
  }

  /** Nobody is added to a group that is not there. */
  @Override
  public void administerAll(UserId actingUser) {
    String self = GraphRequest.memberAddress(server, actingUser.stableId().orElseThrow());
    client.send(
        post(Sentence.of("purpose.change_users"), "groups", NOBODY, "members", "$ref")
            .answeredBy(404)
            .with(new JsonObjectBuilder().with("@odata.id", self)));
  }

  /** No drive is given a quota. */
  @Override
  public void changeNothing(UserId actingUser) {
    Sentence purpose = Sentence.of("purpose.change_users");
    if (GraphCapabilities.read(client).forbidsCreation()) {
      throw client.failure(
          CloudErrorKind.FORBIDDEN, purpose, Sentence.of(SignInProblem.MAKES_NOBODY));
    }
    JsonObjectBuilder quota = new JsonObjectBuilder().with("total", 1L << 30);
    client.send(
        patch(purpose, "drives", NOBODY + "$" + NOBODY)
            .answeredBy(404)
            .with(new JsonObjectBuilder().with("quota", quota)));
  }

  /** Where that is switched off, nobody is shown to be enabled. */
  @Override
  public boolean disables(UserId actingUser) {
    return client
        .send(get(Sentence.of("purpose.sign_in"), "users", actingUser.stableId().orElseThrow()))
        .fields()
        .containsKey("accountEnabled");
  }

  @Override
  public OptionalLong largestQuota() {
    return GraphCapabilities.read(client).largestQuota();
  }

  /** There are no such settings: no letter is ever sent, which the product tells. */
  @Override
  public NewUserEmailRules newUserRules() {
    return new NewUserEmailRules(false, true);
  }

  private String version() {
    GraphAnswer status =
        client.send(
            get(Sentence.of("purpose.capabilities"), "status.php")
                .of("")
                .as(new Secret(""))
                .plainly());
    return status.text("productversion");
  }
}
