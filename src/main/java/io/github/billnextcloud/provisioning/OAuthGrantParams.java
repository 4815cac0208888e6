package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.http.OAuthGrant;
import io.github.billnextcloud.secret.Secret;
import java.util.Map;
import java.util.Optional;

/** What OAuth has granted, as params of a processing module. */
public final class OAuthGrantParams {

  /** What is saved when there is none. */
  public static final Map<String, Secret> NONE =
      Map.of(
          ProcessingModule.OAUTH_ACCESS, new Secret(""),
          ProcessingModule.OAUTH_REFRESH, new Secret(""));

  private OAuthGrantParams() {}

  /** What is kept of a module; empty when nothing was ever granted. */
  public static Optional<OAuthGrant> of(ProcessingModule module) {
    return OAuthGrant.parse(
        module.secret(ProcessingModule.OAUTH_ACCESS),
        module.secret(ProcessingModule.OAUTH_REFRESH));
  }

  /** To be saved together. */
  public static Map<String, Secret> of(OAuthGrant grant) {
    return Map.of(
        ProcessingModule.OAUTH_ACCESS, grant.accessText(),
        ProcessingModule.OAUTH_REFRESH, grant.refresh());
  }

  /** The same module with these. */
  public static ProcessingModule in(ProcessingModule module, Map<String, Secret> params) {
    ProcessingModule other = module;
    for (Map.Entry<String, Secret> param : params.entrySet()) {
      other = other.withSecret(param.getKey(), param.getValue());
    }
    return other;
  }
}
