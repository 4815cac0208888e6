package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the newer servers tell everybody of themselves, before anybody signs in. */
final class GraphServerPages {

  private GraphServerPages() {}

  static Answer status(State state) {
    return Answer.raw(200, "application/json", Json.of(core(state.flavour)));
  }

  private static Map<String, Object> core(Flavour flavour) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("installed", true);
    status.put("maintenance", false);
    status.put("needsDbUpgrade", false);
    status.put("version", flavour.build);
    status.put("versionstring", flavour.build.replaceFirst("\\.0$", ""));
    status.put("edition", flavour == Flavour.OPENCLOUD ? "" : "Community");
    status.put("productname", flavour.product());
    status.put("product", flavour.product());
    status.put("productversion", flavour.versionString());
    return status;
  }

  static Answer capabilities(State state) {
    Map<String, Object> core = new LinkedHashMap<>();
    core.put("pollinterval", 60);
    core.put("webdav-root", "remote.php/webdav");
    core.put("status", core(state.flavour));
    Map<String, Object> users = new LinkedHashMap<>();
    users.put("read_only_attributes", java.util.List.of());
    users.put("create_disabled", state.graph.readOnly);
    users.put("delete_disabled", state.graph.readOnly);
    users.put("change_password_self_disabled", false);
    Map<String, Object> capabilities = new LinkedHashMap<>();
    capabilities.put("core", core);
    capabilities.put(
        "spaces", Map.of("max_quota", state.maxQuota == null ? 0L : state.maxQuota.longValue()));
    capabilities.put("graph", Map.of("personal-data-export", true, "users", users));
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("product", state.flavour.product());
    version.put("edition", "Community");
    version.put("major", 10);
    version.put("minor", 11);
    version.put("micro", 0);
    version.put("string", state.flavour.build.replaceFirst("\\.0$", ""));
    version.put("productversion", state.flavour.versionString());
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("status", "ok");
    meta.put("statuscode", 100);
    meta.put("message", "OK");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("capabilities", capabilities);
    data.put("version", version);
    Map<String, Object> ocs = new LinkedHashMap<>();
    ocs.put("meta", meta);
    ocs.put("data", data);
    return Answer.raw(200, "application/json", Json.of(Map.of("ocs", ocs)));
  }
}
