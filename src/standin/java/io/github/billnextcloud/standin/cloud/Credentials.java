package io.github.billnextcloud.standin.cloud;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an Authorization header says; a null login means a token. */
record Credentials(String scheme, String login, String secret) {

  /** Null when there is no header, or one that says nothing the servers would look at. */
  static Credentials of(String header) {
    if (header == null) {
      return null;
    }
    String[] words = header.split(" ", 2);
    String rest = words.length == 2 ? words[1].strip() : "";
    if (words[0].equals("Bearer") || words[0].equals("token")) {
      return new Credentials(words[0], null, rest);
    }
    if (!words[0].equals("Basic")) {
      return null;
    }
    byte[] decoded = Base64.getDecoder().decode(rest);
    String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    return new Credentials("Basic", parts[0], parts.length == 2 ? parts[1] : "");
  }

  boolean isBasic() {
    return login != null;
  }

  /** Not ownCloud's own scheme for app passwords. */
  boolean isBearer() {
    return scheme.equals("Bearer");
  }

  @Override
  public String toString() {
    return isBasic() ? "Basic " + login : scheme;
  }
}
