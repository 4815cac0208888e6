package io.github.billnextcloud.conversation;

import io.github.billnextcloud.installed.InstalledConversations;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every conversation below {@code src/test/resources/conversations}: the whole program, from
 * what BILLmanager asks to what it says, tells the panel, does in the cloud and leaves behind.
 *
 * <p>Where all are played, some commands are left to classes of their own, which another process
 * can take; where a choice is, or all are recorded, this class alone plays.
 */
class ConversationTest {

  private static final Path ALL = Path.of("src/test/resources/conversations");

  /** With {@code -Dconversations.record} the expectations are written, to be read by a person. */
  private static final boolean RECORD = Boolean.getBoolean("conversations.record");

  /** With {@code -Dconversations.only=stat/,open/name-} those whose folders begin so. */
  private static final String ONLY = System.getProperty("conversations.only", "");

  private static final boolean ARE_DIVIDED =
      ONLY.isEmpty() && !RECORD && !InstalledConversations.ARE_PLAYED;

  @TempDir Path roots;

  private final SecretsWitness witness = new SecretsWitness();

  @TestFactory
  Stream<DynamicTest> conversations() throws IOException {
    Stream<DynamicTest> plays =
        Files.walk(ALL)
            .filter(path -> path.endsWith("given"))
            .map(Path::getParent)
            .filter(this::isPlayed)
            .sorted()
            .flatMap(this::onEveryCloud);
    return ARE_DIVIDED ? Stream.concat(plays, secrets()) : plays;
  }

  private boolean isPlayed(Path folder) {
    String name = ALL.relativize(folder).toString();
    return ARE_DIVIDED
        ? isMine(name.substring(0, name.indexOf('/')))
        : getClass() == ConversationTest.class
            && Stream.of(ONLY.split(",")).anyMatch(name::startsWith);
  }

  /** Whether this class plays the conversations of a command. */
  boolean isMine(String command) {
    return !OpenConversationTest.COMMANDS.contains(command)
        && !SuspensionConversationTest.COMMANDS.contains(command);
  }

  private Stream<DynamicTest> secrets() {
    return Stream.of(
        DynamicTest.dynamicTest("no secret was seen", witness::saysThatNoSecretWasSeen));
  }

  private Stream<DynamicTest> onEveryCloud(Path folder) {
    return InstalledConversations.flavours(given(folder)).stream()
        .map(
            flavour ->
                DynamicTest.dynamicTest(
                    ALL.relativize(folder) + " on " + flavour, () -> play(folder, flavour)));
  }

  private static GivenState given(Path folder) {
    return new GivenState(lines(folder.resolve("given")));
  }

  private void play(Path folder, Flavour flavour) throws IOException {
    String command = folder.getParent().getFileName().toString();
    Path root = InstalledConversations.root(roots);
    GivenState given = given(folder);
    try (Scene scene = given.scene(root, flavour, command)) {
      Scene.Said said = null;
      for (String asked : lines(folder.resolve("asked"))) {
        scene.cloud().forgetRequests();
        scene.panel().forgetCalls();
        String typed = given.typedPassword().map(scene.panel()::encrypt).orElse("");
        String here = folder.toAbsolutePath().toString();
        // Filled in afterwards: the folder's name may have blanks.
        String[] words =
            Stream.of(asked.split(" "))
                .map(word -> filled(word, scene))
                .map(word -> word.replace("{password}", typed).replace("{here}", here))
                .toArray(String[]::new);
        said = witness.ask(given, scene, stdin(folder, scene), words);
      }
      SoftAssertions softly = new SoftAssertions();
      String exit = "exit " + said.exitCode() + "\n";
      boolean ownCloud = flavour == Flavour.OWNCLOUD_10 && given.flavours().size() > 1;
      check(softly, folder, ownCloud, "said", anonymous(said.stdout(), scene) + exit);
      check(softly, folder, ownCloud, "told", anonymous(scene.told(), scene));
      check(softly, folder, ownCloud, "done", anonymous(scene.done(), scene));
      check(softly, folder, ownCloud, "holds", anonymous(scene.holds(), scene));
      if (Files.exists(folder.resolve("warned")) && !InstalledConversations.ARE_PLAYED) {
        check(softly, folder, ownCloud, "warned", anonymous(said.stderr(), scene));
      }
      softly.assertAll();
    }
  }

