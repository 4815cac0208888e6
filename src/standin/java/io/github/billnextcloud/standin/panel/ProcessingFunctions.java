package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.Map;

/** What concerns a whole processing module: its settings, its cached state, its statistics. */
final class ProcessingFunctions {

  private static final String PLAIN =
      "SELECT intname, value FROM processingparam WHERE processingmodule = ? ORDER BY id";
  private static final String CRYPTED =
      "SELECT intname, value FROM processingcryptedparam WHERE processingmodule = ? ORDER BY id";

  private final Sql sql;
  private final PanelRsaKey key;

  ProcessingFunctions(Sql sql, PanelRsaKey key) {
    this.sql = sql;
    this.key = key;
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("processing.edit", this::settings);
    functions.put("processing.setconfig", this::setConfig);
    functions.put("service.poststat", this::postStat);
    functions.put("problems.register", call -> Reply.ok());
  }

  /** The settings form, with the secrets in clear. */
  private Reply settings(Call call) {
    Map<String, String> module = module(call);
    String elid = module.get("id");
    Reply doc = form(call.func()).with("elid", elid);
    doc.with("name", module.get("name")).with("module", module.get("module"));
    sql.query(PLAIN, elid).forEach(row -> doc.with(row.get("intname"), row.get("value")));
    sql.query(CRYPTED, elid)
        .forEach(row -> doc.with(row.get("intname"), key.decrypt(row.get("value"))));
    return doc;
  }

  private static Reply form(String func) {
    Reply doc = new Reply("doc").attribute("lang", "en").attribute("func", func);
    doc.attribute("binary", "/billmgr").attribute("host", "https://billing.example.com");
    doc.child("metadata")
        .attribute("name", func)
        .attribute("type", "form")
        .attribute("mgr", "billmgr")
        .with(new Reply("form"));
    doc.child("messages").attribute("name", func).attribute("checked", func);
    return doc;
  }

  private Reply setConfig(Call call) {
    String elid = module(call).get("id");
    if (call.confirmed()) {
      sql.update("UPDATE processingmodule SET config = ? WHERE id = ?", call.param("config"), elid);
    }
    return Reply.ok();
  }

  private Reply postStat(Call call) {
    String elid = module(call).get("id");
    String date = call.param("date");
    if (date.isEmpty()) {
      throw PanelError.missed("date", "");
    }
    sql.update("UPDATE processingmodule SET laststatdate = ? WHERE id = ?", date, elid);
    return Reply.ok();
  }

  private Map<String, String> module(Call call) {
    String elid = call.param("elid");
    if (elid.isEmpty()) {
      throw PanelError.missed("elid", "");
    }
    return sql.query("SELECT id, name, module FROM processingmodule WHERE id = ?", elid).stream()
        .findFirst()
        .orElseThrow(() -> PanelError.missed("processingmodule", elid));
  }
}
