package io.github.billnextcloud.provisioning;

import io.github.billnextcloud.billmanager.model.ProcessingModule;
import io.github.billnextcloud.billmanager.model.ServiceParams;
import io.github.billnextcloud.cloud.CloudUser;
import io.github.billnextcloud.cloud.UserId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a customer's programs find the account: params that the customer sees. They are made of
 * address and login alone, and hold no secret; where customers can rename themselves, the id that
 * stays leads there as well. Pure.
 *
 * @param address the cloud's, without a slash at its end
 */
public record CustomerLinks(String address, CloudUser user) {

  /** Where more space is ordered; empty where the processing module's settings do not say. */
  public static Optional<String> toOrder(ProcessingModule module, long item) {
    return Optional.of(module.setting(ServiceParams.ORDER_LINK))
        .filter(link -> link.matches("https?://\\S+"))
        .map(link -> link.replace("{item}", Long.toString(item)));
  }

  /** Where the files of the user are. */
  public static String toFiles(String address, UserId user) {
    String name = user.stableId().orElseGet(() -> encoded(user.value()));
    return address + "/remote.php/dav/files/" + name + "/";
  }

  /** Where those of a project space are, for all who may come in: by its id, as servers tell it. */
  public static String toSpace(String address, String space) {
    return address + "/remote.php/dav/spaces/" + space + "/";
  }

  /** By the names of the service's params. */
  public Map<String, String> params() {
    Map<String, String> params = new LinkedHashMap<>();
    String login = encoded(user.id().value());
    params.put(ServiceParams.WEBDAV, toFiles(address, user.id()));
    if (isNextcloud()) {
      params.put(ServiceParams.PHONE, "nc://login/server:" + address + "&user:" + login);
    }
    return params;
  }

  /** The link is Nextcloud's own; only ownCloud keeps the language to the user. */
  private boolean isNextcloud() {
    return user.profile().isLanguageSettable();
  }

  /** For a path; the apps decode it likewise. */
  private static String encoded(String login) {
    return URLEncoder.encode(login, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%40", "@")
        .replace("*", "%2A");
  }
}
