package io.github.billnextcloud.standin.panel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The panel's functions by name; what ends in {@code .open} belongs to a product type. */
final class PanelFunctions {

  /** One function: it answers with a document or throws a {@link PanelError}. */
  @FunctionalInterface
  interface PanelFunction {
    Reply answer(Call call);
  }

  private static final String OPEN = ".open";

  private final Map<String, PanelFunction> functions = new HashMap<>();
  private final Set<String> forgotten = new HashSet<>();
  private final ConfigFunctions config;
  private final ServiceFunctions services;
  private final Sql sql;

  PanelFunctions(Schema schema, Sql sql, Items items, PanelRsaKey key, boolean unixSocket) {
    this.sql = sql;
    this.services = new ServiceFunctions(sql, items, key);
    this.config = new ConfigFunctions(schema, unixSocket);
    config.addTo(functions);
    new ProcessingFunctions(sql, key).addTo(functions);
    new NewModuleFunction(sql, key).addTo(functions);
    new ProductTypeFunctions(sql).addTo(functions);
    new TariffFunctions(sql).addTo(functions);
    new ImportFunction(sql, key).addTo(functions);
    new OperationFunctions(sql).addTo(functions);
    new ParamFunctions(sql, items, key).addTo(functions);
    services.addTo(functions);
  }

  void databaseAt(DatabaseAddress address) {
    config.databaseAt(address);
  }

  /** The product type's function is as unknown as on a panel that has another name for it. */
  void forget(String func) {
    forgotten.add(func);
  }

  /** As the panel keeps it in files. */
  String config() {
    return config.lines();
  }

  Reply answer(Call call) {
    if (forgotten.contains(call.func())) {
      throw PanelError.missed("func", call.func());
    }
    if (call.func().equals(CallParser.INFO)) {
      return described(call.param("func"));
    }
    PanelFunction function = functions.get(call.func());
    if (function != null) {
      return function.answer(call);
    }
    return services.open(call, itemtype(call.func()));
  }

  private Reply described(String func) {
    if (forgotten.contains(func)) {
      throw PanelError.missed("func", func);
    }
    Reply told = new Reply("doc").with("elid", "int").with("sok", "ok");
    return functions.containsKey(func) ? told : services.described(itemtype(func), told);
  }

  /** The product type of {@code backupservice.open}; any other name is no function at all. */
  private String itemtype(String func) {
    if (func.endsWith(OPEN)) {
      String intname = func.substring(0, func.length() - OPEN.length());
      String known = "SELECT COUNT(*) FROM itemtype WHERE intname = ? AND parent IS NULL";
      if (intname.equals(ServiceFunctions.ANY_TYPE) || sql.number(known, intname) > 0) {
        return intname;
      }
    }
    throw PanelError.missed("func", func);
  }
}
