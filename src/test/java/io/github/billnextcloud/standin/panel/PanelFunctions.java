package io.github.billnextcloud.standin.panel;

import java.util.HashMap;
import java.util.Map;

/** The panel's functions by name; what ends in {@code .open} belongs to a product type. */
final class PanelFunctions {

  /** One function: it answers with a document or throws a {@link PanelError}. */
  @FunctionalInterface
  interface PanelFunction {
    Reply answer(Call call);
  }

  private static final String OPEN = ".open";

  private final Map<String, PanelFunction> functions = new HashMap<>();
  private final ConfigFunctions config;
  private final ServiceFunctions services;
  private final Sql sql;

  PanelFunctions(Schema schema, Sql sql, Items items, PanelKey key, boolean unixSocket) {
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

  Reply answer(Call call) {
    PanelFunction function = functions.get(call.func());
    if (function != null) {
      return function.answer(call);
    }
    return services.open(call, itemtype(call.func()));
  }

  /** The product type of {@code backupservice.open}; any other name is no function at all. */
  private String itemtype(String func) {
    if (func.endsWith(OPEN)) {
      String intname = func.substring(0, func.length() - OPEN.length());
      String known = "SELECT COUNT(*) FROM itemtype WHERE intname = ? AND parent IS NULL";
      if (sql.number(known, intname) > 0) {
        return intname;
      }
    }
    throw PanelError.missed("func", func);
  }
}
