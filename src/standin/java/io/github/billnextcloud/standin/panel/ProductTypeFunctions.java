package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.List;
import java.util.Map;

/** Making product types, their params and their kinds of add-ons. */
final class ProductTypeFunctions {

  private static final String NAME_TAKEN =
      "SELECT id FROM itemtype WHERE intname = ? AND (parent IS NULL OR parent = ?)";
  private static final String PARAM_TAKEN =
      "SELECT id FROM itemtypeparam WHERE intname = ? AND itemtype = ?";

  private static final List<String> TYPE =
      List.of(
          "intname",
          "name",
          "name_ru",
          "closetype",
          "closesubtype",
          "nostopholidays",
          "splitexpense",
          "trial",
          "day",
          "monthly",
          "quarterly",
          "semiannual",
          "annually",
          "lifetime");

  private static final List<String> PARAM =
      List.of(
          "intname",
          "name",
          "name_ru",
          "hint",
          "hint_ru",
          "ordervisible",
          "openvisible",
          "editvisible",
          "editreadlevel",
          "editwritelevel",
          "inputtype",
          "validator",
          "required",
          "crypted",
          "needsetparam",
          "default_value");

  private final Sql sql;

  ProductTypeFunctions(Sql sql) {
    this.sql = sql;
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("itemtype.edit", this::type);
    functions.put("itemtype.detail.edit", this::addOnType);
    functions.put("itemtype.param.edit", this::param);
  }

  private Reply type(Call call) {
    Asked asked = new Asked(sql, call);
    if (!call.confirmed()) {
      return asked.shown();
    }
    asked.required("name");
    asked.refuseIfThere("itemtype", NAME_TAKEN, asked.required("intname"), 0);
    Map<String, Object> row = asked.columns(TYPE);
    row.put("embedded", "off");
    row.put("need_processing", "on");
    return Reply.ok().with("id", sql.insert("itemtype", row));
  }

  private Reply addOnType(Call call) {
    Asked asked = new Asked(sql, call);
    String type = asked.row("itemtype", "plid");
    if (!call.confirmed()) {
      return asked.shown();
    }
    asked.required("name");
    asked.refuseIfThere("itemtype", NAME_TAKEN, asked.required("intname"), type);
    Map<String, Object> row = asked.columns(List.of("intname", "name", "name_ru"));
    row.put("embedded", "off");
    row.put("parent", type);
    return Reply.ok().with("id", sql.insert("itemtype", row));
  }

  private Reply param(Call call) {
    Asked asked = new Asked(sql, call);
    String type = asked.row("itemtype", "plid");
    if (!call.confirmed()) {
      return asked.shown();
    }
    asked.required("name");
    asked.refuseIfThere("itemtypeparam", PARAM_TAKEN, asked.required("intname"), type);
    Map<String, Object> row = asked.columns(PARAM);
    row.put("itemtype", type);
    return Reply.ok().with("id", sql.insert("itemtypeparam", row));
  }
}
