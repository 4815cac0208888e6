package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.delete;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.AppPasswordIssuer;
import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * ownCloud's: made on a page of the account's settings, in a session, and taken back there by a
 * number. Of one that was made in an earlier run the number is found by its name.
 */
public final class OwncloudAppPasswordIssuer implements AppPasswordIssuer {

  private static final String[] PAGE = {"settings", "personal", "authtokens"};

  private final CloudEndpoint server;
  private final WebInterfaceClient pages;
  private final String name;

  /** The numbers of those that were made here. */
  private final Map<Secret, String> issued = new LinkedHashMap<>();

  private boolean isSignedIn;

  /**
   * @param name by which people find one among their account's devices
   */
  public OwncloudAppPasswordIssuer(CloudEndpoint server, String name) {
    this.server = server;
    this.pages = WebInterfaceClient.signedIn(server, name);
    this.name = name;
  }

  @Override
  public Secret issue() {
    Sentence purpose = Sentence.of("purpose.issue");
    signIn(purpose);
    Map<String, Object> made = pages.json(post(purpose, PAGE).with("name", name)).fields();
    Object id = OcsAnswer.asMap(made.get("deviceToken")).get("id");
    if (made.get("token") == null || id == null) {
      throw new CloudException(
          CloudErrorKind.NOT_UNDERSTOOD,
          server.failed(purpose, Sentence.of("cloud.no_app_password")));
    }
    Secret secret = new Secret(made.get("token").toString());
    issued.put(secret, id.toString());
    return secret;
  }

  @Override
  public boolean revoke(String login, Secret appPassword) {
    Sentence purpose = Sentence.of("purpose.revoke");
    signIn(purpose);
    List<String> ids =
        issued.containsKey(appPassword) ? List.of(issued.get(appPassword)) : former(purpose);
    ids.forEach(id -> pages.json(delete(purpose, PAGE[0], PAGE[1], PAGE[2], id)));
    return !ids.isEmpty();
  }

  private List<String> former(Sentence purpose) {
    return pages.json(get(purpose, PAGE)).list().stream()
        .map(OcsAnswer::asMap)
        .filter(device -> name.equals(device.get("name")) && isApp(device))
        .map(device -> String.valueOf(device.get("id")))
        .filter(id -> !issued.containsValue(id))
        .toList();
  }

  @Override
  public void close() {
    if (isSignedIn) {
      pages.signOut();
      isSignedIn = false;
    }
  }

  private static boolean isApp(Map<String, Object> device) {
    return "1".equals(String.valueOf(device.get("type")));
  }

  /** The second request makes the session one that the page knows. */
  private void signIn(Sentence purpose) {
    if (!isSignedIn) {
      pages.ocs(get(purpose, "user"));
      isSignedIn = true;
      pages.ocs(get(purpose, "user"));
    }
  }
}
