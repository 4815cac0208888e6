package io.github.billnextcloud.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.ProgramRun;
import io.github.billnextcloud.standin.Certificates;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.panel.AddOnSpec;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import io.github.billnextcloud.standin.panel.TariffSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many classes an event over https loads, and whether the list of those to archive is up to
 * date. {@code -Dclasses.record=true} writes the list anew on Java 17, the oldest that we run on,
 * and on Java 25, whose list has what is linked ahead, too; on Java 21, which shares the list with
 * 17, it adds what that one lacks.
 */
class LoadedClassesIT {

  private static final int JAVA = Runtime.version().feature();
  private static final boolean LINKED = JAVA >= 25;

  /** Without noise, where seconds are full of it: what a class costs, it costs everywhere. */
  private static final int MOST_CLASSES = JAVA > 17 ? 3_900 : 3_700;

  /** Of what is loaded, so much must come out of the archive; 21 makes some forms of calls anew. */
  private static final double ARCHIVED = JAVA == 21 ? 0.97 : 0.985;

  private static final Pattern NOT_NEEDED =
      Pattern.compile(
          "\\] (picocli\\.|io\\.github\\.resilience4j\\.|io\\.github\\.billnextcloud\\.operator"
              + "|io\\.github\\.billnextcloud\\.text\\.Messages"
              + "|org\\.mariadb\\.jdbc\\.plugin\\.codec\\.Uuid|java\\.time\\.format\\.DateTimeF"
              + "|java\\.util\\.GregorianCalendar |java\\.lang\\.runtime\\.ObjectMethods )");

  private static final Path LIST =
      Path.of("dist/lib/pmnextcloud", LINKED ? "classes-25.lst" : "classes.lst");

  /** Begins a line with a class and the numbers of its constants that are linked ahead. */
  private static final String CONSTANTS = "@cp ";

  @TempDir static Path root;

  private static final Map<String, Set<Integer>> constants = new TreeMap<>();

  private static CloudStandIn cloud;
  private static PanelStandIn panel;
  private static long module;
  private static long tariff;
  private static long account;
  private static String item;

  @BeforeAll
  static void start() throws Exception {
    Certificates.make(root);
    cloud = CloudStandIn.startTls(Flavour.NEXTCLOUD_34, Certificates.get().trusted());
    panel = PanelStandIn.start(root);
    module =
        panel.addModule(
            Map.of("base_url", cloud.url().toString(), "nc_username", CloudStandIn.ADMIN),
            Map.of("nc_password", CloudStandIn.ADMIN_PASSWORD));
    tariff = panel.addTariff(TariffSpec.named("small").servedBy(module));
    panel.addAddOn(tariff, AddOnSpec.disk("disk").in("gib").included(10));
    account = panel.addAccount("Payer", "ivan@example.org", "Ivan", "en");
    item = Long.toString(panel.order(account, tariff, module));
    assertThat(run(List.of(), "open").exitCode()).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
    panel.close();
    Certificates.get().close();
  }

  private static ProgramRun run(List<String> options, String command) throws Exception {
    return ask(options, "--command", command, "--item", item);
  }

  private static ProgramRun ask(List<String> options, String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of("-Dpmnextcloud.root=" + root + "/", "-Xmx64m"));
    all.add("-Djavax.net.ssl.trustStore=" + Certificates.get().trustStore());
    all.addAll(options);
    return ProgramRun.jar(all, args);
  }

  /** Each loaded class with where it came from. */
  private static List<String> loaded(String command, String... options) throws Exception {
    Path file = root.resolve("loaded");
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Xlog:class+load:file=" + file);
    ProgramRun program = run(all, command);
    assertThat(program.exitCode()).as(program.stdout()).isZero();
    return Files.readAllLines(file).stream().filter(line -> line.contains(" source: ")).toList();
  }

  @Test
  void suspendWhenOverHttpsLoadsFewClasses() throws Exception {
    cloud.account("user_" + item).orElseThrow().setEnabled(true);
    List<String> loaded = loaded("suspend");
    assertThat(cloud.account("user_" + item).orElseThrow().enabled()).isFalse();
    assertThat(loaded.size()).isBetween(1_000, MOST_CLASSES);
    assertThat(loaded.stream().filter(line -> NOT_NEEDED.matcher(line).find())).isEmpty();
  }

  /** A list that lags behind makes nothing wrong, only slow. */
  @Test
  void listWhenArchivedHasNearlyAllThatIsLoaded() throws Exception {
    Path archive = root.resolve("classes.jsa");
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xshare:dump",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + LIST,
                "-XX:SharedArchiveFile=" + archive));
    if (LINKED) {
      options.add("-XX:+AOTClassLinking");
    }
    ProgramRun dump = ProgramRun.jar(options);
    assertThat(dump.exitCode()).as(dump.stderr()).isZero();
    List<String> loaded = loaded("suspend", "-XX:SharedArchiveFile=" + archive);
    long archived = loaded.stream().filter(line -> line.contains("shared objects file")).count();
    assertThat((double) archived / loaded.size())
        .as("the share in %s; -Dclasses.record=true writes it anew", LIST)
        .isGreaterThan(ARCHIVED);
  }

  @Test
  @EnabledIfSystemProperty(named = "classes.record", matches = "true")
  void record() throws Exception {
    TreeMap<String, Integer> times = new TreeMap<>();
    constants.clear();
    if (JAVA > 17 && !LINKED) {
      merge(times, Files.readAllLines(LIST));
    }
    String at = Long.toString(module);
    String other = Long.toString(panel.order(account, tariff, module));
    merge(times, listed("--command", "open", "--item", other));
    for (String command : List.of("suspend", "resume", "setparam", "sync_item", "close")) {
      merge(times, listed("--command", command, "--item", other));
    }
    merge(times, listed("--command", "stat", "--module", at));
    merge(times, listed("--command", "get_server_config", "--module", at));
    merge(times, listed("--command", "suspend", "--item", "0"));
    List<String> lines = new ArrayList<>();
    times.forEach((line, most) -> lines.addAll(Collections.nCopies(most, line)));
    constants.forEach((name, numbers) -> lines.add(CONSTANTS + name + " " + joined(numbers)));
    Files.write(LIST, lines);
  }

  private static String joined(Set<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** An archived lambda serves one place only: what one event needs twice must be there twice. */
  private static void merge(Map<String, Integer> times, List<String> listed) {
    listed.stream()
        .collect(Collectors.groupingBy(line -> line, Collectors.summingInt(line -> 1)))
        .forEach((line, count) -> times.merge(line, count, Math::max));
  }

  /** What one event loads, in the words of the JVM. */
  private static List<String> listed(String... args) throws Exception {
    Path file = root.resolve("listed");
    ask(List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + file), args);
    List<String> lines = Files.readAllLines(file);
    lines.stream().filter(line -> line.startsWith(CONSTANTS)).forEach(LoadedClassesIT::keep);
    return lines.stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith(CONSTANTS))
        .map(line -> line.replaceFirst(" id: .*", ""))
        .toList();
  }

  /** What one event needs of a class, and what another. */
  private static void keep(String line) {
    String[] words = line.split(" ");
    Set<Integer> numbers = constants.computeIfAbsent(words[1], first -> new TreeSet<>());
    Stream.of(words).skip(2).map(Integer::valueOf).forEach(numbers::add);
  }
}
