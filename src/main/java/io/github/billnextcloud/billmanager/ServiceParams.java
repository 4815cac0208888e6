package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.secret.Secret;
import java.util.Map;
import java.util.Optional;

/** The params that a service has saved: {@code username}, {@code userpassword}, {@code url}. */
public record ServiceParams(Map<String, String> plain, Map<String, Secret> crypted) {

  public static final String USERNAME = "username";
  public static final String PASSWORD = "userpassword";
  public static final String URL = "url";

  public Optional<String> find(String name) {
    return Optional.ofNullable(plain.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A saved secret; ISPsystem's module left the password among the plain params. */
  public Optional<Secret> findSecret(String name) {
    return Optional.ofNullable(crypted.get(name))
        .filter(secret -> !secret.isBlank())
        .or(() -> find(name).map(Secret::new));
  }
}
