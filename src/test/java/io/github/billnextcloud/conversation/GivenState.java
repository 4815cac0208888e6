package io.github.billnextcloud.conversation;

import io.github.billnextcloud.settings.LauncherProperties;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Fault;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.GraphRole;
import io.github.billnextcloud.standin.cloud.GraphSpace;
import io.github.billnextcloud.standin.cloud.Request;
import io.github.billnextcloud.standin.cloud.TeamFolder;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of the world before a conversation, read from its file {@code given}: a line a fact,
 * {@code word name=value …}; CONTRIBUTING lists the words.
 */
public final class GivenState {

  /** Stands for half of a pair of UTF-16, which no file holds. */
  static final String HALF = "{half}";

  private static final Pattern FIELD = Pattern.compile("(\\w+)(?:=(\"[^\"]*\"|\\S+))?");

  /** The id that the cloud gave whoever is called so before anybody is renamed. */
  private static final Pattern STABLE_OF = Pattern.compile("\\{stable:(\\w+)}");

  private static final String RESTARTING =
      "ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n";
  private static final String REFUSAL =
      "<doc><error type=\"access\" object=\"func\"><msg>Not allowed</msg></error></doc>";

  private final List<String> lines;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();

  public GivenState(List<String> lines) {
    this.lines = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    secrets.put("nc_password", CloudStandIn.ADMIN_PASSWORD);
    settings.put("nc_username", CloudStandIn.ADMIN);
  }

  record Fact(String word, String subject, Map<String, String> fields) {

    static Fact parse(String line) {
      String[] parts = line.split(" ", 2);
      Map<String, String> fields = new LinkedHashMap<>();
      String subject = "";
      Matcher matcher = FIELD.matcher(parts.length > 1 ? parts[1] : "");
      if (parts.length > 1 && parts[1].matches("[^= ]+( .*)?")) {
        subject = parts[1].split(" ", 2)[0];
        matcher.region(subject.length(), parts[1].length());
      }
      while (matcher.find()) {
        String value = matcher.group(2) == null ? "on" : matcher.group(2);
        fields.put(matcher.group(1), value.replaceAll("^\"|\"$", ""));
      }
      return new Fact(parts[0], subject, fields);
    }

    String get(String name, String otherwise) {
      return fields.getOrDefault(name, otherwise);
    }
  }

  private List<Fact> facts(String word) {
    return lines.stream().map(Fact::parse).filter(fact -> fact.word().equals(word)).toList();
  }

  private Fact fact(String word) {
    List<Fact> facts = facts(word);
    return facts.isEmpty() ? new Fact(word, "", Map.of()) : facts.get(0);
  }

  /** A port that an earlier cloud has had may be this one's, and it is no longer that cloud. */
  private static void forgetClouds(Path sessions) throws IOException {
    File[] kept = sessions.toFile().listFiles();
    for (File file : kept == null ? new File[0] : kept) {
      Files.deleteIfExists(file.toPath());
    }
  }

