package io.github.billnextcloud.billmanager;

import io.github.billnextcloud.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The params that a service has saved: {@code username}, {@code userpassword}, {@code url}. */
public record ServiceParams(Map<String, String> plain, Map<String, Secret> crypted) {

  /** ISPsystem's module left passwords among the plain params: they are secrets all the same. */
  public ServiceParams {
    Map<String, String> open = new LinkedHashMap<>(plain);
    Map<String, Secret> hidden = new LinkedHashMap<>();
    plain.forEach((name, value) -> hidden.put(name, new Secret(value)));
    hidden.keySet().removeIf(name -> !name.contains("password"));
    open.keySet().removeAll(hidden.keySet());
    hidden.putAll(crypted);
    plain = Collections.unmodifiableMap(open);
    crypted = Collections.unmodifiableMap(hidden);
  }

  public static final String USERNAME = "username";
  public static final String PASSWORD = "userpassword";
  public static final String URL = "url";

  public Optional<String> find(String name) {
    return Optional.ofNullable(plain.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  public Optional<Secret> findSecret(String name) {
    return Optional.ofNullable(crypted.get(name)).filter(secret -> !secret.isBlank());
  }
}
