package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.Map;
import java.util.function.LongConsumer;

/** The confirmations by which a module ends an operation, and the undoing of a tariff change. */
final class ServiceFunctions {

  private static final String ITEMTYPE_OF =
      "SELECT t.intname FROM item i JOIN pricelist p ON p.id = i.pricelist"
          + " JOIN itemtype t ON t.id = p.itemtype WHERE i.id = ?";

  /** Parameters that may be given with the opening itself, and whether each is a secret. */
  private static final String OPENVISIBLE =
      "SELECT p.intname, p.crypted, p.required FROM itemtypeparam p JOIN itemtype t ON t.id ="
          + " p.itemtype WHERE t.intname = ? AND p.openvisible = 'on'";

  /** The type whose {@code .open} ISPsystem's library uses for every service. */
  static final String ANY_TYPE = "vds";

  private final Sql sql;
  private final Items items;
  private final ItemParams params;

  ServiceFunctions(Sql sql, Items items, PanelRsaKey key) {
    this.sql = sql;
    this.items = items;
    this.params = new ItemParams(sql, key);
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("service.postsuspend", confirming(i -> items.finish(i, Items.SUSPENDED)));
    functions.put("service.postresume", confirming(i -> items.finish(i, Items.ACTIVE)));
    functions.put("service.postclose", confirming(i -> items.finish(i, Items.DELETED)));
    functions.put("service.postprolong", confirming(items::finishUnchanged));
    functions.put("service.postchangepassword", confirming(items::finishUnchanged));
    functions.put("service.postsetparam", confirming(this::settle));
    functions.put("service.changepricelist.rollback", confirming(this::rollback));
    functions.put("service.postreopen", confirming(i -> items.finish(i, Items.ACTIVE)));
    functions.put("service.getnextmodule", confirming(this::moveOn));
  }

  /** {@code <itemtype>.open}: the service is active from now on. */
  Reply open(Call call, String itemtype) {
    PanelFunction function = confirming(item -> activate(call, item, itemtype));
    return function.answer(call);
  }

  /** What the form of {@code <itemtype>.open} has. */
  Reply described(String itemtype, Reply told) {
    sql.query(OPENVISIBLE, itemtype)
        .forEach(
            row ->
                told.with(row.get("intname"), "on".equals(row.get("required")) ? "required" : ""));
    return told;
  }

  private PanelFunction confirming(LongConsumer effect) {
    return call -> {
      long item = items.of(call);
      if (!call.confirmed()) {
        return new Reply("doc").with("elid", item);
      }
      effect.accept(item);
      return Reply.ok();
    };
  }

  private void activate(Call call, long item, String itemtype) {
    boolean own = sql.value(ITEMTYPE_OF, item).orElse("").equals(itemtype);
    if (!own && !itemtype.equals(ANY_TYPE)) {
      throw PanelError.missed("item", item);
    }
    for (Map<String, String> visible : sql.query(OPENVISIBLE, itemtype)) {
      String name = visible.get("intname");
      if ("on".equals(visible.get("required")) && call.param(name).isEmpty()) {
        throw PanelError.missed(name, "");
      }
      if (call.params().containsKey(name)) {
        params.save(item, name, call.param(name), "on".equals(visible.get("crypted")));
      }
    }
    items.finish(item, Items.ACTIVE);
    sql.update("UPDATE item SET opendate = NOW() WHERE id = ?", item);
  }

  private void settle(long item) {
    items.finishUnchanged(item);
    sql.update("UPDATE item SET lastpricelist = NULL WHERE id = ?", item);
  }

  /** To the module of the tariff that comes next by its own Sort. */
  private void moveOn(long item) {
    String next =
        "SELECT n.id FROM item i JOIN processingmodule m ON m.id = i.processingmodule"
            + " JOIN processingmodule2pricelist l ON l.pricelist = i.pricelist"
            + " JOIN processingmodule n ON n.id = l.processingmodule"
            + " AND (COALESCE(n.orderpriority, 0), n.id) > (COALESCE(m.orderpriority, 0), m.id)"
            + " WHERE i.id = ? ORDER BY COALESCE(n.orderpriority, 0), n.id LIMIT 1";
    String module =
        sql.value(next, item)
            .orElseThrow(() -> new PanelError("no_suitable_module", "item", String.valueOf(item)));
    sql.update("UPDATE item SET processingmodule = ? WHERE id = ?", module, item);
  }

  private void rollback(long item) {
    String back =
        "UPDATE item SET pricelist = lastpricelist, lastpricelist = NULL"
            + " WHERE id = ? AND lastpricelist > 0";
    if (sql.update(back, item) == 0) {
      throw PanelError.missed("lastpricelist", item);
    }
  }
}