  /** Builds the world for one command. */
  public Scene scene(Path root, Flavour flavour, String command) throws IOException {
    CloudStandIn cloud = CloudStandIn.start(flavour, fact("cloud").get("path", ""));
    for (Path kept : List.of(root, LauncherProperties.root())) {
      forgetClouds(kept.resolve("var/pmnextcloud.sessions"));
    }
    if (lines.stream().anyMatch(line -> line.matches("cloud .*\\bteam_folders\\b.*"))) {
      cloud.enableTeamFolders();
    }
    cloud.takePasswords(!fact("passwords").subject().equals("off"));
    PanelStandIn panel = PanelStandIn.start(root);
    String url = cloud.url().toString();
    facts("setting")
        .forEach(
            fact ->
                fact.fields()
                    .forEach((name, value) -> settings.put(name, value.replace("{cloud}", url))));
    facts("hidden").forEach(fact -> secrets.putAll(fact.fields()));
    settings.putIfAbsent("base_url", url);
    long module = panel.addModule(settings, secrets);
    PanelRows facts = new PanelRows(panel, lines);
    facts.keepConfig(module);
    facts.doNothing();
    Fact customer = fact("customer");
    long account =
        panel.addAccount(
            "Account of Ivan",
            customer.get("email", "ivan@example.org"),
            customer.get("name", "Иван Петров"),
            customer.get("language", "ru"));
    long item = order(panel, account, module);
    facts("other").forEach(fact -> otherService(panel, cloud, account, module, fact));
    facts("staff")
        .forEach(
            fact ->
                panel.insert(
                    "user",
                    Map.of("name", "boss", "level", "30", "language", fact.get("language", ""))));
    facts("group").forEach(fact -> cloud.addGroup(withItem(fact.subject(), item)));
    facts("team_folder").forEach(fact -> teamFolder(cloud, item, fact));
    facts("user").forEach(fact -> user(cloud, withItem(fact.subject(), item), fact, item));
    facts("project_space").forEach(fact -> projectSpace(cloud, item, fact));
    facts("param").forEach(fact -> save(panel, cloud, item, fact, false));
    facts("secret").forEach(fact -> save(panel, cloud, item, fact, true));
    facts("administrator").forEach(fact -> administrator(cloud, withItem(fact.subject(), item)));
    facts("renamed").forEach(fact -> rename(cloud, item, fact));
    facts("newcomer").forEach(fact -> user(cloud, withItem(fact.subject(), item), fact, item));
    facts("left_files").forEach(fact -> cloud.removeWithoutFiles(withItem(fact.subject(), item)));
    facts("limit").forEach(fact -> limit(cloud, fact));
    facts("demands_address").forEach(fact -> cloud.demandAddresses(true));
    facts("keeps_lost_passwords")
        .forEach(fact -> cloud.keepLostPasswords("Password reset is disabled"));
    facts("writes_nobody").forEach(fact -> cloud.writeNobody());
    facts("forces_language").forEach(fact -> cloud.forceLanguage(fact.subject()));
    facts("files").forEach(fact -> cloud.leaveFiles(withItem(fact.subject(), item)));
    facts("fault").forEach(fact -> fault(cloud, fact));
    facts("impersonation").forEach(fact -> cloud.allowImpersonation());
    facts("read_only_directory").forEach(fact -> cloud.readOnlyDirectory());
    facts("soft_deletion").forEach(fact -> cloud.deleteSoftly());
    facts("no_disabling").forEach(fact -> cloud.withoutDisabling());
    facts("disabled_administrator").forEach(fact -> ours(cloud).setEnabled(false));
    facts("down").forEach(fact -> cloud.service(fact.subject(), false));
    facts("app_password").forEach(fact -> cloud.appPassword(appPassword(fact)));
    facts("free_space").forEach(fact -> cloud.freeSpace(Long.parseLong(fact.get("bytes", "0"))));
    facts("without_server_info").forEach(fact -> cloud.withoutServerInfo());
    facts("oauth_token").forEach(fact -> cloud.oauthToken(fact.subject()));
    facts("our_address").forEach(fact -> ours(cloud).setEmail(fact.subject()));
    facts("oauth_code").forEach(fact -> oauthCode(cloud, fact));
    facts("two_factor").forEach(fact -> twoFactor(cloud, fact));
    facts("maintenance").forEach(fact -> cloud.maintenance(true));
    if (!facts("db_conf").isEmpty()) {
      panel.tellInFiles();
    }
    String begun = fact("operation").subject();
    long operation = panel.beginOperation(item, begun.isEmpty() ? command : begun);
    panel.trycount(operation, Integer.parseInt(fact("tries").get("count", "0")));
    facts.settle(item, module, secrets, settings, cloud.url().toString());
    panel.restarting(Integer.parseInt(fact("restarting").get("calls", "0")));
    facts("restarts").forEach(fact -> panel.failNext(fact.subject(), 1, RESTARTING, ""));
    facts("refuses").forEach(fact -> panel.failNext(fact.subject(), 1, "", REFUSAL));
    panel.forgetCalls();
    return new Scene(panel, cloud, item, operation);
  }

  private static void twoFactor(CloudStandIn cloud, Fact fact) {
    cloud.enforceTwoFactor();
    if (fact.subject().equals("administrators")) {
      cloud.enforceTwoFactorForAdministrators();
    }
  }

  private static void oauthCode(CloudStandIn cloud, Fact fact) {
    cloud.registerOAuthClient(fact.get("client", ""), fact.get("secret", ""));
    cloud.grantOAuth(CloudStandIn.ADMIN, fact.subject());
  }

  /** Where it has blanks, by {@code words="…"}. */
  private static String appPassword(Fact fact) {
    return fact.get("words", fact.subject());
  }

  private static String withItem(String text, long item) {
    return text.replace("{item}", Long.toString(item));
  }

  private long order(PanelStandIn panel, long account, long module) {
    List<Fact> former = facts("former");
    long tariff = tariff(panel, "tariff", module);
    if (former.isEmpty()) {
      return ordered(panel, panel.order(account, tariff, module), tariff);
    }
    long item = panel.order(account, tariff(panel, "former", module), module);
    panel.changeTariff(item, tariff);
    return ordered(panel, item, tariff);
  }

