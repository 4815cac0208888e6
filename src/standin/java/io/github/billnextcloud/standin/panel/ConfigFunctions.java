package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.LinkedHashMap;
import java.util.Map;

/** The panel's own parameters, {@code paramlist}, and its restart. */
final class ConfigFunctions {

  private final Map<String, String> parameters = new LinkedHashMap<>();

  ConfigFunctions(Schema schema, boolean unixSocket) {
    DatabaseAddress address = schema.database().address();
    parameters.put("DBHost", unixSocket ? "localhost" : address.host());
    parameters.put("DBUser", schema.user());
    parameters.put("DBPassword", schema.password());
    parameters.put("DBName", schema.name());
    if (unixSocket) {
      parameters.put("DBSocket", schema.database().socket().toString());
    } else if (address.port() != DatabaseAddress.USUAL_PORT) {
      parameters.put("DBPort", String.valueOf(address.port()));
    }
    parameters.put("CryptKey", PanelFiles.KEY);
    parameters.put("DefaultLang", "en");
  }

  /** From now on callers are sent there. */
  void databaseAt(DatabaseAddress address) {
    parameters.put("DBHost", address.host());
    parameters.put("DBPort", String.valueOf(address.port()));
    parameters.remove("DBSocket");
  }

  /** A name and a value a line. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    parameters.forEach((name, value) -> lines.append(name + " " + value + "\n"));
    return lines.toString();
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("paramlist", this::list);
    functions.put("-R", call -> Reply.ok());
    functions.put("exit", call -> Reply.ok());
  }

  private Reply list(Call call) {
    Reply doc = new Reply("doc");
    parameters.forEach(
        (name, value) -> {
          if (call.param("elid").isEmpty() || call.param("elid").equals(name)) {
            doc.with(new Reply("elem").with(name, value));
          }
        });
    return doc;
  }
}
