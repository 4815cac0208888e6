package io.github.billnextcloud.conversation;

import io.github.billnextcloud.conversation.GivenState.Fact;
import io.github.billnextcloud.standin.panel.PanelStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those facts of {@link GivenState} that are about the panel alone. */
final class PanelRows {

  private final PanelStandIn panel;
  private final List<String> lines;

  PanelRows(PanelStandIn panel, List<String> lines) {
    this.panel = panel;
    this.lines = lines;
  }

  private Optional<String> line(String word) {
    return lines.stream()
        .filter(line -> line.equals(word) || line.startsWith(word + " "))
        .map(line -> line.substring(word.length()).strip())
        .findFirst();
  }

  void doNothing() throws IOException {
    if (line("do_nothing").isPresent()) {
      Files.createFile(panel.root().resolve("etc/billmgr.DoNothing"));
    }
  }

  /** Most worlds keep what forms show of the cloud, so that nobody fetches it. */
  void keepConfig(long module) {
    if (line("lost_config").isEmpty()) {
      String config = line("config").orElse("<doc/>");
      panel.sql("UPDATE processingmodule SET config = ? WHERE id = ?", config, module);
    }
  }

  void settle(
      long item,
      long module,
      Map<String, String> secrets,
      Map<String, String> settings,
      String url) {
    line("status").ifPresent(it -> panel.sql("UPDATE item SET status = ? WHERE id = ?", it, item));
    line("opened")
        .ifPresent(
            it ->
                panel.sql(
                    "UPDATE item SET opendate = COALESCE(NULLIF(?, ''), NOW()) WHERE id = ?",
                    it,
                    item));
    line("free").ifPresent(it -> panel.sql("UPDATE item SET cost = 0 WHERE id = ?", item));
    line("suspended")
        .ifPresent(it -> panel.sql("UPDATE item SET autosuspend = 'on' WHERE id = ?", item));
    line("abused")
        .ifPresent(it -> panel.sql("UPDATE item SET abusesuspend = 'on' WHERE id = ?", item));
    line("demands")
        .ifPresent(
            it -> panel.sql("UPDATE itemtypeparam SET required = 'on' WHERE intname = ?", it));
    line("shows")
        .ifPresent(it -> panel.insert("itemtypeparam", Map.of("itemtype", 120, "intname", it)));
    line("no_function").ifPresent(panel::forget);
    line("of_module")
        .ifPresent(it -> panel.sql("UPDATE runningoperation SET item = NULL WHERE item = ?", item));
    line("statistics")
        .map(line -> Fact.parse("statistics " + line))
        .ifPresent(fact -> fact.fields().forEach((name, value) -> figure(item, name, value)));
    line("elsewhere").ifPresent(at -> panel.addModule(Map.of("base_url", at), Map.of()));
    if (line("next_module").isPresent()) {
      Map<String, String> same = new HashMap<>(settings);
      same.keySet().removeAll(List.of("draining", "max_accounts", "min_free_gb"));
      same.put("base_url", url);
      link(item, panel.addModule(same, secrets));
    }
  }

  private void figure(long item, String name, String value) {
    String day = LocalDate.now().toString();
    panel.insert("itemstat", Map.of("item", item, "statdate", day, "param", name, "value", value));
  }

  private void link(long item, long module) {
    panel.sql(
        "UPDATE processingmodule SET config = '<doc/>', orderpriority = 2 WHERE id = ?", module);
    String tariff =
        panel.query("SELECT pricelist FROM item WHERE id = ?", item).get(0).get("pricelist");
    panel.insert(
        "processingmodule2pricelist", Map.of("processingmodule", module, "pricelist", tariff));
  }
}