  private long tariff(PanelStandIn panel, String word, long module) {
    TariffSpec spec = TariffSpec.named(word).servedBy(module);
    for (Map.Entry<String, String> param : fact(word).fields().entrySet()) {
      spec = spec.param(param.getKey(), param.getValue());
    }
    return panel.addTariff(spec);
  }

  private long ordered(PanelStandIn panel, long item, long tariff) {
    for (Fact seats : facts("seats")) {
      AddOnSpec spec =
          AddOnSpec.disk(seats.get("name", "seats"))
              .ofType("seats")
              .included(Long.parseLong(seats.get("included", "3")));
      panel.addAddOn(tariff, seats.fields().containsKey("metered") ? spec.metered(null) : spec);
    }
    for (Fact addOn : facts("addon")) {
      panel.addAddOn(
          tariff,
          AddOnSpec.disk(addOn.subject())
              .ofType(addOn.subject())
              .column("addontype", AddOnSpec.BOOLEAN)
              .column("addonbool", addOn.get("value", "on")));
    }
    for (Fact disk : facts("disk")) {
      AddOnSpec spec = AddOnSpec.disk(disk.get("name", "disk disc")).in(disk.get("unit", "gib"));
      spec = spec.included(Long.parseLong(disk.get("included", "10")));
      if (disk.fields().containsKey("trial")) {
        spec = spec.column("addonmaxtrial", Long.valueOf(disk.get("trial", "")));
        panel.sql("UPDATE item SET period = -100 WHERE id = ?", item);
      }
      if (disk.fields().containsKey("metered")) {
        String maximum = disk.get("metered", "");
        spec = spec.metered(maximum.equals("none") ? null : Long.valueOf(maximum));
      }
      if (disk.fields().containsKey("compound")) {
        long whole = panel.addAddOn(tariff, AddOnSpec.disk("sizes").column("billtype", 4));
        spec = spec.column("compound", whole);
      }
      long addOn = panel.addAddOn(tariff, spec);
      if (disk.fields().containsKey("ordered")) {
        panel.orderedAddOn(item, addOn, Map.of("intvalue", disk.get("ordered", "")));
      }
    }
    return item;
  }

  private static void otherService(
      PanelStandIn panel, CloudStandIn cloud, long account, long module, Fact fact) {
    long tariff = panel.addTariff(TariffSpec.named("other").servedBy(module));
    long other = panel.order(account, tariff, module);
    panel.sql(
        "UPDATE item SET status = ?, opendate = NOW() WHERE id = ?",
        fact.get("status", "2"),
        other);
    fact.fields().remove("status");
    save(panel, cloud, other, fact, false);
  }

  private static void save(
      PanelStandIn panel, CloudStandIn cloud, long item, Fact fact, boolean crypted) {
    fact.fields()
        .forEach((name, value) -> panel.param(item, name, filled(value, cloud, item), crypted));
  }

  private static String filled(String value, CloudStandIn cloud, long item) {
    String own = "user_" + item;
    String stable = cloud.account(own).map(Account::stableId).orElse("");
    String text =
        withItem(value, item)
            .replace("{cloud}", cloud.url().toString())
            .replace("{stable}", stable);
    return STABLE_OF
        .matcher(text)
        .replaceAll(it -> cloud.account(it.group(1)).orElseThrow().stableId());
  }

  private static Account ours(CloudStandIn cloud) {
    return cloud.account(CloudStandIn.ADMIN).orElseThrow();
  }

  private static void administrator(CloudStandIn cloud, String id) {
    cloud.account(id).orElseThrow().setRole(GraphRole.ADMIN);
  }

  private static void rename(CloudStandIn cloud, long item, Fact fact) {
    Account account = cloud.account(withItem(fact.subject(), item)).orElseThrow();
    cloud.rename(account, filled(fact.get("to", ""), cloud, item));
  }

  private static void user(CloudStandIn cloud, String id, Fact fact, long item) {
    Account account = cloud.addAccount(id);
    account.setEnabled(!fact.fields().containsKey("disabled"));
    account.setQuota(fact.get("quota", "10 GB"));
    account.setEmail(fact.get("email", "ivan@example.org"));
    account.setDisplayName(fact.get("name", "Иван Петров").replace(HALF, "\uD800"));
    account.setLanguage(fact.get("language", "ru"));
    account.setPassword(fact.get("password", account.password()));
    if (!fact.fields().containsKey("never_signed_in")) {
      cloud.signInOnce(account);
    }
    account.setBackend(fact.get("backend", "Database"));
    account.setQuotaUntold(fact.fields().containsKey("unknown_quota"));
    account.setBroken(fact.fields().containsKey("broken"));
    if (fact.fields().containsKey("used")) {
      account.setUsed(Long.parseLong(fact.get("used", "0")));
    }
    if (fact.fields().containsKey("last_login")) {
      account.setLastLogin(Long.parseLong(fact.get("last_login", "0")));
    }
    for (String group : withItem(fact.get("groups", ""), item).split(",")) {
      if (!group.isEmpty()) {
        cloud.addGroup(group);
        account.groups().add(group);
      }
    }
    for (String group : withItem(fact.get("administers", ""), item).split(",")) {
      if (!group.isEmpty()) {
        account.administered().add(group);
      }
    }
  }

