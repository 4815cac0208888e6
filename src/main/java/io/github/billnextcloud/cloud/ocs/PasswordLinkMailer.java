package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.UserId;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.ocs.WebInterfaceClient.Page;
import io.github.billnextcloud.text.Sentence;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Has a link to set a password mailed by the page that is there for whoever has forgotten it: no
 * API does that. Recent Nextcloud takes the API's header for it; before, and on ownCloud, it wants
 * what its sign-in page has handed out.
 */
record PasswordLinkMailer(CloudEndpoint server) {

  private static final int FORGED = 412;

  void send(UserId id) {
    Sentence purpose = Sentence.of("change.password_link", id);
    WebInterfaceClient pages = WebInterfaceClient.stranger(server, "pmnextcloud");
    Page answer = pages.json(request(purpose, id).answeredBy(FORGED));
    if (!answer.fields().containsKey("status")) {
      String token =
          token(pages, purpose)
              .orElseThrow(() -> failed(purpose, Sentence.of("cloud.no_lost_password")));
      answer = pages.json(request(purpose, id).with("requesttoken", token).answeredBy(FORGED));
    }
    Map<String, Object> said = answer.fields();
    if (!"success".equals(said.get("status"))) {
      String why = String.valueOf(said.getOrDefault("msg", said.getOrDefault("message", "–")));
      throw failed(purpose, Sentence.of("cloud.answered", why));
    }
  }

  private static OcsRequest request(Sentence purpose, UserId id) {
    return post(purpose, "lostpassword", "email").with("user", id.value());
  }

  private Optional<String> token(WebInterfaceClient pages, Sentence purpose) {
    HttpUrl page = server.base().newBuilder().addPathSegments("index.php/login").build();
    return WebInterfaceClient.requestToken(
        pages.ask(purpose, "GET", page, Optional.empty()).body());
  }

  private CloudException failed(Sentence purpose, Sentence why) {
    return new CloudException(CloudErrorKind.REFUSED, server.failed(purpose, why));
  }
}
