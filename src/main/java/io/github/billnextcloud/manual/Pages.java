package io.github.billnextcloud.manual;

import static io.github.billnextcloud.manual.Option.APPLY;
import static io.github.billnextcloud.manual.Option.CSV;
import static io.github.billnextcloud.manual.Option.DATACENTER;
import static io.github.billnextcloud.manual.Option.DRY_RUN;
import static io.github.billnextcloud.manual.Option.HTML;
import static io.github.billnextcloud.manual.Option.ITEM;
import static io.github.billnextcloud.manual.Option.ITEMTYPE;
import static io.github.billnextcloud.manual.Option.JSON;
import static io.github.billnextcloud.manual.Option.LINES;
import static io.github.billnextcloud.manual.Option.LIST;
import static io.github.billnextcloud.manual.Option.LOGIN;
import static io.github.billnextcloud.manual.Option.MODULE;
import static io.github.billnextcloud.manual.Option.NAME;
import static io.github.billnextcloud.manual.Option.PANEL;
import static io.github.billnextcloud.manual.Option.PARAM;
import static io.github.billnextcloud.manual.Option.PASSWORD;
import static io.github.billnextcloud.manual.Option.PASSWORD_ENV;
import static io.github.billnextcloud.manual.Option.PROJECT;
import static io.github.billnextcloud.manual.Option.REPAIR;
import static io.github.billnextcloud.manual.Option.REVEAL;
import static io.github.billnextcloud.manual.Option.RUNNINGOPERATION;
import static io.github.billnextcloud.manual.Option.SEARCHSTRING;
import static io.github.billnextcloud.manual.Option.TARIFF;
import static io.github.billnextcloud.manual.Option.URL;
import static io.github.billnextcloud.manual.Option.USERID;
import static io.github.billnextcloud.manual.Option.VALUE;
import static io.github.billnextcloud.manual.Option.WELCOME;

import io.github.billnextcloud.manual.Page.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands, in the order in which people read of them. */
final class Pages {

  static final List<Page> ALL =
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
          called("import", ITEMTYPE, SEARCHSTRING, LIST, TARIFF, APPLY).needing(MODULE),
          typed("show", ITEM, REVEAL),
          typed("welcome", ITEM, DRY_RUN),
          typed("setup", URL, LOGIN, PASSWORD_ENV, NAME, ITEMTYPE, PROJECT, DATACENTER, APPLY),
          typed("doctor", MODULE, JSON, PANEL).endingWith(2),
          typed("audit", JSON, CSV, HTML, REPAIR, APPLY).needing(MODULE).endingWith(2),
          typed("migrate", APPLY).endingWith(2),
          typed("logs", ITEM, MODULE, LINES),
          typed(Page.EXPLAIN),
          typed("completion"),
          typed("man"),
          typed(Page.HELP));

  private Pages() {}

  static Optional<Page> find(String name) {
    return ALL.stream().filter(page -> page.name().equals(name)).findFirst();
  }

  static List<Page> of(Reader reader) {
    return ALL.stream().filter(page -> page.reader() == reader).toList();
  }

  private static Page called(String name, Option... options) {
    return Page.of(name, Reader.BILLMANAGER, List.of(options));
  }

  private static Page typed(String name, Option... options) {
    return Page.of(name, Reader.PEOPLE, List.of(options));
  }

  /** What changes one service, in the background or for a person, or only tells of it. */
  private static Page operation(String name, Option... more) {
    List<Option> options = new ArrayList<>(List.of(ITEM, RUNNINGOPERATION));
    options.addAll(List.of(more));
    options.add(DRY_RUN);
    return Page.of(name, Reader.BILLMANAGER, options);
  }
}
