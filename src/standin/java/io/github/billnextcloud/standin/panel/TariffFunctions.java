package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Making tariffs and their add-ons. A new tariff gets the default add-ons of its product type. */
final class TariffFunctions {

  private static final String TAKEN =
      "SELECT id FROM pricelist WHERE intname = ? AND itemtype = ? AND parent IS NULL";

  private static final String DEFAULTS =
      "INSERT INTO pricelist (parent, active, itemtype, intname, billtype, addontype, measure,"
          + " addonlimit, addonstep, addonmax) SELECT ?, 'on', r.itemtype, r.intname, r.billtype,"
          + " r.addontype, r.measure, r.addonlimit, r.addonstep, r.addonmax FROM itemtyperule r"
          + " JOIN itemtype t ON t.id = r.itemtype WHERE t.parent = ? AND r.create_default = 'on'";

  private static final List<String> ADD_ON =
      List.of(
          "itemtype",
          "intname",
          "billtype",
          "addontype",
          "measure",
          "addonlimit",
          "addonlimittrial",
          "addonstep",
          "addonmin",
          "addonmax",
          "addonmaxtrial",
          "restrictclientchange");

  private static final Set<String> NO_SETTINGS = Set.of("elid", "sok");

  private final Sql sql;

  TariffFunctions(Sql sql) {
    this.sql = sql;
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("pricelist.add.step2", this::tariff);
    functions.put("pricelist.detail.edit", this::addOn);
    functions.put("pricelist.edit", this::settings);
  }

  private Reply tariff(Call call) {
    Asked asked = new Asked(sql, call);
    String type = asked.row("itemtype", "itemtype");
    if (!call.confirmed()) {
      return asked.shown();
    }
    asked.required("name");
    String module = asked.row("processingmodule", "processingmodule");
    asked.row("project", "project");
    asked.refuseIfThere("pricelist", TAKEN, asked.required("intname"), type);
    Map<String, Object> row =
        asked.columns(List.of("intname", "name", "name_ru", "itemtype", "project"));
    row.put("active", call.param("activate").equals("on") ? "on" : "off");
    long tariff = sql.insert("pricelist", row);
    Map<String, Object> link = Map.of("processingmodule", module, "pricelist", tariff);
    sql.insert("processingmodule2pricelist", link);
    sql.update(DEFAULTS, tariff, type);
    return Reply.ok().with("id", tariff);
  }

  private Reply addOn(Call call) {
    Asked asked = new Asked(sql, call);
    String tariff = asked.row("pricelist", "plid");
    if (!call.confirmed()) {
      return asked.shown();
    }
    asked.row("itemtype", "itemtype");
    asked.required("billtype");
    if (asked.required("addontype").equals(String.valueOf(AddOnSpec.INTEGER))) {
      asked.row("measure", "measure");
    }
    Map<String, Object> columns = asked.columns(ADD_ON);
    if (!call.param("elid").isEmpty()) {
      return changed(asked.row("pricelist", "elid"), columns);
    }
    columns.put("parent", tariff);
    columns.put("active", "on");
    return Reply.ok().with("id", sql.insert("pricelist", columns));
  }

  /** What the module's own fields of the form are given; all others stay as they are. */
  private Reply settings(Call call) {
    Asked asked = new Asked(sql, call);
    String tariff = asked.row("pricelist", "elid");
    if (!call.confirmed()) {
      return asked.shown();
    }
    call.params().entrySet().stream()
        .filter(param -> !NO_SETTINGS.contains(param.getKey()))
        .forEach(
            param ->
                sql.update(
                    "REPLACE INTO pricelistparam (pricelist, intname, value) VALUES (?, ?, ?)",
                    tariff,
                    param.getKey(),
                    param.getValue()));
    return Reply.ok().with("id", tariff);
  }

  private Reply changed(String addOn, Map<String, Object> columns) {
    columns.forEach(
        (name, value) ->
            sql.update("UPDATE pricelist SET " + name + " = ? WHERE id = ?", value, addOn));
    return Reply.ok().with("id", addOn);
  }
}
