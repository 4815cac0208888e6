package io.github.billnextcloud.standin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays what real Infinite Scale 7 and OpenCloud 3 were asked, and compares the stand-in's answers
 * with theirs: {@code src/test/resources/recorded/graph}, of which {@code README} tells the form.
 */
class GraphRecordingsTest {

  private static final Path ALL = Path.of("src/test/resources/recorded/graph");
  private static final Pattern PLACE = Pattern.compile("\\{(id|drive|group|space):([^}]+)}");

  /** One request as it was recorded, and what the answer had. */
  private record Exchange(String number, List<String> asked, String body, String answered) {

    boolean isOf(Flavour flavour) {
      String of = number.contains("/") ? number.substring(number.indexOf('/') + 1) : "";
      return of.isEmpty() || of.equals(flavour.name());
    }
  }

  @TestFactory
  Stream<DynamicTest> recordings() throws IOException {
    List<DynamicTest> plays = new ArrayList<>();
    try (Stream<Path> files = Files.list(ALL)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
        for (Flavour flavour : List.of(Flavour.INFINITE_SCALE, Flavour.OPENCLOUD)) {
          String name = file.getFileName() + " of " + flavour;
          plays.add(DynamicTest.dynamicTest(name, () -> play(file, flavour)));
        }
      }
    }
    return plays.stream();
  }

  private static void play(Path file, Flavour flavour) throws Exception {
    try (CloudStandIn cloud = CloudStandIn.start(flavour)) {
      for (String block : Files.readString(file).split("\n(?=\\S)")) {
        List<String> lines = block.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || lines.get(0).startsWith("#")) {
          continue;
        }
        if (lines.get(0).startsWith("given ")) {
          settle(cloud, lines.get(0).substring(6));
          continue;
        }
        Exchange exchange = read(lines);
        if (exchange.isOf(flavour)) {
          compare(cloud, exchange);
        }
      }
    }
  }

  private static void settle(CloudStandIn cloud, String fact) {
    String[] words = fact.split(" ");
    switch (words[0]) {
      case "passwords" -> cloud.takePasswords(true);
      case "impersonation" -> cloud.allowImpersonation();
      case "app_token" -> cloud.appPassword(fact.substring("app_token ".length()));
      case "bearer" -> cloud.oauthToken(words[1]);
      case "read_only" -> cloud.readOnlyDirectory();
      case "soft_deletion" -> cloud.deleteSoftly();
      case "no_disabling" -> cloud.withoutDisabling();
      case "max_quota" -> cloud.maxQuota(Long.parseLong(words[1]));
      case "service" -> cloud.service(words[1], words[2].equals("runs"));
      case "role" -> cloud.account(words[1]).orElseThrow().setRole(GraphRole.valueOf(words[2]));
      case "used" -> cloud.account(words[1]).orElseThrow().setUsed(Long.parseLong(words[2]));
      case "gone" -> cloud.remove(words[1]);
      case "space_role" ->
          space(cloud, words[1])
              .give(
                  cloud.account(words[2]).orElseThrow(),
                  words[3].equals("nothing") ? null : words[3]);
      case "user" -> cloud.addAccount(words[1]).setPassword("pw-" + words[1]);
      default -> throw new IllegalArgumentException(fact);
    }
  }

  private static Exchange read(List<String> lines) {
    List<String> words = new ArrayList<>(List.of(lines.get(0).split(" ")));
    String number = words.remove(0);
    String body = lines.stream().filter(line -> line.startsWith("  > ")).findFirst().orElse("  > ");
    return new Exchange(number, words, body.substring(4), lines.get(lines.size() - 1).strip());
  }

  /** {@code who METHOD path Header:value …}. */
  private static void compare(CloudStandIn cloud, Exchange exchange) throws Exception {
    Visitor visitor = visitor(cloud, exchange.asked().get(0));
    List<String> headers = exchange.asked().subList(3, exchange.asked().size());
    for (String header : headers) {
      visitor.announce(header.split(":")[0], header.split(":")[1]);
    }
    String path = filled(cloud, exchange.asked().get(2)).replace("~", "/graph/v1.0/");
    String body = filled(cloud, exchange.body());
    HttpResponse<String> answer =
        body.isEmpty()
            ? visitor.call(exchange.asked().get(1), path)
            : visitor.callJson(exchange.asked().get(1), path, body);

    String[] expected = exchange.answered().split(" \\| ");
    String challenges =
        String.join(
            ",",
            answer.headers().allValues("WWW-Authenticate").stream()
                .map(line -> line.split(" ")[0])
                .toList());
    String seen = (answer.statusCode() + " " + challenges).strip();
    assertThat(seen).as(exchange.number() + " " + answer.body()).isEqualTo(expected[0]);
    for (int part = 1; part < expected.length; part++) {
      String text = filled(cloud, expected[part]);
      if (text.startsWith("!")) {
        assertThat(answer.body()).as(exchange.number()).doesNotContain(text.substring(1));
      } else if (text.equals("empty")) {
        assertThat(answer.body()).as(exchange.number()).isEmpty();
      } else {
        assertThat(answer.body()).as(exchange.number()).contains(text);
      }
    }
  }

  /** {@code admin}, {@code nobody}, {@code Bearer:token}, {@code login:password}. */
  private static Visitor visitor(CloudStandIn cloud, String who) {
    if (who.equals("nobody")) {
      return Visitor.with(cloud, null);
    }
    if (who.startsWith("Bearer:")) {
      return Visitor.with(cloud, who.replace(':', ' '));
    }
    String[] parts = who.split(":", 2);
    String usual = parts[0].equalsIgnoreCase("admin") ? CloudStandIn.ADMIN_PASSWORD : "pw-" + who;
    return Visitor.of(cloud, parts[0], parts.length == 2 ? parts[1].replace('_', ' ') : usual);
  }

  private static String filled(CloudStandIn cloud, String text) {
    Matcher places = PLACE.matcher(text);
    return places.replaceAll(
        place ->
            Matcher.quoteReplacement(
                switch (place.group(1)) {
                  case "id" -> cloud.account(place.group(2)).orElseThrow().stableId();
                  case "group" -> cloud.groupId(place.group(2));
                  case "space" -> space(cloud, place.group(2)).id();
                  default -> String.valueOf(cloud.account(place.group(2)).orElseThrow().drive());
                }));
  }

  private static GraphSpace space(CloudStandIn cloud, String description) {
    return cloud.spaces().stream()
        .filter(it -> it.description().equals(description))
        .findFirst()
        .orElseThrow();
  }
}
