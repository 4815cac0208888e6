package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.secret.Secret;
import io.github.billnextcloud.text.Sentence;
import java.util.Map;
import java.util.Optional;

/**
 * Nextcloud's login flow v2: somebody grants us an app password in any browser, and it is fetched
 * once. The page is open for 20 minutes.
 *
 * @param page where it is granted
 * @param ticket by which it is fetched
 */
public record LoginFlowV2(WebInterfaceClient pages, String page, Secret ticket) {

  /** What was granted, and by whom. */
  public record GrantedLogin(String login, Secret appPassword) {}

  /**
   * @param name by which people find it among their account's devices
   */
  public static LoginFlowV2 begin(CloudEndpoint server, String name) {
    WebInterfaceClient pages = WebInterfaceClient.stranger(server, name);
    Sentence purpose = Sentence.of("purpose.browser_login");
    Map<String, Object> begun = pages.json(post(purpose, "login", "v2")).fields();
    Object ticket = OcsAnswer.asMap(begun.get("poll")).get("token");
    if (begun.get("login") == null || ticket == null) {
      throw new CloudException(
          CloudErrorKind.NOT_UNDERSTOOD,
          server.failed(purpose, Sentence.of("cloud.no_browser_login")));
    }
    return new LoginFlowV2(pages, begun.get("login").toString(), new Secret(ticket.toString()));
  }

  /** Asked at our own address, whatever the server calls itself; empty while nobody has granted. */
  public Optional<GrantedLogin> poll() {
    Map<String, Object> granted =
        pages
            .json(
                post(Sentence.of("purpose.browser_login"), "login", "v2", "poll")
                    .with("token", ticket.reveal()))
            .fields();
    return granted.get("appPassword") == null
        ? Optional.empty()
        : Optional.of(
            new GrantedLogin(
                String.valueOf(granted.get("loginName")),
                new Secret(granted.get("appPassword").toString())));
  }
}
