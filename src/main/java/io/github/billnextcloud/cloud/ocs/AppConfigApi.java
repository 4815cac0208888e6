package io.github.billnextcloud.cloud.ocs;

import static io.github.billnextcloud.cloud.ocs.OcsRequest.get;
import static io.github.billnextcloud.cloud.ocs.OcsRequest.post;

import io.github.billnextcloud.cloud.CloudException;
import io.github.billnextcloud.cloud.CloudException.CloudErrorKind;
import io.github.billnextcloud.cloud.http.CloudEndpoint;
import io.github.billnextcloud.cloud.privacy.AppGroupRestrictions;
import io.github.billnextcloud.cloud.privacy.AppSetting;
import io.github.billnextcloud.cloud.privacy.NeighbourSettings;
import io.github.billnextcloud.cloud.privacy.NextcloudNeighbourSettings;
import io.github.billnextcloud.cloud.privacy.OwncloudNeighbourSettings;
import io.github.billnextcloud.safe.PrintableText;
import io.github.billnextcloud.text.Sentence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.HttpUrl;

/** What the apps of a cloud are told by its administrator. */
public final class AppConfigApi {

  private static final String API = "apps/provisioning_api/api/v1";
  private static final String AGENT = "pmnextcloud";

  /** A box of ownCloud's page, by the name of the setting. */
  private static final Pattern TICKED =
      Pattern.compile("name=\"(shareapi_\\w{1,100})\"[^>]{0,500}\\schecked=");

  /** Of SAML's providers, of which a cloud may have thousands. */
  private static final int MOST_PROVIDERS = 20;

  /** Of one setting, and not of all. */
  private static final Set<CloudErrorKind> OF_ONE =
      Set.of(CloudErrorKind.REFUSED, CloudErrorKind.NOT_UNDERSTOOD);

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

  /**
   * ownCloud's, from its administrator's page: to everybody it tells of a limit that was never set
   * that it is there.
   */
  public NeighbourSettings ofOwncloud(CloudEndpoint server) {
    WebInterfaceClient pages = WebInterfaceClient.signedIn(server, AGENT);
    try {
      Set<String> ticked = new TreeSet<>();
      String page = sharingPage(pages, server);
      Matcher boxes = TICKED.matcher(page);
      while (boxes.find()) {
        ticked.add(boxes.group(1));
      }
      boolean shown = WebInterfaceClient.requestToken(page).isPresent();
      return new OwncloudNeighbourSettings(shown, ticked);
    } finally {
      pages.signOut();
    }
  }

  /** Only who is in a session already is let in; blank for whom it is not shown. */
  private static String sharingPage(WebInterfaceClient pages, CloudEndpoint server) {
    Sentence purpose = Sentence.of("purpose.app_settings");
    pages.ocs(get(purpose, "user"));
    HttpUrl url =
        owncloudPage(server, "settings/admin").addQueryParameter("sectionid", "sharing").build();
    WebInterfaceClient.PageAnswer page = pages.ask(purpose, "GET", url, Optional.empty());
    if (!page.isNo()) {
      throw new CloudException(
          CloudErrorKind.UNREACHABLE,
          server.failed(purpose, Sentence.of("cloud.answered", page.status())));
    }
    return page.status() == 200 && page.body().contains("shareapi_") ? page.body() : "";
  }

  private static HttpUrl.Builder owncloudPage(CloudEndpoint server, String path) {
    return server.base().newBuilder().addPathSegments("index.php/" + path);
  }

