package io.github.billnextcloud.crash;

import io.github.billnextcloud.standin.cloud.Flavour;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The worlds in which the lifecycle commands are killed: each has strangers who look like ours. */
final class Ordeals {

  private static final String BYSTANDERS =
      """
      disk included=100
      user user_77 quota="3 GB" groups=basic password=Strange-word-1
      user neighbour disabled quota="7 GB" groups=basic,pro password=Strange-word-2
      other username=neighbour url={cloud}
      """;

  private static final String OURS =
      """
      opened
      user user_{item} quota="10 GB" groups=basic,by-hand password=Given-word-of-an-earlier-1
      param username=user_{item} url={cloud}
      secret userpassword=Given-word-of-an-earlier-1
      """;

  private static final String ON_GRAPH =
      OURS.replace("url={cloud}", "url={cloud} cloud_user_id={stable}");

  private static final String NEW_TARIFF =
      """
      tariff usergroup=pro more_groups=common
      former usergroup=basic
      group common
      """;

  private static final String READ_ONLY =
      """
      tariff usergroup=basic suspend_style=read_only suspend_group=unpaid
      group unpaid
      """;

  private static final String PINNED =
      READ_ONLY
          + """
          param before_suspension="quota=10 GB;join=basic;leave=unpaid"
          """;

  private Ordeals() {}

  static Stream<Ordeal> all() {
    return Stream.of(
        on(Flavour.NEXTCLOUD_34, "open", "tariff usergroup=pro more_groups=basic"),
        on(Flavour.OWNCLOUD_10, "open", "tariff usergroup=pro more_groups=basic"),
        on(Flavour.NEXTCLOUD_34, "setparam", OURS + NEW_TARIFF),
        on(Flavour.NEXTCLOUD_34, "suspend", OURS),
        on(Flavour.NEXTCLOUD_34, "suspend", OURS + READ_ONLY),
        on(Flavour.NEXTCLOUD_34, "resume", OURS.replace("{item} ", "{item} disabled ")),
        on(Flavour.NEXTCLOUD_34, "resume", OURS.replace("10 GB", "1 MB") + PINNED),
        on(Flavour.NEXTCLOUD_34, "close", OURS),
        on(Flavour.NEXTCLOUD_34, "prolong", OURS),
        on(Flavour.INFINITE_SCALE, "open", "tariff usergroup=pro more_groups=basic"),
        on(Flavour.OPENCLOUD, "setparam", ON_GRAPH + NEW_TARIFF),
        on(Flavour.INFINITE_SCALE, "suspend", ON_GRAPH + READ_ONLY),
        on(Flavour.OPENCLOUD, "close", ON_GRAPH + "soft_deletion\n"));
  }

  private static Ordeal on(Flavour flavour, String command, String facts) {
    List<String> given = new ArrayList<>(facts.lines().toList());
    given.addAll(BYSTANDERS.lines().toList());
    return new Ordeal(command, flavour, given, scene -> {});
  }
}
