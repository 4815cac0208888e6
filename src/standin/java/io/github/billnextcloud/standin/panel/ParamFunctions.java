package io.github.billnextcloud.standin.panel;

import io.github.billnextcloud.standin.panel.PanelFunctions.PanelFunction;
import java.util.Map;
import java.util.Set;

/** {@code service.saveparam} in both of its forms, and {@code service.dropparam}. */
final class ParamFunctions {

  private static final Set<String> NOT_A_PARAMETER =
      Set.of("elid", "sok", "crypted", "out", "lang", "su", "auth");

  private final Items items;
  private final ItemParams params;

  ParamFunctions(Sql sql, Items items, PanelRsaKey key) {
    this.items = items;
    this.params = new ItemParams(sql, key);
  }

  void addTo(Map<String, PanelFunction> functions) {
    functions.put("service.saveparam", this::save);
    functions.put("service.dropparam", this::drop);
  }

  private Reply save(Call call) {
    long item = items.of(call);
    if (!call.confirmed()) {
      return new Reply("doc").with("elid", item);
    }
    boolean crypted = call.param("crypted").equals("on");
    if (call.params().containsKey("name")) {
      saveNamed(call, item, crypted);
    } else {
      saveAll(call, item, crypted);
    }
    return Reply.ok();
  }

  /** {@code name=url value=https://…}; a name without a value drops the parameter. */
  private void saveNamed(Call call, long item, boolean crypted) {
    String name = required(call, "name");
    if (call.params().containsKey("value")) {
      params.save(item, name, call.param("value"), crypted);
    } else if (call.fromEnvironment().containsKey("value")) {
      throw PanelError.missed("value", "");
    } else {
      params.drop(item, name);
    }
  }

  /** {@code url=https://…}. */
  private void saveAll(Call call, long item, boolean crypted) {
    call.fromEnvironment().keySet().forEach(name -> requireGiven(call, name));
    int saved = 0;
    for (Map.Entry<String, String> param : call.params().entrySet()) {
      if (!NOT_A_PARAMETER.contains(param.getKey())) {
        params.save(item, param.getKey(), param.getValue(), crypted);
        saved++;
      }
    }
    if (saved == 0) {
      throw PanelError.missed("name", "");
    }
  }

  private Reply drop(Call call) {
    long item = items.of(call);
    String name = required(call, "name");
    if (call.confirmed()) {
      params.drop(item, name);
    }
    return Reply.ok();
  }

  private static String required(Call call, String name) {
    String value = call.param(name);
    if (value.isEmpty()) {
      throw PanelError.missed(name, "");
    }
    return value;
  }

  /** {@code -e} named a variable that the caller has not set. */
  private static void requireGiven(Call call, String name) {
    if (!call.params().containsKey(name)) {
      throw PanelError.missed(name, "");
    }
  }
}
