package io.github.billnextcloud.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.billnextcloud.conversation.Scene;
import io.github.billnextcloud.standin.cloud.Account;
import io.github.billnextcloud.standin.cloud.CloudStandIn;
import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The life of a team of twelve on each kind of cloud: strangers have a login that a member would
 * get, a space that is called like the team's, and one of them is in the team's group.
 */
final class TeamOrdeals {

  /** Besides the owner; eve's login is a stranger's. */
  private static final List<String> MEMBERS =
      List.of("ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal", "ida", "joe", "kim");

  /** Three are gone, and two have come, of whom one's login is a stranger's. */
  private static final List<String> LATER =
      List.of("ann", "bob", "dan", "fay", "gus", "hal", "ida", "joe", "leo", "max");

  private static final String STRANGE = "Strange-word-of-somebody-1";

  /** A kind of space on a cloud. */
  private record Place(Flavour flavour, String team, String fact) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(Flavour.NEXTCLOUD_28, "space", "cloud team_folders"),
          new Place(Flavour.NEXTCLOUD_34, "space", "cloud team_folders"),
          new Place(Flavour.NEXTCLOUD_34, "shared_folder", ""),
          new Place(Flavour.OWNCLOUD_10, "shared_folder", ""),
          new Place(Flavour.INFINITE_SCALE, "space", ""),
          new Place(Flavour.OPENCLOUD, "space", ""));

  private TeamOrdeals() {}

  /** Each command in each kind of space. */
  static Stream<Ordeal> all() {
    return PLACES.stream().flatMap(TeamOrdeals::at);
  }

  /**
   * To be killed in one process: where deaths are everywhere, all; else each command, and the order
   * of a shared folder, which begins with another account than the owner's.
   */
  static Stream<Ordeal> silenced() {
    return Ordeal.EVERYWHERE
        ? all()
        : Stream.concat(
            eachOnce(),
            all().filter(it -> it.flavour() == Flavour.OWNCLOUD_10 && it.command().equals("open")));
  }

  /** To be killed truly: else one, of whom all passwords are saved. */
  static Stream<Ordeal> installed() {
    return Ordeal.EVERYWHERE
        ? eachOnce()
        : all()
            .filter(it -> it.flavour() == Flavour.OWNCLOUD_10 && it.command().equals("setparam"));
  }

  /** Each command once, and each kind of space. */
  private static Stream<Ordeal> eachOnce() {
    List<Ordeal> all = all().toList();
    int commands = all.size() / PLACES.size();
    return IntStream.range(0, commands)
        .mapToObj(command -> all.get(command % PLACES.size() * commands + command));
  }

  private static Stream<Ordeal> at(Place place) {
    Consumer<Scene> opened = run("open").andThen(scene -> liveOn(scene, place.flavour()));
    return Stream.of(
        ordeal("open", place, scene -> {}),
        ordeal("setparam", place, opened.andThen(TeamOrdeals::listOthers)),
        ordeal("suspend", place, opened),
        ordeal("resume", place, opened.andThen(run("suspend"))),
        ordeal("close", place, opened),
        ordeal("sync_item", place, opened.andThen(TeamOrdeals::listOthers)),
        ordeal("stat", place, opened.andThen(TeamOrdeals::listOthers)));
  }

  private static Ordeal ordeal(String command, Place place, Consumer<Scene> before) {
    List<String> given = new ArrayList<>();
    given.add("tariff usergroup=pro addon_groups=office=office team=" + place.team());
    given.add(place.fact());
    given.addAll(
        List.of(
            "group pro",
            "group office",
            "addon office value=off",
            "disk",
            "seats metered included=12",
            "param members=" + addresses(MEMBERS),
            "user user_77 quota=\"3 GB\" groups=pro password=Strange-word-1",
            "other username=neighbour url={cloud}",
            "user neighbour disabled quota=\"7 GB\" groups=pro password=Strange-word-2"));
    if (!command.equals("open")) {
      given.add("opened");
    }
    Consumer<Scene> strangers = scene -> strangers(scene, place.flavour());
    return new Ordeal(command, place.flavour(), given, strangers.andThen(before));
  }

  private static String addresses(List<String> members) {
    return String.join(";", members.stream().map(it -> it + "@example.org").toList());
  }

  private static Consumer<Scene> run(String command) {
    return scene ->
        assertThat(SilencedProgram.run(scene, command)).as("%s before", command).contains("<ok/>");
  }

  private static void strangers(Scene scene, Flavour flavour) {
    CloudStandIn cloud = scene.cloud();
    Account eve = stranger(cloud, "eve_" + scene.item());
    stranger(cloud, "max_" + scene.item());
    String name = "Team " + scene.item();
    if (flavour.graph()) {
      cloud.addSpace(name, "theirs", eve).setQuota(7);
    } else {
      cloud.addGroup(name);
      eve.groups().add(name);
      if (flavour != Flavour.OWNCLOUD_10) {
        cloud.addTeamFolder(name).groups().put(name, 31);
      }
    }
  }

  private static Account stranger(CloudStandIn cloud, String login) {
    Account account = cloud.addAccount(login);
    account.setPassword(STRANGE);
    account.setQuota("3 GB");
    account.setEmail(login + "@example.net");
    return account;
  }

  /**
   * One was closed by somebody's hand, one has got more than was sold, space and a function, a
   * stranger has come in.
   */
  private static void liveOn(Scene scene, Flavour flavour) {
    CloudStandIn cloud = scene.cloud();
    account(scene, "bob").setEnabled(false);
    account(scene, "gus").setQuota("5 GB");
    String mark = scene.panel().params(scene.item()).get("team");
    Account eve = account(scene, "eve");
    if (flavour.graph()) {
      cloud.spaces().stream()
          .filter(space -> space.description().equals(mark))
          .forEach(space -> space.give(eve, "editor"));
    } else {
      account(scene, "gus").groups().add("office");
      eve.groups().add(mark);
    }
  }

  private static Account account(Scene scene, String name) {
    return scene.cloud().account(name + "_" + scene.item()).orElseThrow();
  }

  private static void listOthers(Scene scene) {
    scene.panel().param(scene.item(), "members", addresses(LATER), false);
  }
}