  private static void teamFolder(CloudStandIn cloud, long item, Fact fact) {
    TeamFolder folder = cloud.addTeamFolder(withItem(fact.get("name", "Team"), item));
    folder.setQuota(Long.parseLong(fact.get("quota", "-3")));
    folder.setUsed(Long.parseLong(fact.get("used", "0")));
    int permissions = Integer.parseInt(fact.get("permissions", "31"));
    for (String group : withItem(fact.get("groups", ""), item).split(",")) {
      if (!group.isEmpty()) {
        cloud.addGroup(group);
        folder.groups().put(group, permissions);
      }
    }
  }

  private static void projectSpace(CloudStandIn cloud, long item, Fact fact) {
    GraphSpace space =
        cloud.addSpace(fact.get("name", "Team"), fact.get("description", ""), ours(cloud));
    space.setQuota(Long.parseLong(fact.get("quota", "0")));
    space.setUsed(Long.parseLong(fact.get("used", "0")));
    space.trash(fact.fields().containsKey("hidden"));
    for (String user : fact.get("users", "").split(",")) {
      if (!user.isEmpty()) {
        space.give(cloud.account(withItem(user, item)).orElseThrow(), "editor");
      }
    }
  }

  private static void limit(CloudStandIn cloud, Fact fact) {
    if (fact.fields().containsKey("quota")) {
      cloud.maxQuota(Long.parseLong(fact.get("quota", "0")));
    }
    cloud.allowUnlimitedQuota(!fact.get("unlimited", "").equals("no"));
  }

  /**
   * {@code fault PUT/POST/… what=dropAfter times=3}: strikes the next requests of this method, or
   * only those of them that set the {@code key}, or have {@code at} in their path, or come {@code
   * after} the first of another method (whose own fault stands below).
   */
  private static void fault(CloudStandIn cloud, Fact fact) {
    Fault fault =
        switch (fact.get("what", "").toLowerCase(Locale.ROOT)) {
          case "dropafter" -> Fault.dropAfter();
          case "dropbefore" -> Fault.dropBefore();
          case "login" -> Fault.htmlLogin();
          case "cut" -> Fault.cutJson();
          case "refuse" ->
              Fault.status(
                  403, Map.of(), "application/json", "{\"error\":{\"code\":\"accessDenied\"}}");
          case "throttle" -> Fault.status(429, Map.of(), "text/html; charset=UTF-8", "");
          default -> Fault.ocs(Integer.parseInt(fact.get("code", "996")), fact.get("says", ""));
        };
    String first = fact.get("after", "");
    AtomicBoolean due = new AtomicBoolean(first.isEmpty());
    for (int time = 0; time < Integer.parseInt(fact.get("times", "1")); time++) {
      cloud.fault(
          request -> {
            due.compareAndSet(false, request.method().equals(first));
            return due.get() && isStruck(request, fact);
          },
          fault);
    }
  }

  private static boolean isStruck(Request request, Fact fact) {
    return request.method().equals(fact.subject())
        && request.path().contains(fact.get("at", ""))
        && (fact.get("key", "").isEmpty() || fact.get("key", "").equals(request.field("key")));
  }

  /** What nobody may see: the hidden settings, the saved secrets, the app passwords. */
  List<String> secrets() {
    List<String> all = new ArrayList<>(secrets.values());
    facts("secret").forEach(fact -> all.addAll(fact.fields().values()));
    facts("app_password").forEach(fact -> all.add(appPassword(fact)));
    facts("oauth_token").forEach(fact -> all.add(fact.subject()));
    facts("oauth_code").forEach(fact -> all.add(fact.subject()));
    typedPassword().ifPresent(all::add);
    return all;
  }

  /** What the customer types into the panel, which hands it on encrypted. */
  public Optional<String> typedPassword() {
    return facts("password").stream().map(Fact::subject).findFirst();
  }

  /** The clouds on which this is to be played. */
  public List<Flavour> flavours() {
    List<Flavour> flavours = new ArrayList<>();
    for (String name : fact("cloud").get("kinds", "NEXTCLOUD_29").split(",")) {
      flavours.add(Flavour.valueOf(name));
    }
    return flavours;
  }
}
