package io.github.billnextcloud.standin.cloud;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an Authorization header says; a null login means a bearer token. */
record Credentials(String login, String secret) {

  /** Null when there is no header, or one that says nothing the servers would look at. */
  static Credentials of(String header) {
    if (header == null) {
      return null;
    }
    if (header.startsWith("Bearer ")) {
      return new Credentials(null, header.substring(7).strip());
    }
    if (!header.startsWith("Basic ")) {
      return null;
    }
    byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
    String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    return new Credentials(parts[0], parts.length == 2 ? parts[1] : "");
  }

  boolean isBearer() {
    return login == null;
  }

  @Override
  public String toString() {
    return isBearer() ? "Bearer" : "Basic " + login;
  }
}
