package io.github.billnextcloud.operator.connect;

import io.github.billnextcloud.text.Sentence;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person has copied from the browser.
 *
 * @param typed the address to which it was sent, or the code alone
 */
record OAuthRedirectInput(String typed) {

  /**
   * @param state what was sent along, and has to come back where an address was typed
   */
  String code(String state) {
    String answer = typed.strip();
    if (!answer.contains("=")) {
      return answer;
    }
    Map<String, String> fields =
        fields(answer.replaceFirst("^[^?]*\\?", "").replaceFirst("#.*", ""));
    if (!state.equals(fields.get("state"))) {
      throw new CredentialSetupException(Sentence.of("connect.oauth_other_state"));
    }
    return Optional.ofNullable(fields.get("code"))
        .filter(code -> !code.isEmpty())
        .orElseThrow(
            () ->
                new CredentialSetupException(
                    Sentence.of("connect.oauth_denied", fields.getOrDefault("error", "-"))));
  }

  private static Map<String, String> fields(String query) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : query.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], pair.length == 2 ? decoded(pair[1]) : "");
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
