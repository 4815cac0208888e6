package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Running operations that went wrong: their error, their restart, the task for the staff. */
final class OperationFunctions {

  private static final Set<String> WITH_TASKS =
      Set.of("open", "close", "suspend", "resume", "setparam", "prolong", "changepassword");

  private final Sql sql;

  OperationFunctions(Sql sql) {
    this.sql = sql;
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("runningoperation.edit", this::edit);
    functions.put("runningoperation.setmanual", this::setManual);
    functions.put("task.gettype", this::taskType);
    functions.put("task.edit", this::makeTask);
  }

  private Reply edit(Call call) {
    String operation = operation(call.param("elid"), "elid");
    if (!call.confirmed()) {
      return form(operation);
    }
    set(call, operation, "errorxml");
    set(call, operation, "manual");
    return Reply.ok();
  }

  private void set(Call call, String operation, String column) {
    if (call.params().containsKey(column)) {
      String change = "UPDATE runningoperation SET " + column + " = ? WHERE id = ?";
      sql.update(change, call.param(column), operation);
    }
  }

  private Reply form(String operation) {
    Reply doc = new Reply("doc").with("elid", operation);
    sql.query("SELECT trycount, manual, errorxml FROM runningoperation WHERE id = ?", operation)
        .forEach(row -> row.forEach(doc::with));
    return doc;
  }

  private Reply setManual(Call call) {
    String operation = operation(call.param("elid"), "elid");
    sql.update("UPDATE runningoperation SET manual = 'on' WHERE id = ?", operation);
    return Reply.ok();
  }

  /** Empty if the staff wants no tasks for such operations. */
  private Reply taskType(Call call) {
    String operation = call.param("operation");
    if (operation.isEmpty()) {
      throw PanelError.missed("operation", "");
    }
    String type = WITH_TASKS.contains(operation) ? "service_" + operation : "";
    return new Reply("doc").with("task_type", type);
  }

  private Reply makeTask(Call call) {
    if (!call.confirmed()) {
      return new Reply("doc");
    }
    if (call.param("type").isEmpty()) {
      throw PanelError.missed("type", "");
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", call.param("type"));
    row.put("item", item(call.param("item")));
    row.put("runningoperation", operation(call.param("runningoperation"), "runningoperation"));
    row.put("params", call.param("params"));
    return Reply.ok().with("id", sql.insert("task", row));
  }

  private String item(String id) {
    return sql.value("SELECT id FROM item WHERE id = ?", id)
        .orElseThrow(() -> PanelError.missed("item", id));
  }

  private String operation(String id, String parameter) {
    if (id.isEmpty()) {
      throw PanelError.missed(parameter, "");
    }
    return sql.value("SELECT id FROM runningoperation WHERE id = ?", id)
        .orElseThrow(() -> PanelError.missed("runningoperation", id));
  }
}
