package io.github.billnextcloud.conversation;

import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that a scene holds in the end, bystanders included, as lines that compare between scenes. */
public final class EndState {

  private static final String ITEMS =
      "SELECT id, status, pricelist, lastpricelist, processingmodule FROM item ORDER BY id";
  private static final String PARAMS =
      "SELECT item, intname, value FROM itemparam ORDER BY item, intname";
  private static final String SECRETS =
      "SELECT item, intname FROM itemcryptedparam ORDER BY item, intname";

  private static final Pattern TEAM_MARK =
      Pattern.compile("\\b(team|share)-\\d+-[a-z][a-z0-9]{9}\\b");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Scene scene;
  private final List<String> lines = new ArrayList<>();

  private EndState(Scene scene) {
    this.scene = scene;
  }

  public static String of(Scene scene) {
    EndState state = new EndState(scene);
    for (String table : List.of(ITEMS, PARAMS, SECRETS, "SELECT * FROM task")) {
      state.rows(table);
    }
    state.lines.add("passwords of " + state.savedOfMembers().map(it -> it[0]).sorted().toList());
    state.rows("SELECT item, intname, manual, errorxml FROM runningoperation");
    state.rows("SELECT item, param, value FROM itemstat ORDER BY item, param");
    scene.cloud().accounts().forEach(state::account);
    state.lines.add("groups " + scene.cloud().groups().stream().sorted().toList());
    scene.cloud().spaceLines().forEach(line -> state.lines.add("space " + line));
    state.writes();
    String all = String.join("\n", state.lines).replace(scene.cloud().url().toString(), "{cloud}");
    return TEAM_MARK.matcher(all).replaceAll("{mark}");
  }

  private void rows(String select) {
    String table = select.replaceFirst(".* FROM (\\w+).*", "$1");
    for (Map<String, String> row : scene.panel().query(select)) {
      lines.add(table + " " + named(row.toString()));
    }
  }

  private void account(Account account) {
    lines.add(
        String.join(
            ", ",
            account.id(),
            account.enabled() ? "enabled" : "disabled",
            "quota " + account.quota(),
            "groups " + account.groups().stream().sorted().toList(),
            account.email(),
            account.displayName(),
            account.language(),
            // A mark is made of a secret, which differs from scene to scene.
            account.profile().toString().replaceAll("manager=[0-9a-f]{32}", "manager={mark}"),
            "password " + password(account)));
  }

  /** Whom anything was done to, how often does not matter. */
  private void writes() {
    Set<String> whom = new TreeSet<>();
    for (Request write : scene.cloud().writes()) {
      String created = write.field("userid");
      whom.add(
          created == null
              ? named(
                  write
                      .path()
                      .replaceFirst(".*/users/([^/]*).*", "$1")
                      .replaceFirst("/root/(invite|permissions).*", "/root"))
              : created);
    }
    lines.add("written to " + whom);
  }

  /** Ids that the cloud gives differ from scene to scene; those of users say whose they are. */
  private String named(String text) {
    String named = text;
    for (Account account : scene.cloud().accounts()) {
      named = named.replace(account.stableId(), "{id of " + account.id() + "}");
    }
    return UUID.matcher(named).replaceAll("{uuid}");
  }

  /** A generated one differs from scene to scene, but must be the saved one. */
  private String password(Account account) {
    String saved =
        account.id().equals("user_" + scene.item())
            ? scene.panel().secretParam(scene.item(), "userpassword")
            : savedOfMember(account);
    if (TEAM_MARK.matcher(account.id()).matches()) {
      return "nobody's";
    }
    String own = UUID.matcher(account.password()).replaceAll("{uuid}");
    return account.password().equals(saved) ? "as saved" : own;
  }

  private String savedOfMember(Account account) {
    return savedOfMembers()
        .filter(words -> words[0].equals(account.id()))
        .map(words -> words[1])
        .findFirst()
        .orElse("");
  }

  /** A login and a password each. */
  private Stream<String[]> savedOfMembers() {
    return scene
        .panel()
        .query("SELECT intname FROM itemcryptedparam WHERE intname LIKE 'member_passwords%'")
        .stream()
        .flatMap(row -> scene.panel().secretParam(scene.item(), row.get("intname")).lines())
        .map(line -> line.split(" ", 2));
  }
}