  /** What differs between the products has a file of its own for ownCloud, which plays last. */
  private static void check(
      SoftAssertions softly, Path folder, boolean ownCloud, String file, String actual)
      throws IOException {
    Path usual = folder.resolve(file);
    Path own = folder.resolve(file + ".owncloud");
    if (RECORD) {
      record(usual, own, ownCloud, actual);
    }
    Path expected = ownCloud && Files.exists(own) ? own : usual;
    softly.assertThat(actual).as("%s of %s", file, folder).isEqualTo(Files.readString(expected));
  }

  private static void record(Path usual, Path own, boolean ownCloud, String actual)
      throws IOException {
    Files.deleteIfExists(own);
    if (!Files.exists(usual) || !Files.readString(usual).equals(actual)) {
      Files.writeString(ownCloud ? own : usual, actual);
    }
  }

  private static String stdin(Path folder, Scene scene) throws IOException {
    Path file = folder.resolve("stdin.xml");
    return Files.exists(file) ? filled(Files.readString(file), scene) : "";
  }

  private static String filled(String text, Scene scene) {
    return text.replace("{item}", Long.toString(scene.item()))
        .replace("{op}", Long.toString(scene.operation()))
        .replace("{module}", Long.toString(scene.module()))
        .replace("{tariff}", Long.toString(scene.tariff()))
        .replace("{cloud}", scene.cloud().url().toString());
  }

  /** Numbers and addresses that differ from run to run. */
  private static String anonymous(String text, Scene scene) {
    return text.replace(scene.cloud().url().toString(), "{cloud}")
        .replace(scene.panel().root().toString(), "{panel}")
        .replaceAll("(runningoperation\\.\\w+ elid|runningoperation)=\\d+", "$1={op}")
        .replaceAll("(processing\\.\\w+|service\\.poststat) elid=\\d+", "$1 elid={module}")
        .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "{uuid}")
        .replace("expiredate=" + LocalDate.now().plusMonths(1), "expiredate={in a month}")
        .replaceAll("delete_after=2\\d{3}-[-\\d]+ crypted", "delete_after={day} crypted")
        .replace(LocalDate.now().toString(), "{today}")
        .replace(LocalDate.now().format(DateTimeFormatter.ofPattern("dd.MM.yyyy")), "{today}")
        .replaceAll("\\{today}T[0-9:]{8}Z", "{now}")
        .replace(LocalDate.now().plusDays(1).toString(), "{tomorrow}")
        .replace(LocalDate.now().plusDays(30).toString(), "{in 30 days}")
        .replace("=" + YearMonth.now() + " ", "={month} ")
        .replaceAll("\\b(elid|item)=" + scene.item() + "\\b", "$1={item}")
        .replaceAll("\\b(team|share)-" + scene.item() + "-[a-z][a-z0-9]{9}\\b", "$1-{item}-{mark}")
        .replaceAll("\\bteam-0-[a-z][a-z0-9]{9}\\b", "team-0-{mark}")
        .replaceAll("\\b([a-z]+)_" + scene.item() + "\\b", "$1_{item}")
        .replaceAll("(?i)\\b(team) " + scene.item() + "\\b", "$1 {item}")
        .replaceAll(
            "pmnextcloud, module \\d+, [-.A-Za-z0-9]+", "pmnextcloud, module {module}, {host}")
        .replaceAll("\\bstate=\\w+", "state={state}")
        .replaceAll("\\brequesttoken=\\S+", "requesttoken={token}")
        .replace(encoded(scene.cloud().url()), "{cloud, encoded}")
        .replaceAll("again after 2[-0-9T:]+Z", "again after {time}")
        // Each version of each product says it in its own words.
        .replaceAll("the server answered [^<]*?(\\. The user |</param>)", "the server …$1");
  }

  private static String encoded(URI address) {
    return URLEncoder.encode(address.toString(), StandardCharsets.UTF_8);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
