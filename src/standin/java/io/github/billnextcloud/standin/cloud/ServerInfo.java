package io.github.billnextcloud.standin.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nextcloud's monitoring app, which says how much space is left; made after its public code. */
final class ServerInfo {
  static final String PATH = "apps/serverinfo/api/v1/info";
  private static final int FILES_OF_A_HOME = 40;

  private final State state;

  ServerInfo(State state) {
    this.state = state;
  }

  /** ownCloud has no such app, and a disabled one has no routes. */
  boolean isThere() {
    return state.flavour.nextcloud() && state.freeSpace != null;
  }

  /** The app looks at its callers itself, so not even the OCS-APIRequest header is asked for. */
  Answer answer(Caller caller) {
    if (!caller.isAdmin()) {
      Object data = Map.of("message", "Unauthorized");
      return new Answer.Ocs(Answer.Voice.PROVISIONING, 401, null, data);
    }
    long homes = state.accounts().stream().filter(a -> a.lastLogin() > 0).count();
    Map<String, Object> nextcloud = new LinkedHashMap<>();
    nextcloud.put("system", system());
    nextcloud.put("storage", storage(homes));
    nextcloud.put("shares", Map.of("num_shares", 0));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("nextcloud", nextcloud);
    data.put("server", server());
    data.put("activeUsers", activeUsers(homes));
    return Answer.ok(data);
  }

  private Map<String, Object> system() {
    Map<String, Object> system = new LinkedHashMap<>();
    system.put("version", state.flavour.build);
    system.put("theme", "");
    system.put("debug", "no");
    system.put("freespace", state.freeSpace);
    system.put("cpuload", List.of(0.84, 1.04, 1.17));
    return system;
  }

  /** Users are counted from their first login on. */
  private static Map<String, Object> storage(long homes) {
    Map<String, Object> storage = new LinkedHashMap<>();
    storage.put("num_users", homes);
    storage.put("num_files", homes * FILES_OF_A_HOME);
    storage.put("num_storages", homes + 1);
    storage.put("num_storages_local", 1);
    storage.put("num_storages_home", homes);
    storage.put("num_storages_other", 0);
    return storage;
  }

  private static Map<String, Object> server() {
    Map<String, Object> database = new LinkedHashMap<>();
    database.put("type", "mysql");
    database.put("version", "10.11.6");
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("webserver", "nginx/1.22.1");
    server.put("php", Map.of("version", "8.2.20"));
    server.put("database", database);
    return server;
  }

  private static Map<String, Object> activeUsers(long homes) {
    Map<String, Object> active = new LinkedHashMap<>();
    active.put("last5minutes", 1);
    active.put("last1hour", 1);
    active.put("last24hours", homes);
    return active;
  }
}
