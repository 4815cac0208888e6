package io.github.billnextcloud.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.architecture.Spellings;
import io.github.billnextcloud.installed.InstalledConversations;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.panel.Call;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Is present at every conversation, and says at the end whether a secret was to be seen. */
final class SecretsWitness {

  /** Shorter ones are words of the language ("wrong"); their Basic header is looked for. */
  private static final int SHORTEST = 10;

  /**
   * ISPsystem's module kept a password so. The program only reads it, and at its most talkative the
   * database driver shows what is read, byte by byte.
   */
  private static final String LEFT_BEHIND = "Plain-word-of-the-past-1";

  private final Set<String> seen = new TreeSet<>();
  private final Map<String, Long> looked = new TreeMap<>();
  private int secretsUsed;
  private int talkative;

  /** Runs the program, and looks at what it leaves behind. */
  Scene.Said ask(GivenState given, Scene scene, String stdin, String... words) throws IOException {
    if (InstalledConversations.ARE_PLAYED) {
      // Its log is not this JVM's.
      return scene.ask(stdin, words);
    }
    RecordedCalls ear = new RecordedCalls();
    Scene.Said said = ear.during(() -> scene.ask(stdin, words));
    talkative += ear.heard().contains(" TRACE ") && ear.heard().contains("okhttp3") ? 1 : 0;
    String asked = String.join(" ", words);
    Set<String> secrets = secrets(given, scene);
    secretsUsed += secrets.size();
    Map<String, String> places = places(scene);
    places.put("log", ear.heard());
    places.put("dumps in the log", Spellings.dumped(ear.heard()).replace(LEFT_BEHIND, ""));
    if (!mayReveal(asked)) {
      places.put("stdout", said.stdout());
    }
    Map<String, String> spellings = spellings(secrets);
    places.forEach((place, text) -> look(asked + " in " + place, place, text, spellings));
    return said;
  }

  /**
   * "show --reveal" is asked for them; a document's answer holds what would have been saved, and a
   * form is handed back.
   */
  private static boolean mayReveal(String asked) {
    boolean document = !asked.contains("--item") && !asked.contains("--module");
    return asked.contains("--reveal") || document && !asked.contains("check_connection");
  }

  /** How each may be written, and what it is then. */
  private static Map<String, String> spellings(Set<String> secrets) {
    Map<String, String> spellings = new LinkedHashMap<>();
    for (String secret : secrets) {
      Spellings.of(secret).forEach(spelling -> spellings.putIfAbsent(spelling, secret));
    }
    return spellings;
  }

  private void look(String where, String place, String text, Map<String, String> spellings) {
    looked.merge(place, (long) text.length(), Long::sum);
    spellings.forEach(
        (spelling, secret) -> {
          if (text.contains(spelling)) {
            seen.add(where + ": '" + secret + "' as '" + spelling + "'");
          }
        });
  }

  private static Set<String> secrets(GivenState given, Scene scene) {
    List<String> words = new ArrayList<>(given.secrets());
    words.add(CloudStandIn.ADMIN_PASSWORD);
    words.add(scene.panel().databasePassword());
    scene.cloud().accounts().stream().map(Account::password).forEach(words::add);
    words.addAll(scene.cloud().appTokens());
    words.add(scene.panel().secretParam(scene.item(), "userpassword"));
    words.add(scene.panel().params(scene.item()).get("userpassword"));
    Set<String> secrets = new LinkedHashSet<>();
    words.stream().filter(word -> word != null).forEach(word -> addTo(secrets, word, scene));
    return secrets;
  }

  /** A long one is found in its Basic header, too, wherever it stands there. */
  private static void addTo(Set<String> secrets, String word, Scene scene) {
    if (word.length() >= SHORTEST) {
      secrets.add(word);
      return;
    }
    scene.cloud().accounts().forEach(account -> secrets.add(account.id() + ":" + word));
  }

  private static Map<String, String> places(Scene scene) {
    Map<String, String> places = new LinkedHashMap<>();
    PanelStandIn panel = scene.panel();
    places.put("argv", panel.calls().stream().map(Call::argv).toList().toString());
    places.put("errorxml", panel.errorXml(scene.operation()).orElse(""));
    for (Map<String, String> table : panel.query("SHOW TABLES")) {
      String name = table.values().iterator().next();
      if (!name.contains("crypted")) {
        String all = "SELECT * FROM " + name + leftBehind(name);
        places.put("table " + name, panel.query(all).toString());
      }
    }
    return places;
  }

  private static String leftBehind(String table) {
    return table.equals("itemparam") ? " WHERE value <> '" + LEFT_BEHIND + "'" : "";
  }

  void saysThatNoSecretWasSeen() {
    System.out.println("looked for " + secretsUsed + " secrets in " + looked);
    assertThat(looked).containsKeys("stdout", "log", "argv", "errorxml", "table itemparam");
    assertThat(talkative).as("runs whose log had words of every library").isPositive();
    assertThat(looked).doesNotContainValue(0L).hasSizeGreaterThan(15);
    assertThat(seen).isEmpty();
  }
}
