package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a processing module found is made a service that nobody owns yet. */
final class ImportFunction {

  private static final Set<String> OF_THE_SERVICE =
      Set.of("sok", "module", "status", "expiredate", "period", "service_status");

  private final Sql sql;
  private final ItemParams params;

  ImportFunction(Sql sql, PanelRsaKey key) {
    this.sql = sql;
    this.params = new ItemParams(sql, key);
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("processing.import.service", this::service);
  }

  private Reply service(Call call) {
    Asked asked = new Asked(sql, call);
    if (!call.confirmed()) {
      return asked.shown();
    }
    String type = asked.required("import_itemtype_intname");
    if (sql.number("SELECT COUNT(*) FROM itemtype WHERE intname = ?", type) == 0) {
      throw PanelError.missed("itemtype", type);
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("processingmodule", asked.row("processingmodule", "module"));
    row.put("name", asked.required("import_service_name"));
    row.put("pricelist", tariff(call.param("import_pricelist_intname")));
    row.put("status", asked.required("status"));
    row.put("expiredate", asked.required("expiredate"));
    row.put("period", 1);
    row.put("createdate", LocalDateTime.now());
    row.put("opendate", LocalDateTime.now());
    long item = sql.insert("item", row);
    call.params()
        .forEach(
            (name, value) -> {
              if (!OF_THE_SERVICE.contains(name) && !name.startsWith("import_")) {
                params.save(item, name, value, false);
              }
            });
    return new Reply("doc").with("service_id", item);
  }

  /** None is chosen by the staff. */
  private Object tariff(String intname) {
    return intname.isEmpty()
        ? null
        : sql.value("SELECT id FROM pricelist WHERE intname = ?", intname)
            .orElseThrow(() -> PanelError.missed("pricelist", intname));
  }
}
