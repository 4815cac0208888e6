package io.github.billnextcloud.standin.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call gives for the columns of a new row, checked as the panel checks its forms. */
record Asked(Sql sql, Call call) {

  /** The parameter, which must not be empty. */
  String required(String name) {
    String value = call.param(name);
    if (value.isEmpty()) {
      throw PanelError.missed(name, "");
    }
    return value;
  }

  /** The parameter, which must be the id of a row of this table. */
  String row(String table, String name) {
    String id = required(name);
    return sql.value("SELECT id FROM " + table + " WHERE id = ?", id)
        .orElseThrow(() -> PanelError.missed(table, id));
  }

  /** Refuses a name that such a row has already. */
  void refuseIfThere(String table, String select, Object... values) {
    if (sql.number(select, values) > 0) {
      throw new PanelError("exists", table, String.valueOf(values[0]));
    }
  }

  /** Those of the columns that the call gives; an empty one is NULL. */
  Map<String, Object> columns(List<String> names) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String name : names) {
      if (call.params().containsKey(name)) {
        row.put(name, call.param(name).isEmpty() ? null : call.param(name));
      }
    }
    return row;
  }

  /** A function of a form shows it until the call says {@code sok=ok}. */
  Reply shown() {
    Reply form = new Reply("doc");
    call.params().forEach(form::with);
    return form;
  }
}
