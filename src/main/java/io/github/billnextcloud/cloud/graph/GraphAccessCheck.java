package io.github.billnextcloud.cloud.graph;

import static io.github.billnextcloud.cloud.graph.GraphRequest.get;
import static io.github.billnextcloud.cloud.graph.GraphRequest.patch;
import static io.github.billnextcloud.cloud.graph.GraphRequest.post;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.VerifiedAccess;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;

/** Whether our account may administer users there, found out without a change. */
final class GraphAccessCheck {

  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

  private final GraphClient client;
  private final String product;

  GraphAccessCheck(GraphClient client, String product) {
    this.client = client;
    this.product = product;
  }

  VerifiedAccess check() {
    GraphAnswer self = client.send(get(Sentence.of("purpose.sign_in"), "me"));
    GraphUserReader ours = new GraphUserReader(self.fields());
    if (!ours.isWhole()) {
      throw client.notUnderstood(Sentence.of("purpose.sign_in"));
    }
    UserId actingUser = ours.id();
    Sentence purpose = Sentence.of("purpose.change_users");
    if (UserChangeLimits.read(client).forbidsCreation()) {
      throw client.failure(CloudErrorKind.FORBIDDEN, purpose, Sentence.of("cloud.makes_nobody"));
    }
    changeNothing(actingUser, purpose);
    return new VerifiedAccess(product + " " + version(), actingUser);
  }

  /** Nobody is added to a group that is not there, and no drive is given a quota. */
  private void changeNothing(UserId actingUser, Sentence purpose) {
    String self = GraphRequest.memberAddress(client.server(), actingUser.stable());
    client.send(
        post(purpose, "groups", NOBODY, "members", "$ref")
            .answeredBy(404)
            .with(new JsonObject().with("@odata.id", self)));
    JsonObject quota = new JsonObject().with("total", 1L << 30);
    client.send(
        patch(purpose, "drives", NOBODY + "$" + NOBODY)
            .answeredBy(404)
            .with(new JsonObject().with("quota", quota)));
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
