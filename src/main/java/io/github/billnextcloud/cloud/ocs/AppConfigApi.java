package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.privacy.AppSetting;
import io.github.billnextcloud.cloud.privacy.GroupSwitches;
import io.github.billnextcloud.cloud.privacy.NeighbourSettings;
import io.github.billnextcloud.cloud.privacy.NextcloudNeighbourSettings;
import io.github.billnextcloud.cloud.privacy.OwncloudNeighbourSettings;
import io.github.billnextcloud.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the apps of a cloud are told by its administrator. */
public final class AppConfigApi {

  private static final String API = "apps/provisioning_api/api/v1";
  private static final String AGENT = "pmnextcloud";

  private static final Pattern QUOTA_OF_DIRECTORY =
      Pattern.compile("(s\\d+)?ldap_quota_(attr|def)|provider-\\d+-mappingQuota|.*quota_mapping");

  private final OcsClient client;

  public AppConfigApi(OcsClient client) {
    this.client = client;
  }

  /** Nextcloud's, which are read one by one; unset and empty are one answer, but for the list. */
  public NeighbourSettings ofNextcloud(int generation) {
    List<String> set = keys("core");
    Map<String, String> values = new LinkedHashMap<>();
    Stream.concat(
            NextcloudNeighbourSettings.CLOSING.stream().map(AppSetting::name),
            NextcloudNeighbourSettings.READ.stream())
        .forEach(
            name -> {
              String[] parts = name.split("/", 2);
              boolean ofCore = parts[0].equals("core");
              if (!ofCore || set.contains(parts[1])) {
                value(parts[0], parts[1])
                    .filter(value -> ofCore || !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
              }
            });
    return new NextcloudNeighbourSettings(generation, values);
  }

  /** ownCloud's, which everybody reads at once. */
  public NeighbourSettings ofOwncloud() {
    Map<String, Object> all =
        client.send(get(Sentence.of("purpose.capabilities"), "capabilities")).fields();
    Map<String, Object> sharing =
        OcsAnswer.asMap(OcsAnswer.asMap(all.get("capabilities")).get("files_sharing"));
    return new OwncloudNeighbourSettings(
        isOn(sharing, "share_with_group_members_only"),
        isOn(sharing, "share_with_membership_groups_only"));
  }

  private static boolean isOn(Map<String, Object> fields, String name) {
    return Boolean.parseBoolean(String.valueOf(fields.get(name)));
  }

  private List<String> keys(String app) {
    OcsAnswer answer =
        client.send(get(Sentence.of("purpose.app_settings"), "config", "apps", app).of(API));
    return OcsAnswer.asTexts(answer.fields().get("data"));
  }

  /** Empty where the server does not tell. */
  public Optional<String> value(String app, String key) {
    OcsAnswer answer =
        client.send(
            get(Sentence.of("purpose.app_settings"), "config", "apps", app, key)
                .of(API)
                .answeredBy(403, 404, 998));
    return answer.isOk()
        ? Optional.of(String.valueOf(answer.fields().getOrDefault("data", "")))
        : Optional.empty();
  }

  /**
   * Settings by which a directory or a single sign-on writes its own quota over ours with each
   * sign-in, as Nextcloud's apps for them keep them.
   */
  public List<String> quotasOfDirectories() {
    List<String> found = new ArrayList<>();
    for (String app : List.of("user_ldap", "user_oidc", "user_saml")) {
      for (String key : keys(app)) {
        if (QUOTA_OF_DIRECTORY.matcher(key).matches()
            && value(app, key).filter(it -> !it.isBlank()).isPresent()) {
          found.add(app + " " + key);
        }
      }
    }
    return found;
  }

  /** What its apps are told of groups, and whose its external storages are. */
  public GroupSwitches switches(CloudEndpoint server) {
    Map<String, String> values = new LinkedHashMap<>(storages(server));
    for (String name : GroupSwitches.READ) {
      String[] parts = name.split("/", 2);
      value(parts[0], parts[1]).ifPresent(value -> values.put(name, value));
    }
    return new GroupSwitches(values);
  }

  /** A page of the app, which answers without an envelope, and to administrators alone. */
  private static Map<String, String> storages(CloudEndpoint server) {
    OcsRequest page =
        get(Sentence.of("purpose.external_storages"), "apps", "files_external", "globalstorages")
            .answeredBy(302, 303, 401, 403, 405, 412);
    Map<String, String> groups = new LinkedHashMap<>();
    WebInterfaceClient.signedIn(server, AGENT)
        .json(page)
        .fields()
        .values()
        .forEach(
            storage ->
                OcsAnswer.asTexts(OcsAnswer.asMap(storage).get("applicableGroups"))
                    .forEach(group -> groups.put("files_external/" + group, group)));
    return groups;
  }

  public void set(AppSetting setting) {
    client.send(
        post(
                Sentence.of("purpose.set_app_setting", setting),
                "config",
                "apps",
                setting.app(),
                setting.key())
            .of(API)
            .refusedBy(403, CloudErrorKind.REFUSED)
            .with("value", setting.value()));
  }
}
