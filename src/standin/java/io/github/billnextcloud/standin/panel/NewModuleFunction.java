package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last step of the panel's wizard for processing modules. */
final class NewModuleFunction {

  private static final List<String> SECRET = List.of("nc_password", "nc_token");

  /** Everything else in the form is a setting of the module's own. */
  private static final Set<String> OF_THE_WIZARD =
      Set.of("module", "type", "name", "datacenter", "orderpriority", "clicked_button", "sok");

  private final Sql sql;
  private final PanelRsaKey key;

  NewModuleFunction(Sql sql, PanelRsaKey key) {
    this.sql = sql;
    this.key = key;
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("processing.add.settings", this::add);
  }

  private Reply add(Call call) {
    Asked asked = new Asked(sql, call);
    String module = asked.required("module");
    if (!module.equals(Catalogue.MODULE)) {
      throw PanelError.missed("module", module);
    }
    if (!call.confirmed()) {
      return asked.shown();
    }
    Map<String, Object> row = asked.columns(List.of("module", "name", "orderpriority"));
    row.put("name", asked.required("name"));
    if (!call.param("datacenter").isEmpty()) {
      row.put("datacenter", asked.row("datacenter", "datacenter"));
    }
    call.fromEnvironment().keySet().forEach(asked::required);
    long id = sql.insert("processingmodule", row);
    call.params().keySet().stream()
        .filter(name -> !OF_THE_WIZARD.contains(name) && !SECRET.contains(name))
        .forEach(name -> setting("processingparam", id, name, call.param(name)));
    asked
        .columns(SECRET)
        .forEach(
            (name, value) ->
                setting("processingcryptedparam", id, name, key.encrypt(name, (String) value)));
    return Reply.ok().with("id", id);
  }

  private void setting(String table, long module, String name, Object value) {
    String insert = "INSERT INTO " + table + " (processingmodule, intname, value) VALUES (?, ?, ?)";
    sql.update(insert, module, name, value);
  }
}
