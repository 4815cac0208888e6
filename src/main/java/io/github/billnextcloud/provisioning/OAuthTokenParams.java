package io.github.billnextcloud.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.billnextcloud.address.CloudAddress;
import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.cloud.http.OAuthTokenPair;
import io.github.billnextcloud.secret.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What OAuth has granted, as params of a processing module. */
public final class OAuthTokenParams {

  /** What is saved when there is none. */
  public static final Map<String, Secret> NONE =
      Map.of(
          ProcessingModule.OAUTH_ACCESS, new Secret(""),
          ProcessingModule.OAUTH_REFRESH, new Secret(""));

  private OAuthTokenParams() {}

  /**
   * What is kept of a module; empty when nothing was ever granted, and when that was at another
   * address or to another login than the module's are now.
   */
  public static Optional<OAuthTokenPair> of(ProcessingModule module) {
    return OAuthTokenPair.parse(
            module.secret(ProcessingModule.OAUTH_ACCESS),
            module.secret(ProcessingModule.OAUTH_REFRESH))
        .filter(grant -> grant.id().endsWith(binding(module)));
  }

  /** The id of a consent, by which it is known for whom and where it was given. */
  public static String boundTo(ProcessingModule module, String consent) {
    return consent + binding(module);
  }

  private static String binding(ProcessingModule module) {
    String address = module.setting("base_url");
    String whose =
        CloudAddress.parse(address).map(CloudAddress::toString).orElse(address)
            + "\n"
            + module.setting("nc_username").toLowerCase(Locale.ROOT);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(whose.getBytes(UTF_8));
      return "." + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** To be saved together. */
  public static Map<String, Secret> of(OAuthTokenPair grant) {
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