  /** All that an app was ever told; none of an app that was never there. */
  public List<String> keys(String app) {
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

  /** What its apps are told of groups, and whose its external storages are. */
  public AppGroupRestrictions switches(CloudEndpoint server) {
    Map<String, String> values = new LinkedHashMap<>(storages(server));
    for (String name : AppGroupRestrictions.READ) {
      String[] parts = name.split("/", 2);
      value(parts[0], parts[1]).ifPresent(value -> values.put(name, value));
    }
    return new AppGroupRestrictions(values);
  }

  private static Map<String, String> storages(CloudEndpoint server) {
    Map<String, String> groups = new LinkedHashMap<>();
    page(server, Sentence.of("purpose.external_storages"), "files_external", "globalstorages")
        .values()
        .forEach(
            storage ->
                OcsAnswer.asTexts(OcsAnswer.asMap(storage).get("applicableGroups"))
                    .forEach(group -> groups.put("files_external/" + group, group)));
    return groups;
  }

  /**
   * The numbers of SAML's providers that write a quota, which their app keeps in a table of its
   * own. The answer has the cloud's key for SAML in it, too: nothing else of it is kept.
   */
  public List<String> samlQuotas(CloudEndpoint server) {
    Sentence purpose = Sentence.of("purpose.app_settings");
    Object all = page(server, purpose, "user_saml", "settings", "providers").get("providerIds");
    return Arrays.stream(String.valueOf(all).split(","))
        .filter(id -> id.matches("\\d{1,9}"))
        .limit(MOST_PROVIDERS)
        .filter(
            id -> {
              Map<String, Object> of =
                  page(server, purpose, "user_saml", "settings", "providerSettings", id);
              Object quota = OcsAnswer.asMap(of.get("attribute-mapping")).get("quota_mapping");
              return quota != null && !String.valueOf(quota).isBlank();
            })
        .toList();
  }

  /**
   * A page of an app, which answers without an envelope, and to administrators alone; empty where
   * it does not.
   */
  private static Map<String, Object> page(CloudEndpoint server, Sentence purpose, String... path) {
    OcsRequest page =
        get(purpose, Stream.concat(Stream.of("apps"), Arrays.stream(path)).toArray(String[]::new))
            .answeredBy(302, 303, 401, 403, 405, 412);
    WebInterfaceClient pages = WebInterfaceClient.signedIn(server, AGENT);
    WebInterfaceClient.Page told = pages.json(page);
    // A session of one request leaves no row: to sign out of it would cost Nextcloud a second.
    if (told.isForged()) {
      try {
        pages.takeRequestToken(purpose);
        told = pages.json(page);
      } finally {
        pages.signOut();
      }
    }
    return told.fields();
  }

  /**
   * One after another, as ticks in ownCloud's page set them; what is refused does not keep the
   * others from being set.
   *
   * @return why, of each that was refused
   */
  public static Map<AppSetting, Sentence> setInOwncloud(
      List<AppSetting> settings, CloudEndpoint server) {
    WebInterfaceClient pages = WebInterfaceClient.signedIn(server, AGENT);
    try {
      String token = WebInterfaceClient.requestToken(sharingPage(pages, server)).orElse("");
      return each(settings, setting -> tick(setting, pages, server, token));
    } finally {
      pages.signOut();
    }
  }

  private static void tick(
      AppSetting setting, WebInterfaceClient pages, CloudEndpoint server, String token) {
    Sentence purpose = Sentence.of("purpose.set_app_setting", setting);
    FormBody.Builder form =
        new FormBody.Builder()
            .add("action", "setValue")
            .add("app", setting.app())
            .add("key", setting.key())
            .add("value", setting.value())
            .add("requesttoken", token);
    HttpUrl url = owncloudPage(server, "core/ajax/appconfig.php").build();
    String said = pages.ask(purpose, "POST", url, Optional.of(form.build())).body();
    if (!said.contains("\"status\":\"success\"")) {
      throw new CloudException(
          CloudErrorKind.REFUSED,
          server.failed(purpose, Sentence.of("cloud.answered", PrintableText.line(said))));
    }
  }

  private static Map<AppSetting, Sentence> each(
      List<AppSetting> settings, Consumer<AppSetting> writer) {
    Map<AppSetting, Sentence> refused = new HashMap<>();
    for (AppSetting setting : settings) {
      try {
        writer.accept(setting);
      } catch (CloudException failure) {
        if (!OF_ONE.contains(failure.kind())) {
          throw failure;
        }
        refused.put(setting, failure.sentence());
      }
    }
    return refused;
  }

  /** As {@link #setInOwncloud}, by the API of Nextcloud. */
  public Map<AppSetting, Sentence> set(List<AppSetting> settings) {
    return each(settings, this::set);
  }

  private void set(AppSetting setting) {
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
