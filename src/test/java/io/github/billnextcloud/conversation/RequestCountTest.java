package io.github.billnextcloud.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import io.github.billnextcloud.standin.cloud.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each command asks of cloud and panel in the usual case: {@code docs/design/requests.md} is
 * this test's record, and {@code -Dgenerated.write=true} writes it anew.
 */
class RequestCountTest {

  private static final Path RECORD = Path.of("docs/design/requests.md");

  private static final String ACTIVE =
      "tariff\ndisk\nuser user_{item}\nparam username=user_{item} url={cloud}\nopened\ndb_conf";

  /** The owner, two members, and the space of the best kind. */
  private static final String TEAM =
      "tariff team=auto\ncloud team_folders\ndisk\nseats\ndb_conf\n"
          + "param members=ann@example.org;bob@example.org";

  /** The usual case of each: command, and what is special → world. */
  private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("open", "tariff\ndisk\ndb_conf");
    COMMANDS.put("open of a team", TEAM);
    COMMANDS.put("setparam", ACTIVE.replace("disk", "disk ordered=25"));
    COMMANDS.put("suspend", ACTIVE);
    COMMANDS.put("resume", ACTIVE.replace("user user_{item}", "user user_{item} disabled"));
    COMMANDS.put("close", ACTIVE);
  }

  private static final Map<Flavour, String> PRODUCTS = new EnumMap<>(Flavour.class);

  static {
    PRODUCTS.put(Flavour.NEXTCLOUD_34, "Nextcloud");
    PRODUCTS.put(Flavour.OWNCLOUD_10, "ownCloud");
    PRODUCTS.put(Flavour.INFINITE_SCALE, "Infinite Scale, OpenCloud");
  }

  private static final String FORM =
      "<doc><processingmodule><base_url>{cloud}</base_url><nc_username>"
          + CloudStandIn.ADMIN
          + "</nc_username><nc_password>"
          + CloudStandIn.ADMIN_PASSWORD
          + "</nc_password></processingmodule></doc>";

  private static final String HEAD =
      """
      # What a command asks

      In the usual case, of each product, in this order; written by `RequestCountTest`, which fails when
      a command asks for more or less. *mgrctl* are the calls of the panel's control utility where the
      panel's files tell where its database is.
      """;

  @TempDir private Path root;

  @Test
  void commandsWhenAllIsAsUsualAskForNoMoreThanIsRecorded() throws IOException {
    StringBuilder record = new StringBuilder(HEAD);
    for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
      record.append("\n## ").append(command.getKey()).append("\n");
      for (Map.Entry<Flavour, String> product : PRODUCTS.entrySet()) {
        record.append(section(command.getKey(), command.getValue(), product));
      }
    }

    String current = record.toString();
    if (Boolean.getBoolean("generated.write")) {
      Files.writeString(RECORD, current);
    }
    assertThat(RECORD).hasContent(current);
  }

  private String section(String title, String world, Map.Entry<Flavour, String> product)
      throws IOException {
    Flavour flavour = product.getKey();
    String command = title.split(" ", 2)[0];
    Path folder = Files.createDirectories(root.resolve(title + flavour));
    List<String> facts =
        (flavour == Flavour.INFINITE_SCALE ? followed(world) : world).lines().toList();
    try (Scene scene = new GivenState(facts).scene(folder, flavour, command)) {
      // As whoever saves the settings has it done before the first order.
      String form = FORM.replace("{cloud}", scene.cloud().url().toString());
      assertThat(scene.ask(form, "--command", "check_connection").exitCode()).isZero();
      scene.cloud().forgetRequests();
      scene.panel().forgetCalls();
      String item = Long.toString(scene.item());
      String operation = Long.toString(scene.operation());
      Scene.Said said =
          scene.ask("", "--command", command, "--item", item, "--runningoperation", operation);
      assertThat(said.exitCode()).as(said.stdout()).isZero();
      List<Request> requests = scene.cloud().requests();
      String asked = lines(requests.stream().map(Request::line), item);
      String told = lines(scene.panel().calls().stream().map(call -> call.line()), item);
      return String.format(
          "%n**%s**: %d requests, %d calls of mgrctl.%n%n```%n%s```%n",
          product.getValue(), requests.size(), scene.panel().calls().size(), asked + told);
    }
  }

  /** By the id that the server gave. */
  private static String followed(String world) {
    return world.replace("url={cloud}", "url={cloud} cloud_user_id={stable}");
  }

  private static String lines(Stream<String> all, String item) {
    return all.map(line -> line.replaceAll("(?<!total=)\\b" + item + "\\b", "7"))
        .map(line -> line.replace("user_" + item, "user_7"))
        .map(line -> line.replaceAll("http://[0-9.:]+", "https://cloud.example.org"))
        .map(line -> line.replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "{id}"))
        .map(line -> line.replaceAll("\\b\\d{4}-\\d{2}-\\d{2}\\b", "{day}"))
        .map(line -> line.replaceAll("\\b(team|share)-7-[a-z][a-z0-9]{9}\\b", "{mark}"))
        .map(line -> line.length() <= 96 ? line : line.substring(0, 93) + "…")
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
