package io.github.billnextcloud.cli;

import static io.github.billnextcloud.cli.Option.ACCOUNT;
import static io.github.billnextcloud.cli.Option.APPLY;
import static io.github.billnextcloud.cli.Option.AS_CUSTOMER;
import static io.github.billnextcloud.cli.Option.BROWSER;
import static io.github.billnextcloud.cli.Option.CSV;
import static io.github.billnextcloud.cli.Option.DATACENTER;
import static io.github.billnextcloud.cli.Option.DRY_RUN;
import static io.github.billnextcloud.cli.Option.FILE;
import static io.github.billnextcloud.cli.Option.FORGET;
import static io.github.billnextcloud.cli.Option.HTML;
import static io.github.billnextcloud.cli.Option.ITEM;
import static io.github.billnextcloud.cli.Option.ITEMTYPE;
import static io.github.billnextcloud.cli.Option.JSON;
import static io.github.billnextcloud.cli.Option.LINES;
import static io.github.billnextcloud.cli.Option.LIST;
import static io.github.billnextcloud.cli.Option.LOGIN;
import static io.github.billnextcloud.cli.Option.MODULE;
import static io.github.billnextcloud.cli.Option.NAME;
import static io.github.billnextcloud.cli.Option.OAUTH;
import static io.github.billnextcloud.cli.Option.PANEL;
import static io.github.billnextcloud.cli.Option.PARAM;
import static io.github.billnextcloud.cli.Option.PASSWORD;
import static io.github.billnextcloud.cli.Option.PASSWORD_ENV;
import static io.github.billnextcloud.cli.Option.PRIVATE_CUSTOMERS;
import static io.github.billnextcloud.cli.Option.PROJECT;
import static io.github.billnextcloud.cli.Option.REPAIR;
import static io.github.billnextcloud.cli.Option.REVEAL;
import static io.github.billnextcloud.cli.Option.RUNNINGOPERATION;
import static io.github.billnextcloud.cli.Option.SEARCHSTRING;
import static io.github.billnextcloud.cli.Option.SINCE;
import static io.github.billnextcloud.cli.Option.SPACE;
import static io.github.billnextcloud.cli.Option.TARIFF;
import static io.github.billnextcloud.cli.Option.TEAM;
import static io.github.billnextcloud.cli.Option.URL;
import static io.github.billnextcloud.cli.Option.USERID;
import static io.github.billnextcloud.cli.Option.VALUE;
import static io.github.billnextcloud.cli.Option.WELCOME;
import static io.github.billnextcloud.cli.Option.XML;

import io.github.billnextcloud.cli.CommandHelp.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands, in the order in which people read of them. */
final class CommandHelpCatalogue {

  static final List<CommandHelp> ALL =
      List.of(
          called("features"),
          called("check_connection"),
          called("tune_connection"),
          called("pricelist_dynamic_settings_tune", MODULE),
          called("get_server_config").needing(MODULE),
          called("get_suitable_module"),
          called("check_param", ITEM, MODULE, PARAM, VALUE),
          operation("open"),
          operation("reopen"),
          operation("setparam", USERID),
          operation("suspend"),
          operation("resume"),
          operation("close"),
          operation("prolong"),
          operation("changepassword").needing(PASSWORD),
          operation("sync_item", WELCOME),
          called("transition_controlpanel", ITEM),
          called("stat").needing(MODULE),
          called("import", ITEMTYPE, SEARCHSTRING, LIST, TARIFF, SPACE, LOGIN, APPLY)
              .needing(MODULE),
          typed("show", ITEM, SEARCHSTRING, XML, REVEAL),
          typed("welcome", ITEM, DRY_RUN),
          typed("certificate").needing(ITEM),
          typed("dossier").needing(ACCOUNT),
          typed(
              "setup",
              URL,
              LOGIN,
              PASSWORD_ENV,
              NAME,
              ITEMTYPE,
              PROJECT,
              DATACENTER,
              TEAM,
              PRIVATE_CUSTOMERS,
              MODULE,
              APPLY),
          typed("connect", BROWSER, OAUTH, FORGET).needing(MODULE),
          typed("doctor", MODULE, JSON, PANEL, AS_CUSTOMER).endingWith(2),
          typed("audit", JSON, CSV, HTML, SINCE, REPAIR, APPLY).needing(MODULE).endingWith(2),
          typed("migrate", APPLY).endingWith(2),
          typed("logs", ITEM, MODULE, LINES),
          typed("capacity", MODULE, JSON, CSV, HTML),
          typed("metrics", FILE),
          typed(CommandHelp.EXPLAIN),
          typed("completion"),
          typed("man"),
          typed(CommandHelp.HELP));

  private CommandHelpCatalogue() {}

  static Optional<CommandHelp> find(String name) {
    return ALL.stream().filter(page -> page.name().equals(name)).findFirst();
  }

  static List<CommandHelp> of(Reader reader) {
    return ALL.stream().filter(page -> page.reader() == reader).toList();
  }

  private static CommandHelp called(String name, Option... options) {
    return CommandHelp.of(name, Reader.BILLMANAGER, List.of(options));
  }

  private static CommandHelp typed(String name, Option... options) {
    return CommandHelp.of(name, Reader.PEOPLE, List.of(options));
  }

  /** What changes one service, in the background or for a person, or only tells of it. */
  private static CommandHelp operation(String name, Option... more) {
    List<Option> options = new ArrayList<>(List.of(ITEM, RUNNINGOPERATION));
    options.addAll(List.of(more));
    options.add(DRY_RUN);
    return CommandHelp.of(name, Reader.BILLMANAGER, options);
  }
}
